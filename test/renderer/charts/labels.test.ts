import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  overlap,
  placeLabels,
  runsThrough,
  spreadLabels,
  type LabelWish,
  type Stretch,
} from '../../../renderer/charts/labels/place-labels.model.ts';

const AREA = { left: 0, top: 0, width: 400, height: 200 };
const wish = (x: number, y: number, rank: number, width = 40): LabelWish => ({
  text: 't',
  width,
  height: 13,
  rank,
  spots: [{ x, y, align: 'center' }],
});

describe('labels at marks', () => {
  test('stand where they wish, moved in from the side', () => {
    expect(placeLabels([wish(100, 50, 0)], [], AREA)[0]?.box).toEqual({ left: 80, top: 43.5, width: 40, height: 13 });
    expect(placeLabels([wish(395, 50, 0)], [], AREA)[0]?.spot.x).toBe(380);
  });

  test('of two that would meet the more telling is drawn', () => {
    expect(placeLabels([wish(100, 50, 1), wish(130, 50, 0)], [], AREA).map(({ index }) => index)).toEqual([1]);
  });

  test('take their second spot where the first is taken', () => {
    const second: LabelWish = { ...wish(130, 50, 1), spots: [{ x: 130, y: 50, align: 'center' }, { x: 130, y: 70, align: 'center' }] }; // prettier-ignore
    expect(placeLabels([wish(100, 50, 0), second], [], AREA)[1]?.spot.y).toBe(70);
  });

  test('keep off what is in the way and stay within the plot', () => {
    expect(placeLabels([wish(100, 50, 0)], [{ left: 110, top: 40, width: 5, height: 5 }], AREA)).toEqual([]);
    expect(placeLabels([wish(100, 3, 0)], [], AREA)).toEqual([]);
  });

  test('are read beside lines, not on them', () => {
    const { spots, ...over } = wish(100, 50, 0);
    const further: LabelWish = { ...over, spots: [...spots, { x: 100, y: 80, align: 'center' }] };
    // From the left edge to the right one: once at the label's height, once under it.
    const across = (from: number, to: number): Stretch => [
      { x: 0, y: from },
      { x: 400, y: to },
    ];
    expect(placeLabels([further], [], AREA, [across(50, 50)])[0]?.spot.y).toBe(80);
    expect(placeLabels([further], [], AREA, [across(60, 60)])[0]?.spot.y).toBe(50);
    // At 100 px of 400 this one has come from 0 to 50.
    expect(placeLabels([further], [], AREA, [across(0, 200)])[0]?.spot.y).toBe(80);
  });

  test('a line is met where it runs through a box, not beyond its ends', () => {
    const box = { left: 10, top: 10, width: 10, height: 10 };
    const stretch = (...[x, y, a, b]: readonly [number, number, number, number]): Stretch => [
      { x, y },
      { x: a, y: b },
    ];
    expect(runsThrough(stretch(0, 15, 30, 15), box)).toBe(true);
    expect(runsThrough(stretch(12, 12, 14, 14), box)).toBe(true);
    expect(runsThrough(stretch(0, 15, 9, 15), box)).toBe(false);
    expect(runsThrough(stretch(15, 30, 15, 21), box)).toBe(false);
    expect(runsThrough(stretch(0, 0, 40, 5), box)).toBe(false);
    // A corner is cut where the line passes under 30 = x + y.
    expect(runsThrough(stretch(5, 20, 20, 5), box)).toBe(true);
    expect(runsThrough(stretch(0, 19, 19, 0), box)).toBe(false);
  });

  test('never touch each other, whatever is wished for', () => {
    const spot = fc.record({ x: fc.double({ min: -50, max: 450, noNaN: true }), y: fc.double({ min: -20, max: 220, noNaN: true }), align: fc.constantFrom('left', 'center', 'right') }); // prettier-ignore
    const any = fc.record({ text: fc.string(), width: fc.double({ min: 1, max: 120, noNaN: true }), height: fc.constantFrom(11, 13, 20), rank: fc.nat(9), spots: fc.array(spot, { minLength: 1, maxLength: 4 }) }); // prettier-ignore
    const boxes = fc.array(fc.record({ left: fc.nat(400), top: fc.nat(200), width: fc.nat(60), height: fc.nat(60) }), { maxLength: 6 }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), boxes, (wishes, obstacles) => {
        const placed = placeLabels(wishes, obstacles, AREA);
        placed.forEach(({ box }, index) => {
          expect(placed.slice(0, index).some((other) => overlap(box, other.box))).toBe(false);
          expect(obstacles.some((each) => overlap(box, each))).toBe(false);
          expect(box.left >= -0.02 && box.top >= -0.02 && box.left + box.width <= 400.02 && box.top + box.height <= 200.02).toBe(true); // prettier-ignore
        });
        expect(new Set(placed.map(({ index }) => index)).size).toBe(placed.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('names at the ends of lines', () => {
  test('are moved apart around what they wish for', () => {
    expect(spreadLabels([50, 52], 12, 0, 100)).toEqual([45, 57]);
    expect(spreadLabels([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
    expect(spreadLabels([2, 3], 12, 0, 100)).toEqual([6, 18]);
    expect(spreadLabels([1, 2, 3], 40, 0, 100)).toBeNull();
  });

  test('never touch, stay inside and keep their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -20, max: 320, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (wished) => {
          const places = spreadLabels(wished, 13, 0, 300);
          if (places === null) throw new Error('twenty names of 13 px fit in 300');
          const sorted = [...places].toSorted((a, b) => a - b);
          sorted.forEach((place, index) => {
            expect(place).toBeGreaterThanOrEqual(6.5 - 1e-6);
            expect(place).toBeLessThanOrEqual(293.5 + 1e-6);
            if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-6);
          });
          wished.forEach((a, first) =>
            wished.forEach((b, second) => {
              if (a < b) expect(places[first]).toBeLessThan(places[second] ?? 0);
            }),
          );
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});
