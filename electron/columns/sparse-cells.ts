import { inBlocks, mayStopAmong } from '#engine/stoppable.ts';

/** Ids handed out to the cells that have a row, where most keys would have none: ascending by group and slot. */
export interface SparseCells {
  /** By row its cell's id. */
  readonly cells: Int32Array;
  readonly cellCount: number;
  /** −1 where it has no row. */
  idOf(key: number): number;
  keyOf(id: number): number;
}

/** Rows are put in the order of their groups by counting, so that the slots of one are told apart by a table of them all. */
export function sparseCells(keys: Int32Array | Float64Array, groupCount: number, slotCount: number): SparseCells {
  const count = keys.length;
  const groups = new Int32Array(count);
  const ends = new Int32Array(groupCount + 1);
  inBlocks(count, (from, to) => {
    for (let i = from; i < to; i++) {
      const group = Math.floor((keys[i] ?? 0) / slotCount);
      groups[i] = group;
      ends[group] = (ends[group] ?? 0) + 1;
    }
  });
  for (let group = 0, end = 0; group <= groupCount; group++) {
    const own = ends[group] ?? 0;
    ends[group] = end;
    end += own;
  }
  const rows = new Int32Array(count);
  inBlocks(count, (from, to) => {
    for (let i = from; i < to; i++) {
      const group = groups[i] ?? 0;
      const at = ends[group] ?? 0;
      rows[at] = i;
      ends[group] = at + 1;
    }
  });

  const cells = new Int32Array(count);
  const firsts = new Int32Array(groupCount + 1);
  const [groupOf, slotOf] = [new Int32Array(count), new Int32Array(count)];
  /** By slot: one more than the last group that had it, and its id there. */
  const [met, ids] = [new Int32Array(slotCount), new Int32Array(slotCount)];
  let size = 0;
  for (let group = 0, from = 0; group < groupCount; group++) {
    mayStopAmong();
    const end = ends[group] ?? 0;
    const first = size;
    let inOrder = true;
    for (let at = from; at < end; at++) {
      const slot = (keys[rows[at] ?? 0] ?? 0) - group * slotCount;
      if (met[slot] === group + 1) continue;
      met[slot] = group + 1;
      inOrder &&= size === first || slot > (slotOf[size - 1] ?? 0);
      groupOf[size] = group;
      slotOf[size++] = slot;
    }
    if (!inOrder) slotOf.subarray(first, size).sort();
    for (let id = first; id < size; id++) ids[slotOf[id] ?? 0] = id;
    for (; from < end; from++) {
      const row = rows[from] ?? 0;
      cells[row] = ids[(keys[row] ?? 0) - group * slotCount] ?? 0;
    }
    firsts[group + 1] = size;
  }
  const [groupsOfCells, slots] = [groupOf.slice(0, size), slotOf.slice(0, size)];

  return {
    cells,
    cellCount: size,
    idOf: (key) => {
      const group = Math.floor(key / slotCount);
      const slot = key - group * slotCount;
      let low = firsts[group] ?? 0;
      let high = firsts[group + 1] ?? 0;
      const end = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((slots[middle] ?? 0) < slot) low = middle + 1;
        else high = middle;
      }
      return low < end && slots[low] === slot ? low : -1;
    },
    keyOf: (id) => (groupsOfCells[id] ?? 0) * slotCount + (slots[id] ?? 0),
  };
}
