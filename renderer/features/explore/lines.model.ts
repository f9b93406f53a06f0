import type { GridLine } from '#shared/grid.ts';

type Line = Pick<GridLine, 'path' | 'parent' | 'folded' | 'value'>;

/** Whether a path lies under another, or is it. */
export function isUnder(path: readonly (string | null)[], above: readonly (string | null)[]): boolean {
  return above.every((name, depth) => path[depth] === name && depth < path.length);
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
