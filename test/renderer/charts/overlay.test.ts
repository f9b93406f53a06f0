import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#shared/charts/model.ts';
import { chartOf, values } from '../../shared/charts/sample-model.ts';
import type { DrawnMark, Geometry } from '../../../renderer/charts/cartesian/geometry.ts';
import { cartesianOverlay } from '../../../renderer/charts/cartesian/overlay.model.ts';
import { planOf } from '../../../renderer/charts/cartesian/plan.model.ts';
import { INKS, type Ink, type Inks } from '../../../renderer/charts/scene/inks.ts';
import type { Measure, Shape } from '../../../renderer/charts/scene/scene.ts';

const inks: Inks = {
  font: 'Inter',
  of: Object.fromEntries(INKS.map((ink) => [ink, '#24405e'])) as Record<Ink, string>,
};
const measure: Measure = (words) => words.length * 6;

/** A plot of 300 × 200 whose value axis runs from the plan's lowest at 180 to its highest at 20; each slot is 100 wide. */
function overlaid(model: ChartModel, bar = true, bottom = 180) {
  const plan = planOf(model, { width: 300, height: 200 }, measure);
  const { from, to } = plan.axis;
  const at = (value: number): number => 180 - ((value - from) / (to - from)) * 160;
  const marks = new Map(
    model.series.map(({ key, points }) => [
      key,
      points.map(({ value }, index): DrawnMark => {
        const end = { x: 50 + index * 100, y: value === null ? Number.NaN : at(value) };
        const [top, height] =
          value === null ? [Number.NaN, Number.NaN] : [Math.min(end.y, at(0)), Math.abs(at(0) - end.y)];
        return bar
          ? { box: { left: end.x - 20, top, width: 40, height }, end, bar }
          : { box: { left: end.x, top: end.y, width: 0, height: 0 }, end, bar };
      }),
    ]),
  );
  const geometry: Geometry = {
    width: 300 + plan.endRoom,
    height: 200,
    area: { left: 0, top: 20, right: 300, bottom },
    marks,
    at,
  };
  return cartesianOverlay({ model, plan, geometry, measure, inks, say: (key) => key });
}
const texts = (shapes: readonly Shape[]) =>
  shapes.flatMap((each) => (each.shape === 'text' ? [{ text: each.text, ...each.at }] : []));
const paths = (shapes: readonly Shape[]) => shapes.flatMap((each) => (each.shape === 'path' ? [each] : []));

describe('what is painted over columns', () => {
  test('the target is a thin line across each, wider than the column', () => {
    const target = { key: 'goal', name: 'Mål', role: 'target' as const, points: [80, 100, null] };
    const { over } = overlaid(chartOf('column', [values(100, 60, 50), target]));
    expect(paths(over).map(({ spots, stroke }) => [stroke, spots])).toEqual([
      ['ink', [{ x: 27, y: 52 }, { x: 73, y: 52 }]],
      ['ink', [{ x: 127, y: 20 }, { x: 173, y: 20 }]],
    ]); // prettier-ignore
  });

  test('labels stand over whatever stands highest at their place', () => {
    const target = { key: 'goal', name: 'Mål', role: 'target' as const, points: [80, 100, null] };
    const { over } = overlaid(chartOf('column', [values(100, 60, 50), target]));
    // Over the column at 20, over the target at 20, over the column at 100: 8.5 px above each.
    expect(texts(over).map(({ text, y }) => [text, y])).toEqual([['100', 11.5], ['60', 11.5], ['50', 91.5]]); // prettier-ignore
  });

  test('a forecast is hatched and has its interval', () => {
    const ahead = {
      key: 'ahead',
      name: 'Prognos',
      role: 'forecast' as const,
      points: [null, null, { value: 50, low: 25, high: 100 }],
    };
    const { over, places, legend } = overlaid(chartOf('column', [values(100, 60, null), ahead]));
    const interval = paths(over).find(({ spots }) => spots[0]?.x === 250 && spots[1]?.x === 250);
    expect(interval?.spots.map(({ y }) => y)).toEqual([140, 20]);
    expect(paths(over).length).toBeGreaterThan(10);
    expect(places.map(({ target }) => target.series.role)).toEqual(['actual', 'actual', 'forecast']);
    expect(legend.map(({ swatch }) => swatch)).toEqual(['fill', 'hatch']);
  });

  test('a forecast without anything that happened is all that the legend names', () => {
    const ahead = { key: 'ahead', name: 'Prognos', role: 'forecast' as const, points: [10, 20, 30] };
    const { legend } = overlaid(chartOf('column', [values(null, null, null), ahead]));
    expect(legend.map(({ swatch, text }) => [swatch, text])).toEqual([['hatch', 'Prognos']]);
  });

  test('a stack with a forecast names its parts in the legend, each hatched in its own ink', () => {
    const { legend, over } = overlaid(
      chartOf('stacked-column', [
        { key: 'a', name: 'Bokat', points: [10, 20, null] },
        { key: 'a ahead', name: 'Historik', role: 'forecast', of: 'a', points: [null, null, 30] },
        { key: 'b', name: 'Affärer', points: [] },
        { key: 'b ahead', name: 'Pipeline', role: 'forecast', of: 'b', points: [null, 5, null] },
      ]),
    );
    expect(legend.map(({ swatch, ink, text }) => [swatch, ink, text])).toEqual([
      ['fill', 'actual', 'Bokat'],
      ['hatch', 'actual', 'Historik'],
      ['hatch', 'series-2', 'Pipeline'],
    ]);
    expect(texts(over).map(({ text }) => text)).not.toContain('Affärer');
  });

  test('each has its whole slot for the pointer; of several series each its own mark', () => {
    expect(overlaid(chartOf('column', [values(1, 2, 3)])).places[1]?.box).toEqual({
      left: 100,
      top: 0,
      width: 100,
      height: 180,
    });
    const two = overlaid(chartOf('column', [values(10, 5, 3), { key: 'b', name: 'b', points: [1, null, 2] }]));
    expect(two.places.map(({ along, across }) => [across, along])).toEqual([[0, 0], [0, 1], [0, 2], [1, 0], [1, 2]]); // prettier-ignore
    expect(two.places[0]?.box).toEqual({ left: 28, top: 18, width: 44, height: 164 });
  });

  test('a remark on a date stands over the axis, numbered; one whose date is not shown has no marker', () => {
    const remark = { series: null, text: 't', author: 'a' };
    const model = chartOf('column', [values(1, 2, 3)], 'money', {
      annotations: [{ id: '1', at: 'zzz', ...remark }, { id: '2', at: 'b', ...remark }],
    }); // prettier-ignore
    const { markers, over } = overlaid(model);
    expect(markers).toEqual([{ index: 1, box: { left: 142, top: 160, width: 16, height: 16 } }]);
    expect(texts(over).map(({ text }) => text)).toContain('2');
  });
});

describe('what is painted over lines', () => {
  test('several are named at their ends, apart from each other', () => {
    const { over, legend } = overlaid(
      chartOf('line', [{ key: 'a', name: 'Väst', points: [1, 2, 3] }, { key: 'b', name: 'Syd', points: [3, 2, 3] }]),
      false,
    ); // prettier-ignore
    const names = texts(over);
    expect(names.map(({ text }) => text)).toEqual(['Väst', 'Syd']);
    expect(Math.abs((names[0]?.y ?? 0) - (names[1]?.y ?? 0))).toBeGreaterThanOrEqual(13);
    expect(legend).toEqual([]);
  });

  test('an axis that starts above zero is drawn broken and said to be', () => {
    const { over, legend } = overlaid(chartOf('line', [values(900, 950, 1000)]), false);
    expect(paths(over).some(({ stroke }) => stroke === 'surface')).toBe(true);
    expect(legend.map(({ text }) => text)).toEqual(['brokenAxis']);
  });

  test("a forecast's interval is a band from where the actual line ends", () => {
    const ahead = {
      key: 'ahead',
      name: 'Prognos',
      role: 'forecast' as const,
      points: [null, null, { value: 50, low: 25, high: 100 }],
    };
    const { under } = overlaid(chartOf('line', [values(100, 60, null), ahead]), false);
    expect(under).toEqual([
      { shape: 'area', fill: 'actual', alpha: 0.16, spots: [{ x: 150, y: 84 }, { x: 250, y: 20 }, { x: 250, y: 140 }, { x: 150, y: 84 }] },
    ]); // prettier-ignore
  });
});

test('each of several lines is named once: at its end, or in the legend where the ends have no room for all', () => {
  const names = ['Norr', 'Syd', 'Väst', 'Export'];
  const model = chartOf(
    'line',
    names.map((name, index) => ({ key: name, name, points: [1, 2 + index] })),
  );
  const named = (bottom: number) => {
    const { over, legend } = overlaid(model, false, bottom);
    const atEnds = texts(over).filter(({ text }) => names.includes(text));
    return { atEnds: atEnds.map(({ text }) => text).toSorted(), legend: legend.map(({ text }) => text) };
  };
  expect(named(180)).toEqual({ atEnds: names.toSorted(), legend: [] });
  // Four names of 13 px in a plot that was laid out for 200 px and has 30, and 6 px more at either side.
  expect(named(50)).toEqual({ atEnds: [], legend: names });
});
