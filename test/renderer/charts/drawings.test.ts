import { describe, expect, test } from 'vitest';
import type { SeriesInput } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { chartOf, values } from '../../shared/charts/sample-model.ts';
import { plain } from '../catalogue.ts';
import { drawScene } from '../../../renderer/charts/drawings/draw-scene.ts';
import { isSceneKind } from '../../../renderer/charts/drawings/scene-kind.ts';
import { waterfallFrom, waterfallSteps } from '#shared/charts/waterfall-steps.ts';
import { overlap } from '../../../renderer/charts/labels/place-labels.model.ts';
import { INKS, type Ink, type Inks } from '../../../renderer/charts/scene/inks.ts';
import type { Shape } from '../../../renderer/charts/scene/scene.ts';

const inks: Inks = {
  font: 'Inter',
  of: Object.fromEntries(INKS.map((ink) => [ink, '#24405e'])) as Record<Ink, string>,
};
const say = (key: string, { name = '' }: Readonly<Record<string, string | number>> = {}): string =>
  key === 'against' ? `mot ${String(name)}` : key;

function drawingOf(model: ChartModel, width = 500, height = 200) {
  if (!isSceneKind(model.kind)) throw new Error('not drawn as a scene');
  return drawScene(model.kind, { model, width, height, measure: (words) => words.length * 6, inks, say, chosen: null });
}
const textsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((each) => (each.shape === 'text' ? [plain(each.text)] : []));
const barsOf = (shapes: readonly Shape[]) => shapes.flatMap((each) => (each.shape === 'rect' ? [each] : []));
const before = (...points: SeriesInput['points']): SeriesInput => ({
  key: 'before',
  name: '2025',
  role: 'previous',
  points,
});

describe('the steps of a waterfall', () => {
  const told = (model: ChartModel) =>
    waterfallSteps(model, say).map(({ category, from, to, mark }) => [category.label, from, to, mark]);

  test('build a total from zero', () => {
    expect(told(chartOf('waterfall', [values(30, 20, -5)]))).toEqual([
      ['a', 0, 30, 'neutral'], ['b', 30, 50, 'neutral'], ['c', 50, 45, 'bad'], ['total', 0, 45, 'level'],
    ]); // prettier-ignore
  });

  test('go from the previous year to this one, the largest gain first', () => {
    expect(told(chartOf('waterfall', [values(30, 10, 60), before(20, 30, 40)]))).toEqual([
      ['2025', 0, 90, 'previous-level'], ['c', 90, 110, 'good'], ['a', 110, 120, 'good'], ['b', 120, 100, 'bad'], ['Utfall', 0, 100, 'level'],
    ]); // prettier-ignore
  });

  test('leave no difference to a known total unsaid', () => {
    const series = [
      { ...values(30), total: 115 },
      { ...before(20), total: 100 },
    ];
    expect(told(chartOf('waterfall', series))).toEqual([
      ['2025', 0, 100, 'previous-level'], ['a', 100, 110, 'good'], ['others', 110, 115, 'good'], ['Utfall', 0, 115, 'level'],
    ]); // prettier-ignore
  });

  test('run between the levels a caller has set', () => {
    const model = chartOf('waterfall', [values(100, 30, -20, 110)]);
    const categories = model.categories.map((each, index) => ({ ...each, level: index === 0 || index === 3 }));
    expect(told({ ...model, categories })).toEqual([
      ['a', 0, 100, 'previous-level'], ['b', 100, 130, 'good'], ['c', 130, 110, 'bad'], ['d', 0, 110, 'level'],
    ]); // prettier-ignore
  });

  test('more of what is unwanted is bad', () => {
    const model = chartOf('waterfall', [values(30), before(20)]);
    const lower = { ...model, series: model.series.map((series) => ({ ...series, direction: 'lower' as const })) };
    expect(told(lower)[1]?.[3]).toBe('bad');
  });

  test('small steps beside large levels break the axis, others never', () => {
    const from = (...points: number[]) =>
      waterfallFrom(waterfallSteps(chartOf('waterfall', [values(...points), before(...points.map(() => 100))]), say));
    expect(from(110, 90)).toBe(195);
    expect(from(10, 400)).toBe(0);
  });

  test('a broken axis is drawn broken and said to be', () => {
    const { scene, legend } = drawingOf(chartOf('waterfall', [values(110, 90), before(100, 100)]));
    expect(legend.map(({ text }) => text)).toEqual(['brokenAxis']);
    expect(scene.shapes.filter((each) => each.shape === 'path' && each.stroke === 'surface')).toHaveLength(2);
    expect(textsOf(scene.shapes)).toEqual(expect.arrayContaining(['200', '+10', '-10']));
  });
});

test('a funnel: bars from one zero, what is left of the step before', () => {
  const { scene, places } = drawingOf(chartOf('funnel', [values(200, 100, 25)], 'count'));
  const bars = barsOf(scene.shapes).map(({ box }) => box);
  expect(new Set(bars.map(({ left }) => left)).size).toBe(1);
  const widths = bars.map(({ width }) => width);
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.5, 6);
  expect((widths[2] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.125, 6);
  expect(textsOf(scene.shapes)).toEqual(expect.arrayContaining(['200', '100', '25', '50 %', '25 %']));
  expect(places.map(({ along }) => along)).toEqual([0, 1, 2]);
});

test('a bullet: what falls short is in the colour of bad news, with an arrow', () => {
  const goal: SeriesInput = { key: 'goal', name: 'Mål', role: 'target', points: [100, 100] };
  const { scene } = drawingOf(chartOf('bullet', [values(114, 81), goal]));
  expect(textsOf(scene.shapes)).toEqual(expect.arrayContaining(['▲ 114 %', '▼ 81 %']));
  expect(barsOf(scene.shapes).map(({ fill }) => fill)).toEqual(['sunken', 'actual', 'sunken', 'bad']);
});

test('a bullet without room for all its numbers keeps what is reached', () => {
  const goal: SeriesInput = { key: 'goal', name: 'Mål', role: 'target', points: [100, 100] };
  const { scene } = drawingOf(chartOf('bullet', [values(114, 81), goal]), 170);
  expect(textsOf(scene.shapes)).toContain('▼ 81 %');
  expect(textsOf(scene.shapes)).not.toContain('100');
});

test('periods over a grid are left out evenly where they have no room, members are cut', () => {
  const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni'];
  const model = chartOf('heat-map', [values(1, 2, 3, 4, 5, 6)]);
  const named = { ...model, categories: model.categories.map((each, at) => ({ ...each, label: months[at] ?? '' })) };
  // Cells of 30 px; 'februari' is 48 px and 6 of air: every second.
  expect(textsOf(drawingOf({ ...named, time: true }, 232).scene.shapes)).toEqual(
    expect.arrayContaining(['januari', 'mars', 'maj']),
  );
  expect(textsOf(drawingOf({ ...named, time: true }, 232).scene.shapes)).not.toContain('februari');
  expect(textsOf(drawingOf(named, 232).scene.shapes)).toContain('feb…');
});

describe('a grid', () => {
  test('is as strong as its values, and leaves a triangle of cohorts open', () => {
    const cohorts = [
      { ...values(1, 0.5, 0.25), key: 'a', total: 64 },
      { ...values(1, 0.4, null), key: 'b', total: 58 },
    ];
    const { scene, places } = drawingOf(chartOf('cohort', cohorts, 'ratio'));
    expect(places).toHaveLength(5);
    const alphas = barsOf(scene.shapes).map(({ alpha }) => alpha ?? 0);
    expect(Math.max(...alphas)).toBe(alphas[0]);
    expect(Math.min(...alphas)).toBe(alphas[2]);
    expect(textsOf(scene.shapes)).toEqual(expect.arrayContaining(['64', '58', '100 %', '25 %']));
  });
  test('below zero has the colour of bad news', () => {
    const { scene } = drawingOf(chartOf('heat-map', [values(5, -5, null)]));
    expect(barsOf(scene.shapes).map(({ fill }) => fill)).toEqual(['actual', 'bad', 'sunken']);
  });
  test('has all numbers or none', () => {
    const { scene } = drawingOf(chartOf('heat-map', [values(1, 1_000_000, 3)]), 120);
    expect(textsOf(scene.shapes)).not.toContain('1');
  });
  test('of many rows is taller than its room', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      key: String(index),
      name: String(index),
      points: [index],
    }));
    expect(drawingOf(chartOf('heat-map', many)).scene.height).toBeGreaterThan(1000);
  });
});

describe('a scorecard', () => {
  test('has the true total, never a sum or the last value', () => {
    const series = [
      { ...values(10, 20), total: 25 },
      { ...before(10, 10), total: 20 },
    ];
    const { scene, places } = drawingOf(chartOf('scorecard', series));
    expect(textsOf(scene.shapes).slice(0, 4)).toEqual(['25', 'kr', '▲ 25,0 %', 'mot 2025']);
    expect(places[0]?.target).toMatchObject({ category: null, point: { value: 25 } });
  });
  test('without a total has the last value', () => {
    expect(textsOf(drawingOf(chartOf('scorecard', [values(10, 20, null)], 'count')).scene.shapes)[0]).toBe('20');
  });
  test('of several numbers has each on a card of its own, in as many rows as it takes', () => {
    const series = ['Order', 'Kunder', 'Offerter', 'Leads'].map((name, index) => ({
      key: name,
      name,
      points: [],
      total: index + 1,
    }));
    const { scene, places } = drawingOf(chartOf('scorecard', series, 'count'));
    expect(textsOf(scene.shapes).filter((text) => text !== '')).toEqual(
      ['Order', '1', 'Kunder', '2', 'Offerter', '3', 'Leads', '4'],
    ); // prettier-ignore
    expect(places.map(({ target, along }) => [target.series.name, along])).toEqual(
      [['Order', 0], ['Kunder', 1], ['Offerter', 2], ['Leads', 3]],
    ); // prettier-ignore
    const boxes = places.map(({ box }) => box);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(0, index).some((other) => overlap(box, other))).toBe(false);
    }
  });
});

test('a table as a picture has its first forty rows and the number of the others', () => {
  const { scene } = drawingOf(chartOf('table', [values(...Array.from({ length: 45 }, (_, index) => index))], 'count'));
  expect(textsOf(scene.shapes)).toContain('more');
  expect(scene.height).toBe(42 * 24);
});
