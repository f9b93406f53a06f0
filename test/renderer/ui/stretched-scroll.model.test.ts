import { describe, expect, it } from 'vitest';
import { afterScroll, boxHeight, TALLEST_BOX, type ScrollState } from '../../../renderer/ui/stretched-scroll.model.ts';

const ROW = 30;
const view = 600;
const TOP: ScrollState = { top: 0, offset: 0 };
const heights = (rows: number) => ({ list: rows * ROW, view });
const place = ({ top, offset }: ScrollState): number => top + offset;

describe('a list that fits its box', () => {
  it('scrolls as it is', () => {
    expect(boxHeight(10_000 * ROW)).toBe(300_000);
    expect(afterScroll(TOP, 299_400, heights(10_000))).toEqual({ top: 299_400, offset: 0 });
  });
});

describe.each([400_000, 1_000_000, 10_000_000])('a list of %i rows', (rows) => {
  const sizes = heights(rows);
  const last = sizes.list - view;
  const lastOfBox = TALLEST_BOX - view;

  it('has a box that browsers can draw', () => {
    expect(boxHeight(sizes.list)).toBe(TALLEST_BOX);
  });

  it('stands at its ends when the box does', () => {
    expect(place(afterScroll(TOP, lastOfBox, sizes))).toBeCloseTo(last, 3);
    const middle = afterScroll(TOP, lastOfBox / 2, sizes);
    expect(place(middle)).toBeCloseTo(last / 2, 3);
    expect(place(afterScroll(middle, 0, sizes))).toBe(0);
  });

  /** Turns the wheel until the list no longer moves. */
  function scrolledBy(step: number, from: ScrollState, turns: number): readonly ScrollState[] {
    const states = [from];
    for (let turn = 0; turn < turns; turn++) {
      const now = states.at(-1) ?? from;
      const top = Math.min(lastOfBox, Math.max(0, now.top + step));
      states.push(afterScroll(now, top, sizes));
    }
    return states;
  }

  it.each([100, -100, 30, -30, 550])('moves by exactly what is scrolled, %i px at a time', (step) => {
    const from = afterScroll(TOP, lastOfBox / 2, sizes);
    const states = scrolledBy(step, from, 3000);
    states.slice(1).forEach((now, i) => {
      const before = place(states[i] ?? from);
      expect(place(now)).toBeCloseTo(Math.min(last, Math.max(0, before + step)), 3);
      expect(now.top).toBeGreaterThanOrEqual(0);
      expect(now.top).toBeLessThanOrEqual(lastOfBox);
    });
  });

  it('comes to its very first and last row step by step, never stuck before them', () => {
    const nearTop = afterScroll(TOP, 3000, sizes);
    const up = scrolledBy(-100, nearTop, Math.ceil(place(nearTop) / 100) + 2).at(-1);
    expect(up).toEqual({ top: 0, offset: 0 });
    const nearEnd = afterScroll(TOP, lastOfBox - 3000, sizes);
    const down = scrolledBy(100, nearEnd, Math.ceil((last - place(nearEnd)) / 100) + 2).at(-1) ?? nearEnd;
    expect(down.top).toBeCloseTo(lastOfBox, 3);
    expect(place(down)).toBeCloseTo(last, 3);
  });
});
