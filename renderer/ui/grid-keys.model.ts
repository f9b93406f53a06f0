/** A cell of a grid, 0-based. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows from the top with something in them: beyond them Tab leaves the grid at the end of its row. */
  readonly filled: number;
}

export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly command: boolean;
  /** The key writes a letter, digit or mark. */
  readonly isText: boolean;
}

/** `edit` with what is typed, or with null for the cell's own text. */
export type GridAction =
  | { readonly do: 'move'; readonly to: GridPlace }
  | { readonly do: 'edit'; readonly text: string | null }
  | { readonly do: 'clear' | 'undo' | 'redo' | 'leave' };

const PAGE = 10;

/** What a key does in a grid where no cell is being edited; null leaves it to the browser. As in spreadsheets. */
export function gridAction({ key, shift, command, isText }: GridKey, at: GridPlace, size: GridSize): GridAction | null {
  const to = (row: number, column: number): GridAction => ({ do: 'move', to: placeWithin({ row, column }, size) });
  if (command) {
    const letter = key.toLowerCase();
    if (letter === 'z') return { do: shift ? 'redo' : 'undo' };
    if (letter === 'y') return { do: 'redo' };
    if (key === 'Home') return to(0, 0);
    return key === 'End' ? to(Math.max(0, size.filled - 1), size.columns - 1) : null;
  }
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'Enter':
      return to(at.row + (shift ? -1 : 1), at.column);
    case 'Tab':
      return tab(at, size, shift ? -1 : 1);
    case 'Home':
      return to(at.row, 0);
    case 'End':
      return to(at.row, size.columns - 1);
    case 'PageUp':
      return to(at.row - PAGE, at.column);
    case 'PageDown':
      return to(at.row + PAGE, at.column);
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'leave' };
    case 'F2':
    case ' ':
      return { do: 'edit', text: null };
    default:
      return isText ? { do: 'edit', text: key } : null;
  }
}

/** The nearest place that there is. */
export function placeWithin({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace {
  const within = (value: number, end: number): number => Math.max(0, Math.min(value, end - 1));
  return { row: within(row, rows), column: within(column, columns) };
}

function tab({ row, column }: GridPlace, size: GridSize, step: 1 | -1): GridAction | null {
  const next = column + step;
  if (next >= 0 && next < size.columns) return { do: 'move', to: { row, column: next } };
  const leaves = step === 1 ? row >= Math.min(size.filled, size.rows - 1) : row === 0;
  return leaves ? null : { do: 'move', to: { row: row + step, column: step === 1 ? 0 : size.columns - 1 } };
}
