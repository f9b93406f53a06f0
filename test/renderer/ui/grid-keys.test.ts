import { describe, expect, it } from 'vitest';
import { gridAction, type GridAction } from '../../../renderer/ui/grid-keys.model.ts';

/** Three rows of which one is filled, two columns. */
const SIZE = { rows: 3, columns: 2, filled: 1 };
const press = (key: string, at: readonly [number, number], more: { shift?: boolean; command?: boolean } = {}) =>
  gridAction(
    { key, shift: more.shift ?? false, command: more.command ?? false, isText: key.length === 1 },
    { row: at[0], column: at[1] },
    SIZE,
  );
const to = (row: number, column: number): GridAction => ({ do: 'move', to: { row, column } });

describe('keys in a grid', () => {
  it('move the cursor and stop at the edges', () => {
    expect(press('ArrowDown', [0, 1])).toEqual(to(1, 1));
    expect(press('ArrowUp', [0, 1])).toEqual(to(0, 1));
    expect(press('Enter', [0, 0])).toEqual(to(1, 0));
    expect(press('Enter', [1, 0], { shift: true })).toEqual(to(0, 0));
    expect(press('PageDown', [0, 0])).toEqual(to(2, 0));
    expect(press('End', [1, 0])).toEqual(to(1, 1));
    expect(press('End', [2, 0], { command: true })).toEqual(to(0, 1));
  });

  it('Tab goes on to the next row as long as there is something to come to, and then leaves', () => {
    expect(press('Tab', [0, 0])).toEqual(to(0, 1));
    expect(press('Tab', [0, 1])).toEqual(to(1, 0));
    expect(press('Tab', [1, 1])).toBeNull();
    expect(press('Tab', [1, 0], { shift: true })).toEqual(to(0, 1));
    expect(press('Tab', [0, 0], { shift: true })).toBeNull();
    expect(press('Escape', [0, 0])).toEqual({ do: 'leave' });
  });

  it('write, clear, take back, and leave the rest to the browser', () => {
    expect(press('å', [0, 0])).toEqual({ do: 'edit', text: 'å' });
    expect(press('F2', [0, 0])).toEqual({ do: 'edit', text: null });
    expect(press('Backspace', [0, 0])).toEqual({ do: 'clear' });
    expect(press('z', [0, 0], { command: true })).toEqual({ do: 'undo' });
    expect(press('Z', [0, 0], { command: true, shift: true })).toEqual({ do: 'redo' });
    expect(press('y', [0, 0], { command: true })).toEqual({ do: 'redo' });
    expect(press('v', [0, 0], { command: true })).toBeNull();
    expect(press('Shift', [0, 0])).toBeNull();
  });
});
