import type { Condition } from '#shared/kpi-definition.ts';
import type { Fields } from '../fields.ts';
import type { CellIds } from './cell-numbers.ts';
import { conditionFields, type StreamedCells } from './streamed-cells.ts';

/** Rows of streamed cells that meet all conditions of at least one list, and what is read of them besides. */
export interface AskedRows<Column> {
  readonly cells: StreamedCells;
  readonly conditions: readonly (readonly Condition[])[];
  readonly reads: readonly string[];
  /** What is looked at of a block of rows; null where it has none. */
  readonly of: (fields: Fields) => Column | null;
}

/** Visits every row asked for with the id of its cell among `ids`, block after block; `row` is its place in the block's column, `weight` its time in the cell of a spread. */
export function eachRow<Column>(
  { cells, conditions, reads, of }: AskedRows<Column>,
  ids: CellIds,
  visit: (id: number, column: Column, row: number, weight: number) => void,
): void {
  for (const { block, placed } of cells.placed([...reads, ...conditionFields(conditions)])) {
    const column = of(block.fields);
    if (column === null) continue;
    const mask = block.maskOf(cells.request.kind, conditions);
    const { positions, first, cells: cellOf, shares } = placed.rows();
    const idOf = new Int32Array(placed.cellCount).fill(-1);
    for (let i = 0; i < cellOf.length; i++) {
      const row = positions === null ? first + i : (positions[i] ?? 0);
      const cell = cellOf[i] ?? 0;
      if (cell === placed.cellCount || (mask !== null && mask[row] !== 1)) continue;
      let id = idOf[cell] ?? -1;
      if (id < 0) {
        id = ids.of(placed.keyOf(cell));
        idOf[cell] = id;
      }
      visit(id, column, row, (shares?.through[i] ?? 1) - (shares?.before[i] ?? 0));
    }
  }
}
