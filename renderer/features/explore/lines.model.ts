import type { GridLine } from '#shared/grid.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import type { GridPlace } from '../../ui/grid-keys.model.ts';

type Line = Pick<GridLine, 'path' | 'parent' | 'folded' | 'value'>;

/** Whether a path lies under another, or is it. */
export function isUnder(path: readonly (string | null)[], above: readonly (string | null)[]): boolean {
  return above.every((name, depth) => path[depth] === name && depth < path.length);
}

/** Rows of the head: groups of columns, then the values where several stand side by side. */
export function headRowsOf({ columns, values, valuesOn }: Pick<ExploreView, 'columns' | 'values' | 'valuesOn'>): {
  readonly groups: number;
  readonly withValues: boolean;
  readonly heads: number;
} {
  const withValues = valuesOn === 'columns' && (values.length > 1 || columns.length === 0);
  const groups = Math.max(columns.length, withValues ? 0 : 1);
  return { groups, withValues, heads: groups + (withValues ? 1 : 0) };
}

/** More lines of totals scroll with the others. */
const MOST_PINNED = 3;

/** Lines of the grand total that stay in sight below the rows; none where the table is that total alone. */
export function pinnedRowsOf({
  rows,
  values,
  valuesOn,
  totals,
}: Pick<ExploreView, 'rows' | 'values' | 'valuesOn' | 'totals'>): number {
  const lines = valuesOn === 'rows' ? values.length : 1;
  return rows.length === 0 || !totals.row || lines > MOST_PINNED ? 0 : lines;
}

/** A cell of the head: a group above several columns, or a column's own. */
export interface HeadCell {
  /** The columns it stands over. */
  readonly from: number;
  readonly to: number;
  /** Down to its depth; empty for the total. */
  readonly path: readonly (string | null)[];
  readonly kind: 'group' | 'subtotal' | 'total' | 'blank';
  /** Of a group that can be folded. */
  readonly parent: boolean;
  readonly folded: boolean;
}

/**
 * One row of the head: the groups at a depth, joined where they stand side by side. A subtotal's column stands under its group as a
 * cell of its own, the total's in the first row. Example: over 2026 Q1, 2026 Q2 and the total the first row has 2026 and the total.
 */
export function headRow(lines: readonly (Line | undefined)[], first: number, depth: number): readonly HeadCell[] {
  const cells: HeadCell[] = [];
  lines.forEach((line, index) => {
    const at = first + index;
    const cell = headCell(line, depth, at);
    const last = cells.at(-1);
    const joins =
      last !== undefined && last.kind === cell.kind && JSON.stringify(last.path) === JSON.stringify(cell.path);
    if (joins) {
      cells[cells.length - 1] = {
        ...last,
        to: at + 1,
        parent: last.parent || cell.parent,
        folded: last.folded || cell.folded,
      };
    } else cells.push(cell);
  });
  return cells;
}

/**
 * The cell of the head over a column, at its whole width. `depth` counts from the top; the row below all groups (`groups` of them) has
 * the values, each over its own column. Example: over Q2 the year's cell reaches from its first quarter to its last.
 */
export function headCellAt(
  lineAt: (column: number) => Line | undefined,
  { depth, groups }: { readonly depth: number; readonly groups: number },
  column: number,
): HeadCell {
  const line = lineAt(column);
  if (depth >= groups)
    return { from: column, to: column + 1, path: line?.path ?? [], kind: 'group', parent: false, folded: false };
  const own = headCell(line, depth, column);
  const joined = (at: number): HeadCell | null => {
    const next = lineAt(at);
    if (next === undefined) return null;
    const cell = headCell(next, depth, at);
    return cell.kind === own.kind && JSON.stringify(cell.path) === JSON.stringify(own.path) ? cell : null;
  };
  if (line === undefined) return own;
  let [from, to, { parent, folded }] = [column, column + 1, own];
  for (const step of [-1, 1]) {
    for (let at = column + step; ; at += step) {
      const cell = joined(at);
      if (cell === null) break;
      [parent, folded] = [parent || cell.parent, folded || cell.folded];
      [from, to] = [Math.min(from, at), Math.max(to, at + 1)];
    }
  }
  return { ...own, from, to, parent, folded };
}

/**
 * Where a step into or within the head ends: sideways at the next group, up and down past what is blank; where nothing stands it stays.
 * Rows of the head count from −1 upwards, as in the table's keys. `moved` is the step by single columns.
 */
export function headStop(
  cellAt: (place: GridPlace) => HeadCell,
  from: GridPlace,
  moved: GridPlace,
  size: { readonly heads: number; readonly columns: number },
): GridPlace {
  if (moved.row >= 0) return moved;
  const isSideways = moved.row === from.row && Math.abs(moved.column - from.column) === 1;
  let place = moved;
  if (isSideways) {
    const own = cellAt(from);
    const column = moved.column > from.column ? own.to : own.from - 1;
    if (column < 0 || column >= size.columns) return from;
    place = { row: moved.row, column };
  }
  const up = moved.row <= from.row && !isSideways;
  while (place.row < 0 && cellAt(place).kind === 'blank') {
    const next: GridPlace = isSideways
      ? { row: place.row, column: moved.column > from.column ? cellAt(place).to : cellAt(place).from - 1 }
      : { row: place.row + (up ? -1 : 1), column: place.column };
    if (next.row < -size.heads || next.column < 0 || next.column >= size.columns) return from;
    place = next;
  }
  return place;
}

function headCell(line: Line | undefined, depth: number, at: number): HeadCell {
  const place = { from: at, to: at + 1 };
  if (line === undefined) return { ...place, path: [], kind: 'blank', parent: false, folded: false };
  const { path, parent, folded } = line;
  if (path.length === 0) {
    return { ...place, path: [], kind: depth === 0 ? 'total' : 'blank', parent: false, folded: false };
  }
  if (path.length > depth) {
    const isOwn = path.length === depth + 1;
    // A group is a parent where it has members beside its own column, and wherever it stands over them.
    return {
      ...place,
      path: path.slice(0, depth + 1),
      kind: 'group',
      parent: isOwn ? parent : true,
      folded: isOwn && folded,
    };
  }
  const isJustBelow = path.length === depth && parent && !folded;
  return { ...place, path, kind: isJustBelow ? 'subtotal' : 'blank', parent: false, folded: false };
}

/** What a row's header says at each depth. */
export interface RowHead {
  /** Names to write: at one depth where groups stand above their members, else wherever they differ from the line before. */
  readonly names: readonly {
    readonly depth: number;
    readonly name: string | null;
    readonly path: readonly (string | null)[];
  }[];
  readonly kind: 'member' | 'subtotal' | 'total';
}

/**
 * The names of a row. With subtotals above each line says its own name, further in by its depth; else names stand in a column a
 * dimension, once for all lines in a row that share them.
 */
export function rowHead(line: Line, before: Line | undefined, above: boolean): RowHead {
  const { path } = line;
  const isNew = (depth: number): boolean =>
    before === undefined ||
    !isUnder(before.path, path.slice(0, depth + 1)) ||
    (line.value === 0 && depth === path.length - 1);
  if (path.length === 0) return { names: [], kind: 'total' };
  if (above) return { names: [{ depth: path.length - 1, name: path.at(-1) ?? null, path }], kind: 'member' };
  if (line.parent && !line.folded) {
    return { names: [{ depth: path.length - 1, name: path.at(-1) ?? null, path }], kind: 'subtotal' };
  }
  return {
    names: path.flatMap((name, depth) => (isNew(depth) ? [{ depth, name, path: path.slice(0, depth + 1) }] : [])),
    kind: 'member',
  };
}

/** Whether a line is a total of others that are in the table: its numbers stand strong. */
export const isTotalLine = ({ path, parent }: Line): boolean => path.length === 0 || parent;
