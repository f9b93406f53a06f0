import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartProblem, sharedReason } from '#shared/charts/chart-problem.ts';
import { pieParts } from '#shared/charts/pie-parts.ts';
import { keptIndexes, thinnedChart } from '#shared/charts/thin-points.ts';
import { chartOf, values } from './sample-model.ts';

describe('the slices of a pie', () => {
  const told = (...points: number[]) =>
    pieParts(chartOf('pie', [values(...points)]), 'Övriga').map(({ category, value }) => [category.label, value]);

  test('are the largest five and the rest', () => {
    expect(told(2, 50, 20, 4, 10, 8, 6)).toEqual([['b', 50], ['c', 20], ['e', 10], ['f', 8], ['g', 6], ['Övriga', 6]]); // prettier-ignore
  });

  test('are all of them up to six', () => {
    expect(told(1, 2, 3, 4, 5, 6)).toHaveLength(6);
    expect(told(1, 0, 3)).toEqual([['c', 3], ['a', 1]]); // prettier-ignore
  });

  test('hold what a known whole has besides', () => {
    const parts = pieParts(chartOf('pie', [{ ...values(30, 20), total: 100 }]), 'Övriga');
    expect(parts.map(({ category, share }) => [category.label, share])).toEqual([['a', 0.3], ['b', 0.2], ['Övriga', 0.5]]); // prettier-ignore
  });

  test("keep the passport of the engine's own remainder only while it is the same", () => {
    const cell = { kpi: 'revenue', row: [], column: [], other: true };
    const model = (count: number) => {
      const made = chartOf('pie', [values(...Array.from({ length: count }, () => 10), { value: 5, cell })]);
      return { ...made, categories: made.categories.map((each, at) => ({ ...each, other: at === count })) };
    };
    expect(pieParts(model(4), 'Övriga').at(-1)).toMatchObject({ value: 5, point: { cell } });
    expect(pieParts(model(7), 'Övriga').at(-1)).toMatchObject({ value: 25, point: { cell: null } });
  });

  test('make a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 40 }), (points) => {
        const parts = pieParts(chartOf('pie', [values(...points)]), 'Övriga');
        expect(parts.length).toBeLessThanOrEqual(6);
        if (parts.length > 0) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
      }),
      { seed: 5 },
    );
  });
});

describe('a chart that would mislead is none', () => {
  test.each([
    ['nothing to show', chartOf('column', [values(null, null)]), 'no-values'],
    ['margins as parts of a whole', chartOf('pie', [values(0.4, 0.3)], 'ratio'), 'not-parts'],
    ['margins in a stack', chartOf('stacked-column', [values(0.4)], 'ratio'), 'not-parts'],
    ['a loss in a pie', chartOf('pie', [values(4, -1)]), 'negative-parts'],
    ['a loss among shares', chartOf('share-bar', [values(4, -1)]), 'negative-parts'],
    ['customers counted twice', chartOf('pie', [{ ...values(60, 60), total: 100 }], 'count'), 'parts-overlap'],
    ['dots without a second measure', chartOf('scatter', [values(1, 2)]), 'needs-other-axis'],
    ['bullets without targets', chartOf('bullet', [values(1, 2)]), 'needs-target'],
    ['more bars than pixels', chartOf('bar', [values(...Array.from({ length: 2001 }, () => 1))]), 'too-many-points'],
  ])('%s', (_, model, problem) => {
    expect(chartProblem(model)).toBe(problem);
  });

  test.each([
    ['a loss in a column', chartOf('column', [values(4, -1)])],
    ['a loss in a stack, which goes down', chartOf('stacked-column', [values(4, -1)])],
    ['parts rounded to a little more than the whole', chartOf('pie', [{ ...values(50.001, 50), total: 100 }])],
    ['a long line, which is thinned', chartOf('line', [values(...Array.from({ length: 5000 }, (__, at) => at))])],
    ['a long table', chartOf('table', [values(...Array.from({ length: 5000 }, () => 1))])],
  ])('but %s is one', (_, model) => {
    expect(chartProblem(model)).toBeNull();
  });
});

describe('a chart without values', () => {
  const lacking = (...reasons: (string | null)[]) =>
    sharedReason(chartOf('bar', [values(...reasons.map((reason) => ({ value: null, reason })))]));

  test('says why where that is the same everywhere', () => {
    expect(lacking('Behöver affärer.', 'Behöver affärer.')).toBe('Behöver affärer.');
    expect(lacking('Behöver affärer.', 'Inga rader.')).toBeNull();
    expect(lacking(null, null)).toBeNull();
    expect(lacking()).toBeNull();
  });
});

describe('a line of too many points', () => {
  test('keeps its ends and its peak', () => {
    expect(keptIndexes([0, 0, 9, 0, 0, 0], 3)).toEqual([0, 2, 5]);
    expect(keptIndexes([1, 2, 3], 10)).toEqual([0, 1, 2]);
  });

  test('keeps its order, its number and a lone peak', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 3000 }),
        fc.integer({ min: 10, max: 60 }),
        fc.nat(),
        (count, most, at) => {
          const peak = 1 + (at % (count - 2));
          const series = Array.from({ length: count }, (_, index) => (index === peak ? 1000 : index === 3 ? null : 0));
          const kept = keptIndexes(series, most);
          expect(kept).toHaveLength(most);
          expect(kept).toEqual(kept.toSorted((a, b) => a - b));
          expect([kept[0], kept.at(-1)]).toEqual([0, count - 1]);
          expect(kept).toContain(peak);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  test('has its series thinned at the same places', () => {
    const points = Array.from({ length: 2500 }, (_, index) => index % 7);
    const thin = thinnedChart(chartOf('line', [values(...points), { key: 'b', name: 'b', points }]));
    expect(thin.categories.length).toBeLessThanOrEqual(2000);
    expect(thin.series.every((each) => each.points.length === thin.categories.length)).toBe(true);
    expect(thin.series[1]?.points.at(-1)?.value).toBe(2499 % 7);
  });
});
