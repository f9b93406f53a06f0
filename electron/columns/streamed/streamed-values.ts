import type { CellCounts, CellValues } from '#engine/ports/column-queries.ts';
import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { fromScaled } from '#shared/units.ts';
import { conditionsOn } from '../aggregate.ts';
import { pairNumbers } from '#engine/pair-numbers.ts';
import type { FieldsWithUnited } from '../united-codes.ts';
import { CellNumbers, type CellIds } from './cell-numbers.ts';
import { canStream } from './streamable.ts';
import { conditionFields, type StreamedCells } from './streamed-cells.ts';

/** One number a cell, as `aggregateByCell` has it; null where that takes whole columns. */
export function streamedValues(
  fields: FieldsWithUnited,
  lists: readonly [StreamedCells, ...StreamedCells[]],
  measure: MeasureDefinition,
): CellValues | null {
  const { aggregate } = measure;
  const [cells] = lists;
  const { kind, nature } = cells.request;
  const conditions = [rowConditions(measure)];
  const reads = conditionFields(conditions);
  if (aggregate.do === 'distinct') return distinctMembers(fields, lists, measure, aggregate.field);
  if (aggregate.do === 'count') {
    if (!canStream(fields, kind, reads)) return null;
    const counts = cells.counts(conditions);
    return { at: (key) => counts.at(cells.ids.find(key)) };
  }
  const isMean = aggregate.do === 'mean' && nature !== 'spread';
  if ((aggregate.do !== 'sum' && !isMean) || !canStream(fields, kind, [aggregate.field, ...reads])) return null;
  const sums = cells.sums(aggregate.field, conditions);
  const counts = isMean ? cells.counts(conditions) : null;
  return {
    at: (key) => {
      const id = cells.ids.find(key);
      return fromScaled(counts === null ? sums.at(id) : sums.at(id) / counts.at(id));
    },
  };
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

/** Different codes by cell over all lists; the unknown code 0 is none. */
function distinctMembers(
  fields: FieldsWithUnited,
  lists: readonly [StreamedCells, ...StreamedCells[]],
  measure: MeasureDefinition,
  field: string,
): CellValues | null {
  const asked = lists.map((cells) => ({ cells, conditions: conditionsOn(measure, cells) }));
  const all = asked.every(({ cells, conditions }) =>
    canStream(fields, cells.request.kind, [field, ...conditionFields(conditions)]),
  );
  if (!all) return null;
  const { ids } = lists[0];
  const members = Math.max(...lists.map((cells) => membersIn(cells, field)));
  const meet = metBefore(ids, members, fields.stored.room.limit);
  const counts = new CellNumbers(ids.size());
  for (const { cells, conditions } of asked)
    for (const { block, placed } of cells.placed([field, ...conditionFields(conditions)])) {
      const { kind } = cells.request;
      const codes = block.fields.codes(kind, field)?.codes ?? null;
      if (codes === null) continue;
      const mask = block.maskOf(kind, conditions);
      const { positions, first, cells: cellOf } = placed.rows();
      const idOf = new Int32Array(placed.cellCount).fill(-1);
      for (let i = 0; i < cellOf.length; i++) {
        const row = positions === null ? first + i : (positions[i] ?? 0);
        const cell = cellOf[i] ?? 0;
        const code = codes[row] ?? 0;
        if (cell === placed.cellCount || code === 0 || (mask !== null && mask[row] !== 1)) continue;
        let id = idOf[cell] ?? -1;
        if (id < 0) {
          id = ids.of(placed.keyOf(cell));
          idOf[cell] = id;
        }
        if (meet(id, code)) counts.add(id, 1);
      }
    }
  return { at: (key) => counts.at(ids.find(key)) };
}

/** As the first block says, which knows all names: a derived field need not be worked out for all rows. */
function membersIn(cells: StreamedCells, field: string): number {
  for (const { block } of cells.placed([field])) return block.fields.codes(cells.request.kind, field)?.members ?? 1;
  return 1;
}

/** Half of the room may be bits. */
const SHARE = 2;

/** Tells of a cell and a code whether they meet for the first time. */
function metBefore({ dense }: CellIds, members: number, room: number): (id: number, code: number) => boolean {
  const words = (members + 31) >>> 5;
  if (dense === null || dense * words * 4 > room / SHARE) {
    const pairs = pairNumbers();
    return (id, code) => {
      const before = pairs.size();
      return pairs.number(id, code) === before;
    };
  }
  const bits = new Int32Array(dense * words);
  return (id, code) => {
    const at = id * words + (code >>> 5);
    const bit = 1 << (code & 31);
    const word = bits[at] ?? 0;
    bits[at] = word | bit;
    return (word & bit) === 0;
  };
}
