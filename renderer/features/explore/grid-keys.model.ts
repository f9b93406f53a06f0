import type { GridPlace } from '../../ui/grid-keys.model.ts';

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** Columns that fit. */
  readonly across: number;
}

export interface PressedKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly command: boolean;
  readonly alt: boolean;
}

export type TableAction =
  | { readonly do: 'move'; readonly to: GridPlace }
  | { readonly do: 'passport' | 'menu' | 'copy' }
  /** Of the group in the row's header. */
  | { readonly do: 'fold'; readonly folded: boolean };

/**
 * What a key does in the table; null leaves it to the browser. Column −1 is the header of the row.
 * Example: Ctrl and End go to the last cell, Alt and Page down a screen to the right.
 */
export function tableAction(
  { key, shift, command, alt }: PressedKey,
  at: GridPlace,
  size: TableSize,
): TableAction | null {
  const to = (row: number, column: number): TableAction => ({
    do: 'move',
    to: {
      row: Math.max(0, Math.min(row, size.rows - 1)),
      column: Math.max(-1, Math.min(column, size.columns - 1)),
    },
  });
  const { row, column } = at;
  const isHeader = column < 0;
  switch (key) {
    case 'ArrowUp':
      return alt ? null : to(command ? 0 : row - 1, column);
    case 'ArrowDown':
      return alt ? null : to(command ? size.rows - 1 : row + 1, column);
    case 'ArrowLeft':
      if (alt) return { do: 'fold', folded: true };
      return to(row, command ? -1 : column - 1);
    case 'ArrowRight':
      if (alt) return { do: 'fold', folded: false };
      return to(row, command ? size.columns - 1 : column + 1);
    case 'Home':
      return command ? to(0, 0) : to(row, isHeader ? -1 : 0);
    case 'End':
      return command ? to(size.rows - 1, size.columns - 1) : to(row, size.columns - 1);
    case 'PageUp':
      return alt ? to(row, column - size.across) : to(row - size.page, column);
    case 'PageDown':
      return alt ? to(row, column + size.across) : to(row + size.page, column);
    case 'Enter':
      return { do: 'passport' };
    case ' ':
      return isHeader ? { do: 'fold', folded: true } : { do: 'menu' };
    case 'ContextMenu':
      return { do: 'menu' };
    case 'F10':
      return shift ? { do: 'menu' } : null;
    case 'c':
    case 'C':
      return command ? { do: 'copy' } : null;
    default:
      return null;
  }
}
