import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CellSlot } from '#engine/ports/column-queries.ts';
import { isoDate, parseIsoDate, weekday } from '#shared/calendar.ts';
import { workingCalendar } from '#shared/working-days.ts';
import type { PlainRow } from '../support/columns-of-rows.ts';
import { amongMany, measureOf, queriesOf, requestOf, RUNS } from './cells.ts';

const SWEDEN = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
const TARGET = { kind: 'target', date: 'start', until: 'end', nature: 'spread' } as const;
const day = (iso: string): number => parseIsoDate(iso) ?? NaN;
const days = (from: string, to = from): CellSlot => ({ from: day(from), to: day(to) });

function spread(
  target: readonly PlainRow[],
  slots: readonly CellSlot[],
  how: 'sum' | 'mean' | 'count' = 'sum',
  calendar: typeof SWEDEN = null,
): readonly number[] {
  const queries = queriesOf({ target }, { calendar });
  const rows = queries.rows(requestOf({ ...TARGET, breakdown: queries.breakdown([]), slots }));
  const aggregate = how === 'count' ? { do: how } : { do: how, field: 'value' };
  const table = queries.aggregate([rows], measureOf(aggregate, TARGET));
  return slots.map((_, slot) => table.at(slot));
}

describe('a value spread over its days', () => {
  it('gives parts that add up, to the ten-thousandth', () => {
    const target = [{ start: '2026-03-01', end: '2026-03-03', value: 100 }];
    const slots = [days('2026-03-01'), days('2026-03-02'), days('2026-03-03'), days('2026-02-01', '2026-04-01')];
    expect(spread(target, slots)).toEqual([33.3333, 33.3334, 33.3333, 100]);
  });

  it('goes by working days where there is a calendar', () => {
    // January 2026 has 20 in Sweden; through Thursday the 15th they are 2, 5, 7, 8, 9, 12, 13, 14, 15.
    const target = [{ start: '2026-01-01', end: '2026-01-31', value: 20_000 }];
    const slots = [days('2026-01-01', '2026-01-15'), days('2026-01-16', '2026-12-31'), days('2026-01-06')];
    expect(spread(target, slots, 'sum', SWEDEN)).toEqual([9_000, 11_000, 0]);
    expect(spread(target, slots, 'count', SWEDEN)).toEqual([1, 1, 1]);
    expect(spread(target, [days('2026-01-01', '2026-01-15')])).toEqual([9_677.4194]);
  });

  it('counts a weekend by its days when it has no working day', () => {
    const target = [{ start: '2026-01-03', end: '2026-01-04', value: 5 }];
    expect(spread(target, [days('2026-01-03'), days('2026-01-04')], 'sum', SWEDEN)).toEqual([2.5, 2.5]);
  });

  it('lasts a day without an end, and with one before its beginning', () => {
    const target = [
      { start: '2026-01-03', value: 5 },
      { start: '2026-01-03', end: '2025-12-01', value: 2 },
    ];
    expect(spread(target, [days('2025-12-01', '2026-01-02'), days('2026-01-03', '2026-01-10')])).toEqual([0, 7]);
  });

  it('means weigh by the time in the cell', () => {
    // In January 10 days at 40 and 20 at 70.
    const target = [
      { start: '2026-01-01', end: '2026-01-10', value: 40 },
      { start: '2026-01-11', end: '2026-02-28', value: 70 },
    ];
    const slots = [days('2026-01-01', '2026-01-30'), days('2026-02-01', '2026-02-28'), days('2027-01-01')];
    expect(spread(target, slots, 'mean')).toEqual([60, 70, NaN]);
  });

  it('is whole where rows without a date are', () => {
    const target = [{ start: '2026-01-01', value: 1 }, { value: 20 }];
    const all: CellSlot = { from: day('2026-01-01'), to: day('2026-01-31'), undated: true };
    expect(spread(target, ['undated', days('2026-01-01'), all])).toEqual([20, 1, 21]);
  });
});

const ANY_TARGET = fc.record({
  start: fc.integer({ min: 0, max: 60 }),
  length: fc.integer({ min: 0, max: 400 }),
  value: fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
});
/** Days to cut at, days closed, and whether cells are numbered as they are met. */
const SCENE = fc.record({
  targets: fc.array(ANY_TARGET, { minLength: 1, maxLength: 6 }),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 460 }), { maxLength: 12 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 7 }),
  calendar: fc.boolean(),
});

/** Rounded half up, in whole numbers. */
const part = (value: number, weight: number, whole: number): number => {
  const [doubled, twice] = [2n * BigInt(value) * BigInt(weight) + BigInt(whole), 2n * BigInt(whole)];
  const quotient = doubled / twice;
  return Number(doubled < 0n && doubled % twice !== 0n ? quotient - 1n : quotient);
};

/** Ten-thousandths of the targets in the days from..to, by counting days one by one. */
function byCounting(
  targets: readonly { start: number; length: number; value: number }[],
  works: (day: number) => boolean,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (const { start, length, value } of targets) {
    const own = Array.from({ length: length + 1 }, (_, i) => start + i);
    const counted = own.some(works) ? own.filter(works) : own;
    const [before, through] = [from, to + 1].map((end) => counted.filter((one) => one < end).length);
    sum += part(value, through ?? 0, counted.length) - part(value, before ?? 0, counted.length);
  }
  return sum;
}

it('is what counting day by day gives, and its parts add up under any cut', () => {
  fc.assert(
    fc.property(SCENE, fc.boolean(), ({ targets, cuts, weekdays, calendar }, many) => {
      const bounds = [0, ...cuts.toSorted((a, b) => a - b), 461];
      const slots = bounds.slice(0, -1).map((from, i) => ({ from, to: (bounds[i + 1] ?? 0) - 1 }));
      const all = [...slots, { from: 0, to: 460 }];
      const rows = targets.map(({ start, length, value }) => ({
        start: isoDate(start),
        end: isoDate(start + length),
        value: value / 10_000,
      }));
      const found = spread(
        rows,
        many && cuts.length === 1 ? amongMany(all) : all,
        'sum',
        calendar ? workingCalendar({ country: 'SE', weekdays, extra: ['1970-01-20'] }) : null,
      ).map((value) => Math.round(value * 10_000));
      // No Swedish holiday is known before 1990: the weekly rest and the day closed here are all.
      const works = (one: number): boolean => !calendar || (weekdays.includes(weekday(one)) && one !== 19);
      expect(found.slice(0, all.length)).toEqual(all.map(({ from, to }) => byCounting(targets, works, from, to)));
      const whole = targets.reduce((sum, { value }) => sum + value, 0);
      expect(found.slice(0, slots.length).reduce((sum, value) => sum + value, 0)).toBe(whole);
    }),
    RUNS,
  );
});
