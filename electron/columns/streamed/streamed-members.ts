import type { CodeColumn, DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { pairNumbers } from '#engine/pair-numbers.ts';
import { overflow } from '../sums.ts';
import { CellNumbers, type CellIds } from './cell-numbers.ts';
import { eachRow, type AskedRows } from './each-row.ts';

/** Half of the room may be bits. */
const SHARE = 2;

/** Different codes by cell over all lists; the unknown code 0 is none. */
export function differentMembers(
  lists: readonly AskedRows<CodeColumn>[],
  ids: CellIds,
  members: number,
  room: number,
): CellNumbers {
  const counts = new CellNumbers(ids.size());
  const meet = metBefore(ids, members, room);
  for (const list of lists)
    eachRow(list, ids, (id, codes, row) => {
      const code = codes[row] ?? 0;
      if (code !== 0 && meet(id, code)) counts.add(id, 1);
    });
  return counts;
}

/** Different codes by cell that stand in the same cell of the rows before as well. */
export function keptMembers(now: AskedRows<CodeColumn>, before: AskedRows<CodeColumn>, ids: CellIds): CellNumbers {
  const counts = new CellNumbers(ids.size());
  const pairs = pairNumbers();
  eachRow(before, ids, (id, codes, row) => {
    const code = codes[row] ?? 0;
    if (code !== 0) pairs.number(id, code);
  });
  const counted = new Uint8Array(pairs.size());
  eachRow(now, ids, (id, codes, row) => {
    const pair = pairs.find(id, codes[row] ?? 0);
    if (pair < 0 || counted[pair] === 1) return;
    counted[pair] = 1;
    counts.add(id, 1);
  });
  return counts;
}

export interface ValuesOfMembers {
  readonly values: DecimalColumn;
  readonly codes: CodeColumn;
}

/** One number a cell from the sums of its members. Throws E_OVERFLOW where a sum passes 2^53. */
export function fromStreamedMemberSums(
  rows: AskedRows<ValuesOfMembers>,
  combine: (ascending: Float64Array) => number,
): Float64Array {
  const { ids } = rows.cells;
  const pairs = pairNumbers();
  const sums = new CellNumbers(0);
  eachRow(rows, ids, (id, { values, codes }, row) => {
    const sum = sums.add(pairs.number(id, codes[row] ?? 0), values[row] ?? 0);
    if (!Number.isSafeInteger(sum)) throw overflow();
  });
  const starts = new Int32Array(ids.size() + 1);
  for (let pair = 0; pair < pairs.size(); pair++)
    starts[pairs.first(pair) + 1] = (starts[pairs.first(pair) + 1] ?? 0) + 1;
  for (let id = 0; id < ids.size(); id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const byCell = new Float64Array(pairs.size());
  for (let pair = 0; pair < pairs.size(); pair++) {
    const id = pairs.first(pair);
    const at = next[id] ?? 0;
    byCell[at] = sums.at(pair);
    next[id] = at + 1;
  }
  return Float64Array.from({ length: ids.size() }, (_, id) =>
    combine(byCell.subarray(starts[id] ?? 0, starts[id + 1] ?? 0).sort()),
  );
}

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
