import { countsMoney } from '#shared/measures.ts';
import { ratedField } from '#shared/rates.ts';
import { hasLevels } from './target-level.ts';
import type { CellAt, Level } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import { meantBy, usedBy, withPresent, type Alternatives, type RowSource } from './row-sources.ts';
import { rowsOfCell, sourceAt } from './rows-used.ts';

/** Rows that lie in a cell and do not stand behind its number, by the first thing they lack. */
export interface LeftOut {
  /** `sale.cost` for a field, `missing-rate:EUR`, `target.other-level`, `no-value:product` for rows of a member without value. */
  readonly reason: string;
  readonly count: number;
}

/** Rows left out of a cell, by why. A row in two of the formula's times counts in each. */
export function leftOutReasons(
  reader: MeasureReader,
  level: Level,
  cell: CellAt,
  sources: readonly RowSource[],
): readonly LeftOut[] {
  const counts = new Map<string, number>();
  for (const source of sources)
    for (const { reason, count } of leftOutOf(reader, level, cell, source))
      if (count > 0) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

function leftOutOf(reader: MeasureReader, level: Level, cell: CellAt, source: RowSource): readonly LeftOut[] {
  const at = sourceAt(reader, level, source);
  if (at === null) return [];
  const { input } = source;
  const { kind, date } = input.measure;
  const { keys, undated, unknown, passed } = rowsOfCell(reader, level, cell, at);
  const used = usedBy(reader, level, source);
  const countOf = (anyOf: Alternatives): number => {
    const counts = reader.count(at.rows, anyOf);
    return keys.reduce((sum, key) => sum + counts.at(key), 0);
  };
  const found: LeftOut[] = [];
  let having = meantBy(source);
  let before = countOf(having);
  const narrow = (reason: string, narrower: Alternatives): void => {
    const after = countOf([...used, ...narrower]);
    found.push({ reason, count: before - after });
    having = narrower;
    before = after;
  };
  for (const currency of unratedOf(reader, source))
    narrow(
      `missing-rate:${currency}`,
      having.map((conditions) => [...conditions, { field: ratedField(currency), is: 'true' }]),
    );
  const fields = used.flatMap((conditions) => conditions.flatMap(({ field, is }) => (is === 'present' ? [field] : [])));
  for (const field of new Set(fields)) narrow(`${kind}.${field}`, withPresent(having, field));
  if (hasLevels(input.measure)) narrow('target.other-level', used);
  const over = input.over ?? '';
  return [
    ...found,
    { reason: `${kind}.${date}`, count: undated },
    { reason: `${kind}.${over}`, count: unknown },
    { reason: `no-value:${over}`, count: passed },
  ];
}

/** Currencies without a rate that can leave rows out of a source: none where it counts no money. */
function unratedOf(reader: MeasureReader, { input, measures }: RowSource): readonly string[] {
  return measures.some(countsMoney) ? reader.unrated(input.measure.kind) : [];
}
