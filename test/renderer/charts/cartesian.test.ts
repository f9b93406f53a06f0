import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#shared/charts/model.ts';
import { chartOf, values } from '../../shared/charts/sample-model.ts';
import { plain } from '../catalogue.ts';
import { datasetsOf, joinedForecast } from '../../../renderer/charts/cartesian/datasets.model.ts';
import { notesOf } from '../../../renderer/charts/cartesian/notes.model.ts';
import { onRound } from '../../../renderer/charts/cartesian/pie.model.ts';
import { planOf } from '../../../renderer/charts/cartesian/plan.model.ts';
import { cartesianSettings } from '../../../renderer/charts/cartesian/settings.model.ts';
import { isValley, tellingRanks } from '../../../renderer/charts/cartesian/value-labels.model.ts';
import { INKS, type Ink, type Inks } from '../../../renderer/charts/scene/inks.ts';
import type { Measure } from '../../../renderer/charts/scene/scene.ts';

/** Each colour is its own name, each letter six pixels wide. */
const inks: Inks = { font: 'Inter', of: Object.fromEntries(INKS.map((ink) => [ink, ink])) as Record<Ink, string> };
const measure: Measure = (words) => words.length * 6;
const size = { width: 600, height: 240 };

function drawn(model: ChartModel, chosen: readonly string[] | null = null) {
  const plan = planOf(model, size, measure);
  const needs = { model, plan, inks, measure, size, noted: false, chosen: chosen === null ? null : new Set(chosen) };
  return { plan, sets: datasetsOf(needs), settings: cartesianSettings(needs) };
}
const notation = [
  values(10, 8, null),
  { key: 'before', name: '2025', role: 'previous' as const, points: [8, 9, 7] },
  { key: 'goal', name: 'Mål', role: 'target' as const, points: [9, 9, 20] },
  { key: 'ahead', name: 'Prognos', role: 'forecast' as const, points: [10, null, { value: 12, low: 9, high: 15 }] },
];

describe('columns', () => {
  test('actual solid and dark, the previous year light and behind, the forecast where nothing is actual yet', () => {
    const { sets } = drawn(chartOf('column', notation));
    expect(sets.map(({ label, data }) => [label, data])).toEqual([
      ['now', [10, 8, null]],
      ['before', [8, 9, 7]],
      ['ahead', [null, null, 12]],
    ]);
    expect(sets[0]?.backgroundColor).toEqual(['actual', 'actual', 'actual']);
    expect(sets[1]?.backgroundColor).toEqual(['previous', 'previous', 'previous']);
    expect(sets[2]?.backgroundColor).toBe('surface');
    expect(sets.map(({ order }) => order)).toEqual([2, 3, 2]);
  });

  test('from zero, and up to what stands highest: value, target or interval', () => {
    const { plan } = drawn(chartOf('column', notation));
    expect([plan.axis.from, plan.axis.to, plan.axis.broken]).toEqual([0, 20, false]);
    expect(drawn(chartOf('column', [values(1000, 1001, 1002)])).plan.axis.from).toBe(0);
    expect(drawn(chartOf('column', [values(-5, 10)])).plan.axis.from).toBeLessThan(-5);
  });

  test('a period still open is an outline, the united remainder is grey', () => {
    const model = chartOf('column', [values(1, 2, 3)]);
    const [first, second, third] = model.categories;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three categories');
    const { sets } = drawn({ ...model, categories: [first, { ...second, open: true }, { ...third, other: true }] });
    expect(sets[0]?.backgroundColor).toEqual(['actual', 'surface', 'line-strong']);
    expect(sets[0]?.borderWidth).toEqual([0, 1.5, 0]);
  });

  test('several series have a colour each and one slot each', () => {
    const { sets, plan } = drawn(chartOf('column', [values(1, 2), { key: 'b', name: 'b', points: [3, 4] }]));
    expect(sets.map((set) => ('stack' in set ? set.stack : null))).toEqual(['now', 'b']);
    expect(sets[1]?.backgroundColor).toEqual(['series-2', 'series-2']);
    expect(plan.endNames).toBe(false);
  });

  test('labels that have no room for decimals lose them, those that have none at all give way to an axis', () => {
    const money = (count: number, scale: ChartModel['scale']): ChartModel => ({
      ...chartOf('column', [values(...Array.from({ length: count }, () => 1_720_400))]),
      scale,
    });
    const exact = { step: 'thousand', decimals: 1 } as const;
    // '1 720,4' is 42 px, '1 720' 30: a slot of 50, 40 and 25.
    expect(drawn(money(12, exact)).plan).toMatchObject({ decimals: undefined, showAxis: false });
    expect(drawn(money(15, exact)).plan).toMatchObject({ decimals: 0, showAxis: false });
    expect(drawn(money(24, exact)).plan).toMatchObject({ showAxis: true });
  });

  test('charts of one measure on a page can share their axis', () => {
    const { plan } = drawn({ ...chartOf('column', [values(1, 2)]), range: { from: 0, to: 50 } });
    expect(plan.axis.to).toBe(50);
  });
});

describe('stacks and shares', () => {
  const two = [values(30, 0), { key: 'b', name: 'b', points: [10, 0] }];
  test('stand on each other, as high as they are together', () => {
    const { sets, plan, settings } = drawn(chartOf('stacked-column', two));
    expect(sets.map((set) => ('stack' in set ? set.stack : null))).toEqual(['all', 'all']);
    expect(plan.axis.to).toBe(40);
    expect(settings.options.scales?.['y']).toMatchObject({ stacked: true });
  });
  test('parts of a whole of nothing are none', () => {
    const { sets, plan } = drawn(chartOf('share-column', two));
    expect(sets.map(({ data }) => data)).toEqual([[0.75, null], [0.25, null]]); // prettier-ignore
    expect([plan.axis.from, plan.axis.to]).toEqual([0, 1]);
  });
  test('losses go down from zero', () => {
    const { plan } = drawn(chartOf('stacked-column', [values(30), { key: 'b', name: 'b', points: [-10] }]));
    // 16 of 200 px under the lowest for its label: 40 are 184 px.
    expect(plan.axis.to).toBe(30);
    expect(plan.axis.from).toBeCloseTo(-10 - (40 * 16) / 184, 9);
  });
});

describe('lines', () => {
  test('may start above zero, and then show an axis that says so', () => {
    const { plan, settings } = drawn(chartOf('line', [values(900, 950, 1000)]));
    expect([plan.axis.broken, plan.showAxis]).toEqual([true, true]);
    expect(settings.type).toBe('line');
  });
  test('areas never do', () => {
    expect(drawn(chartOf('area', [values(900, 950, 1000)])).plan.axis.from).toBe(0);
  });
  test('a forecast goes on from the last actual value', () => {
    const [now, , , ahead] = chartOf('line', notation).series;
    if (now === undefined || ahead === undefined) throw new Error('four series');
    expect(joinedForecast(now, ahead)).toEqual([null, 8, 12]);
  });
  test('several are named at their ends, unless there are more than have room', () => {
    const many = (count: number): ChartModel =>
      chartOf(
        'line',
        Array.from({ length: count }, (_, index) => ({ key: String(index), name: 'Namn', points: [1, 2] })),
      );
    expect(drawn(many(4)).plan).toMatchObject({ endNames: true, endRoom: 34 });
    expect(drawn(many(30)).plan).toMatchObject({ endNames: false, endRoom: 0 });
  });
});

describe('combinations', () => {
  const margin = { key: 'm', name: 'Täckningsgrad', unit: 'ratio' as const, line: true, points: [0.4, 0.41] };
  test('a measure of another unit has a panel and an axis of its own', () => {
    const { plan, sets, settings } = drawn(chartOf('combo', [values(10, 20), margin]));
    expect(plan.panel.map(({ actual }) => actual.key)).toEqual(['m']);
    expect(sets.find(({ label }) => label === 'm')).toMatchObject({ type: 'line', yAxisID: 'panel' });
    expect(Object.keys(settings.options.scales ?? {})).toEqual(['x', 'y', 'panel']);
    // Two labels, 26 pixels, have room between the highest column and the panel.
    expect(plan.axis.to).toBeGreaterThan(20);
  });
  test('chart.js draws no target, which is a thin line across each column as elsewhere', () => {
    const { sets } = drawn(chartOf('combo', notation.slice(0, 3)));
    expect(sets.map(({ label }) => label)).not.toContain('goal');
  });
});

describe('bars', () => {
  test('run sideways with room for their labels', () => {
    const { settings, plan } = drawn(chartOf('bar', [values(1000, -20)]));
    expect(settings.options).toMatchObject({ indexAxis: 'y', scales: { x: { max: 1000 } } });
    // '1 000' is 30 px and 8 px of air; on the other side the axis goes on for the label of −20.
    expect(settings.options.layout?.padding).toMatchObject({ right: 38, left: 0 });
    expect(plan.axis.from).toBeCloseTo(-20 - (1020 * 38) / (600 * 0.62 - 38 - 38), 9);
  });
});

test('what is not chosen is faint', () => {
  const colored: Inks = { ...inks, of: { ...inks.of, actual: '#24405e' } };
  const model = chartOf('bar', [values(1, 2)]);
  const plan = planOf(model, size, measure);
  const [set] = datasetsOf({ model, plan, inks: colored, chosen: new Set(['a']) });
  expect(set?.backgroundColor).toEqual(['#24405e', '#24405e47']);
});

describe('the change under each column', () => {
  const notes = (model: ChartModel, slot = 60) =>
    notesOf(model, slot, measure)?.map((note) => (note === null ? null : [plain(note.text), note.ink]));
  const two = (
    direction: 'higher' | 'lower',
    now: readonly number[],
    before: readonly number[],
    unit: 'money' | 'ratio' = 'money',
  ) => {
    const model = chartOf(
      'column',
      [values(...now), { key: 'b', name: '2025', role: 'previous', points: before }],
      unit,
    );
    return { ...model, series: model.series.map((series) => ({ ...series, direction })) };
  };
  test('is green or red by what is good for the business', () => {
    expect(notes(two('higher', [110, 90], [100, 100]))).toEqual([['+10 %', 'good'], ['-10 %', 'bad']]); // prettier-ignore
    expect(notes(two('lower', [110, 90], [100, 100]))).toEqual([['+10 %', 'bad'], ['-10 %', 'good']]); // prettier-ignore
    expect(notes(two('higher', [100, 5], [100, 0]))).toEqual([['0 %', 'ink-2'], null]); // prettier-ignore
  });
  test('of ratios is in percentage points', () => {
    expect(notes(two('higher', [0.41], [0.4], 'ratio'))).toEqual([['+1,0 pe', 'good']]);
  });
  test('is left out where it has no room, or nothing to stand beside', () => {
    expect(notes(two('higher', [110], [100]), 20)).toBeUndefined();
    expect(notes(chartOf('column', [values(1)]))).toBeUndefined();
  });
});

test('the last, the highest and the lowest points say most', () => {
  expect(tellingRanks([1, 9, 4])).toEqual([2, 1, 0]);
  expect(tellingRanks([null, 3], 18)).toEqual([null, 0]);
  expect(tellingRanks([5, 1, 9, 5, 5, 6], 3)).toEqual([null, 2, 1, null, null, 0]);
});

test('a valley is lower than both neighbours, an end than its one', () => {
  expect([0, 1, 2, 3].map((index) => isValley([3, 1, 2, null], index))).toEqual([false, true, false, false]);
  expect(isValley([5, 2], 1)).toBe(true);
});

test('a quarter of a turn from the top is to the right', () => {
  const spot = onRound({ middle: { x: 100, y: 100 } }, 0.25, 50);
  expect([Math.round(spot.x), Math.round(spot.y)]).toEqual([150, 100]);
});
