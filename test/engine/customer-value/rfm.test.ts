import { expect, it } from 'vitest';
import { quintiles, rfmSegment } from '#engine/customer-value/rfm.ts';
import { gapVariation, spendCorrelation, trustNotes } from '#engine/customer-value/trust.ts';

it('ten customers are two to a fifth', () => {
  expect(quintiles([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

it('equal values share the fifth of the lowest of them', () => {
  // Of ten: six have bought once (none below: 1), two twice (six below, 30/10: 4), one three times (eight below: 5), one nine (nine below: 5).
  expect(quintiles([1, 1, 1, 1, 1, 1, 2, 2, 3, 9])).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
  expect(quintiles([7, 7, 7])).toEqual([1, 1, 1]);
  expect(quintiles([])).toEqual([]);
});

it('segments by recency and frequency', () => {
  expect(rfmSegment(5, 5)).toBe('champions');
  expect(rfmSegment(3, 4)).toBe('loyal');
  expect(rfmSegment(4, 2)).toBe('potential');
  expect(rfmSegment(5, 1)).toBe('new');
  expect(rfmSegment(4, 1)).toBe('promising');
  expect(rfmSegment(3, 3)).toBe('attention');
  expect(rfmSegment(3, 1)).toBe('fading');
  expect(rfmSegment(2, 4)).toBe('at-risk');
  expect(rfmSegment(1, 5)).toBe('cannot-lose');
  expect(rfmSegment(1, 1)).toBe('hibernating');
});

const history = (repeats: number, meanSpent: number | null) => ({ repeats, recency: 1, age: 10, meanSpent });

it('the correlation of spend and frequency: 1 on a line, none where nobody came back', () => {
  expect(spendCorrelation([history(1, 10), history(2, 20), history(3, 30), history(0, null)])).toBeCloseTo(1, 12);
  // Repeats 1, 2, 3 and spend 20, 10, 30: deviations −1, 0, 1 and 0, −10, 10 give 10 ÷ √(2 × 200) = 0.5.
  expect(spendCorrelation([history(1, 20), history(2, 10), history(3, 30)])).toBeCloseTo(0.5, 12);
  expect(spendCorrelation([history(0, null), history(1, 5)])).toBeNull();
  expect(spendCorrelation([history(1, 5), history(2, 5), history(3, 5)])).toBeNull();
});

it('how evenly purchases come', () => {
  const on = (...days: number[]) => days.map((day) => ({ day, amount: 1 }));
  expect(gapVariation([on(0, 30, 60, 90, 120)])).toBe(0);
  // Gaps 10, 50, 10, 50: mean 30, deviation 20.
  expect(gapVariation([on(0, 10, 60, 70, 120)])).toBeCloseTo(2 / 3, 12);
  expect(gapVariation([on(0, 30, 60)])).toBeNull();
});

const fit = { r: 1, alpha: 1, a: 1, b: 1, logLikelihood: 0, settled: true };
const holdOut = {
  period: { from: '2026-01-01', to: '2026-06-30' },
  weeks: 26,
  customers: 200,
  expected: 130,
  happened: 100,
  expectedValue: null,
  happenedValue: 0,
  byRepeats: [],
};
const evidence = {
  weeks: 104,
  histories: Array.from({ length: 200 }, (_, i) => history((i % 7) + 1, 10 + ((i * 37) % 11))),
  customers: [],
  fit,
  p: 6,
  settled: true,
  holdOut: { ...holdOut, expected: 100 },
  unrated: 0,
};

it('notes say when not to trust it, and nothing where nothing speaks against it', () => {
  const codes = (more: object) => trustNotes({ ...evidence, ...more }).map(({ code, value }) => [code, value]);
  expect(codes({})).toEqual([]);
  expect(codes({ weeks: 30.4 })).toEqual([['short-history', 30]]);
  expect(codes({ histories: evidence.histories.slice(0, 99) })).toEqual([['few-repeats', 99]]);
  expect(codes({ histories: evidence.histories.map((_, i) => history(i + 1, i + 1)) })).toEqual([
    ['spend-follows-frequency', expect.closeTo(1, 9)],
  ]);
  const [code, off] = codes({ holdOut })[0] ?? [];
  expect(code).toBe('hold-out-off');
  expect(off).toBeCloseTo(0.3, 12);
  expect(codes({ holdOut: null })).toEqual([['hold-out-missing', 0]]);
  expect(codes({ fit: { ...fit, a: 0.0001, b: 1 } })).toEqual([['nobody-leaves', expect.closeTo(0.0001, 6)]]);
  expect(codes({ settled: false })).toEqual([['not-settled', 0]]);
  expect(codes({ p: 1e9 })).toEqual([['own-mean', 1e9]]);
  expect(codes({ unrated: 3 })).toEqual([['unrated', 3]]);
  const monthly = Array.from({ length: 6 }, (_, i) => ({ day: i * 30, amount: 1 }));
  expect(codes({ customers: [monthly] })).toEqual([['regular-buyers', 0]]);
});
