import { missingSources } from '#shared/derived-fields.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Input } from '../formula/expression.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';
import type { Level } from './levels.ts';
import { partsOf } from './measure-parts.ts';
import type { MeasureReader } from './measure-reader.ts';
import type { Plan } from './plan.ts';
import { keysWithRows } from './rows-used.ts';

/**
 * Whether there is nobody and nothing to count: no row of the kinds that some inputs read, or none of any kind, of whatever time,
 * that the question's filters let through. Then there is no value anywhere, not zero; where there is, what did not happen inside
 * the data's dates happened 0 times.
 * Example: customers lost in a quarter without losses are 0; in a region that nothing has heard of they are unknown.
 */
export function hasNobody(
  reader: MeasureReader,
  whole: Level,
  inputs: readonly Input[],
  { filters }: Pick<Plan, 'filters'>,
  queries: ColumnQueries,
): boolean {
  const here = inputs.map((input) => ({ ...input, shifts: [] }));
  if (inputs.length === 0 || keysWithRows(reader, whole, [...inputs, ...here]).length > 0) return false;
  const kinds = inputs.flatMap(({ measure }) => partsOf(measure)).map(({ kind }) => kind);
  if (!kinds.some((kind) => queries.passes(kind, []))) return true;
  // Rows of a kind without the field are not let through by it being blank.
  const canTell = (kind: AnyKind): boolean =>
    filters.every(({ op, dimension }) => op !== 'blank' || missingSources(kind, dimension, queries.has).length === 0);
  const all = [...kinds, ...queries.columns.kinds()];
  return filters.length > 0 && !all.some((kind) => canTell(kind) && queries.passes(kind, filters));
}
