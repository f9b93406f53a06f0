import type { PlacedRows } from './cell-rows.ts';

/** One numbering of cells over several lists of rows with the same keys. */
export interface CommonCells {
  readonly cellCount: number;
  /** By list: its own id of a common cell, −1 where it has no row there; null where the ids are the same. */
  readonly ids: readonly (Int32Array | null)[];
  /** Common id of a cell's key, −1 where no list has a row. */
  idOf(key: number): number;
}

export function commonCells(lists: readonly PlacedRows[]): CommonCells {
  const keyed = lists.find(({ dense }) => dense) ?? (lists.length === 1 ? lists[0] : undefined);
  const { cellCount, idOf } = keyed ?? numbered(lists);
  const ids = lists.map((list) => {
    if (list === keyed || (list.dense && keyed !== undefined)) return null;
    const own = new Int32Array(cellCount).fill(-1);
    for (let id = 0; id < list.cellCount; id++) own[idOf(list.keyOf(id))] = id;
    return own;
  });
  return { cellCount, ids, idOf };
}

function numbered(lists: readonly PlacedRows[]): Pick<CommonCells, 'cellCount' | 'idOf'> {
  const ids = new Map<number, number>();
  for (const list of lists)
    for (let id = 0; id < list.cellCount; id++) {
      const key = list.keyOf(id);
      if (!ids.has(key)) ids.set(key, ids.size);
    }
  return { cellCount: ids.size, idOf: (key) => ids.get(key) ?? -1 };
}
