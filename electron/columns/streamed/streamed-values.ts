import type { CellCounts, CellValues } from '#engine/ports/column-queries.ts';
import type { CodeColumn, DecimalColumn } from '#engine/ports/workspace-columns.ts';
import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { fromScaled } from '#shared/units.ts';
import { conditionsOn } from '../aggregate.ts';
import type { Fields } from '../fields.ts';
import { medianSum, topSum } from '../sums-by-member.ts';
import type { FieldsWithUnited } from '../united-codes.ts';
import { CellNumbers } from './cell-numbers.ts';
import { eachRow, type AskedRows } from './each-row.ts';
import { canStream } from './streamable.ts';
import { conditionFields, type StreamedCells } from './streamed-cells.ts';
import { differentMembers, fromStreamedMemberSums, keptMembers, type ValuesOfMembers } from './streamed-members.ts';
import { streamedQuantile } from './streamed-quantile.ts';

/** One number a cell, as `aggregateByCell` has it; null where that takes whole columns. */
export function streamedValues(
  fields: FieldsWithUnited,
  lists: readonly [StreamedCells, ...StreamedCells[]],
  measure: MeasureDefinition,
  kept: StreamedCells | null,
): CellValues | null {
  const { aggregate } = measure;
  const [cells] = lists;
  const { ids, request } = cells;
  const { kind, nature } = request;
  const conditions = [rowConditions(measure)];
  const reads = conditionFields(conditions);
  if (aggregate.do === 'distinct') return distinctMembers(fields, lists, measure, aggregate.field, kept);
  if (aggregate.do === 'count') {
    if (!canStream(fields, kind, reads)) return null;
    const counts = cells.counts(conditions);
    return { at: (key) => counts.at(ids.find(key)) };
  }
  const { field } = aggregate;
  if (!canStream(fields, kind, [field, ...reads])) return null;
  switch (aggregate.do) {
    case 'sum': {
      const sums = cells.sums(field, conditions);
      return { at: (key) => fromScaled(sums.at(ids.find(key))) };
    }
    case 'mean': {
      if (nature === 'spread') {
        const found = weightedMeans({ cells, conditions, reads: [field], of: (part) => part.decimals(kind, field) });
        return { at: (key) => fromScaled(found(ids.find(key))) };
      }
      const [sums, counts] = [cells.sums(field, conditions), cells.counts(conditions)];
      return { at: (key) => fromScaled(sums.at(ids.find(key)) / counts.at(ids.find(key))) };
    }
    case 'quantile': {
      const rows = { cells, conditions, reads: [field], of: (part: Fields) => part.decimals(kind, field) };
      const found = streamedQuantile(rows, aggregate.q, fields.stored.room.limit);
      return { at: (key) => fromScaled(found[ids.find(key)] ?? NaN) };
    }
    case 'top-sum':
    case 'median-sum': {
      const { by } = aggregate;
      if (!canStream(fields, kind, [by])) return null;
      const of = (part: Fields): ValuesOfMembers | null => {
        const [values, codes] = [part.decimals(kind, field), part.codes(kind, by)?.codes ?? null];
        return values === null || codes === null ? null : { values, codes };
      };
      const isTop = aggregate.do === 'top-sum';
      const found = fromStreamedMemberSums(
        { cells, conditions, reads: [field, by], of },
        isTop ? topSum(aggregate.n) : medianSum,
      );
      return { at: (key) => fromScaled(found[ids.find(key)] ?? (isTop ? 0 : NaN)) };
    }
  }
}

/** Of a spread, each row weighs as much as its time in the cell; added up in the order that whole columns are. */
function weightedMeans(rows: AskedRows<DecimalColumn>): (id: number) => number {
  const [sums, weights] = [new CellNumbers(0), new CellNumbers(0)];
  eachRow(rows, rows.cells.ids, (id, values, row, weight) => {
    sums.add(id, (values[row] ?? 0) * weight);
    weights.add(id, weight);
  });
  return (id) => sums.at(id) / weights.at(id);
}

/** Rows that meet all conditions of at least one list; null where that takes whole columns. */
export function streamedCounts(
  fields: FieldsWithUnited,
  cells: StreamedCells,
  anyOf: readonly (readonly Condition[])[],
): CellCounts | null {
  if (!canStream(fields, cells.request.kind, conditionFields(anyOf))) return null;
  const { ids } = cells;
  const numbers = cells.counts(anyOf);
  return {
    at: (key) => numbers.at(ids.find(key)),
    keys: () => {
      const keys: number[] = [];
      for (let id = 0; id < ids.size(); id++) if (numbers.at(id) > 0) keys.push(ids.keyOf(id));
      return Float64Array.from(keys);
    },
  };
}

/** Different codes by cell over all lists, or those of the rows before as well; the unknown code 0 is none. */
function distinctMembers(
  fields: FieldsWithUnited,
  lists: readonly [StreamedCells, ...StreamedCells[]],
  measure: MeasureDefinition,
  field: string,
  kept: StreamedCells | null,
): CellValues | null {
  const asked = [...lists, ...(kept === null ? [] : [kept])].map((cells): AskedRows<CodeColumn> => ({
    cells,
    conditions: conditionsOn(measure, cells),
    reads: [field],
    of: (part) => part.codes(cells.request.kind, field)?.codes ?? null,
  }));
  const all = asked.every(({ cells, conditions }) =>
    canStream(fields, cells.request.kind, [field, ...conditionFields(conditions)]),
  );
  if (!all) return null;
  const [now, before] = asked;
  const { ids } = lists[0];
  const members = Math.max(...lists.map((cells) => membersIn(cells, field)));
  const counts =
    kept !== null && now !== undefined && before !== undefined
      ? keptMembers(now, before, ids)
      : differentMembers(asked, ids, members, fields.stored.room.limit);
  return { at: (key) => counts.at(ids.find(key)) };
}

/** As the first block says, which knows all names: a derived field need not be worked out for all rows. */
function membersIn(cells: StreamedCells, field: string): number {
  for (const { block } of cells.placed([field])) return block.fields.codes(cells.request.kind, field)?.members ?? 1;
  return 1;
}
