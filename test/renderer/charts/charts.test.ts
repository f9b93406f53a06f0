import { describe, expect, test } from 'vitest';
import type { ChartModel, TimePoint, WaterfallStep } from '#shared/chart-model.ts';
import { chartSettings, shortLabel } from '../../../renderer/charts/chart-options.model.ts';
import type { ChartTheme } from '../../../renderer/charts/chart-theme.ts';
import { isValley, labelPlace, pointBoxes, shownLabels } from '../../../renderer/charts/mark-geometry.model.ts';
import { nextPoint } from '../../../renderer/charts/point-keys.model.ts';
import { sparkPath } from '../../../renderer/charts/sparkline.model.ts';

const theme: ChartTheme = {
  font: 'Inter', surface: '#fff', ink: '#000', ink2: '#444', line: '#ccc',
  actual: 'navy', previous: 'grey', good: 'green', bad: 'red', accent: 'blue',
}; // prettier-ignore
const text = { label: 'x', valueLabel: '', note: null, description: '', cell: null };
const point = (key: string, value: number | null, previous: number | null, open = false): TimePoint => ({
  ...text,
  key,
  value,
  previous,
  open,
});
const step = (key: string, start: number, end: number, mark: WaterfallStep['mark']): WaterfallStep => ({
  ...text,
  key,
  value: end - start,
  start,
  end,
  mark,
});

describe('settings from a model', () => {
  test('columns: actual before the lighter comparison, an open month as an outline, from zero', () => {
    const model: ChartModel = {
      kind: 'column',
      description: '',
      legend: [],
      points: [point('a', 10, 8), point('b', 4, null, true)],
    };
    const { type, data, options } = chartSettings(model, theme);
    expect(type).toBe('bar');
    expect(data.datasets.map((set) => set.data)).toEqual([
      [8, null],
      [10, 4],
    ]);
    expect(data.datasets[0]?.backgroundColor).toBe('grey');
    expect(data.datasets[1]?.backgroundColor).toEqual(['navy', '#fff']);
    expect(options.scales?.['y']).toMatchObject({ beginAtZero: true });
    expect(options.animation).toBe(false);
  });

  test('waterfall: totals from the axis, steps between their levels, coloured by what they mean', () => {
    const points = [
      step('2025', 0, 100, 'previous-total'),
      step('n', 100, 130, 'good'),
      step('s', 130, 110, 'bad'),
      step('2026', 0, 110, 'actual-total'),
    ];
    const { data, options } = chartSettings(
      { kind: 'waterfall', description: '', legend: [], points, axisFrom: 80 },
      theme,
    );
    expect(data.datasets[0]?.data).toEqual([
      [80, 100],
      [100, 130],
      [130, 110],
      [80, 110],
    ]);
    expect(data.datasets[0]?.backgroundColor).toEqual(['grey', 'green', 'red', 'navy']);
    expect(options.scales?.['x']).toMatchObject({ min: 80 });
  });

  test('a waterfall that falls below zero shows all of it', () => {
    const points = [step('a', 0, 10, 'previous-total'), step('b', 10, -5, 'bad'), step('c', 0, -5, 'actual-total')];
    const { options } = chartSettings({ kind: 'waterfall', description: '', legend: [], points, axisFrom: 0 }, theme);
    expect(options.scales?.['x']).toMatchObject({ min: -5 });
  });

  test('lines and bars', () => {
    const points = [point('a', 1, 2), point('b', 3, 4)];
    expect(chartSettings({ kind: 'line', description: '', legend: [], points }, theme).type).toBe('line');
    const bars = chartSettings(
      { kind: 'bar', description: '', legend: [], points: points.map((each) => ({ ...each, value: -1 })) },
      theme,
    );
    expect(bars.options).toMatchObject({ indexAxis: 'y', scales: { x: { min: -1 } } });
  });

  test('long names are cut', () => {
    expect(shortLabel('Väst')).toBe('Väst');
    expect(shortLabel('En mycket lång kundbenämning')).toBe('En mycket lång kund…');
  });
});

describe('places', () => {
  const area = { left: 10, right: 130, top: 20, bottom: 100 };
  test('each column owns its slot, each bar its row', () => {
    expect(pointBoxes('column', 3, area, 140)[1]).toEqual({ left: 50, top: 0, width: 40, height: 100 });
    expect(pointBoxes('bar', 4, area, 140)[3]).toEqual({ left: 0, top: 80, width: 140, height: 20 });
    expect(pointBoxes('line', 0, area, 140)).toEqual([]);
  });

  test('labels stand beyond the value', () => {
    expect(labelPlace('column', { x: 5, y: 40, base: 100, thickness: 20 }, 3)).toEqual({
      x: 5,
      y: 32,
      align: 'center',
    });
    expect(labelPlace('column', { x: 5, y: 140, base: 100, thickness: 20 }, -3)).toMatchObject({ y: 151 });
    expect(labelPlace('column', { x: 5, y: 40, base: 100, thickness: 20 }, 3, 30)).toMatchObject({ y: 22 });
    expect(labelPlace('bar', { x: 80, y: 9, base: 0, thickness: 20 }, 3)).toEqual({ x: 85, y: 9, align: 'left' });
    expect(labelPlace('waterfall', { x: 60, y: 9, base: 80, thickness: 20 }, -3)).toEqual({
      x: 85,
      y: 9,
      align: 'left',
    });
  });

  test('a valley is lower than both neighbours, an end than its one', () => {
    expect([0, 1, 2, 3].map((index) => isValley([3, 1, 2, null], index))).toEqual([false, true, false, false]);
    expect(isValley([5, 2], 1)).toBe(true);
  });

  test('labels that do not fit leave the last, the highest and the lowest', () => {
    expect([...shownLabels([20, 20, 20], [1, null, 3], 40)]).toEqual([0, 2]);
    expect([...shownLabels([40, 40, 40, 40, 40, 40], [5, 9, 6, 1, 6, 7], 30)].toSorted((a, b) => a - b)).toEqual([
      1, 3, 5,
    ]);
  });
});

test('keys move between points and stop at the ends', () => {
  expect(nextPoint('ArrowRight', 2, 12)).toBe(3);
  expect(nextPoint('ArrowRight', 11, 12)).toBe(11);
  expect(nextPoint('ArrowUp', 0, 12)).toBe(0);
  expect(nextPoint('End', 4, 12)).toBe(11);
  expect(nextPoint('Tab', 4, 12)).toBeNull();
});

test('a sparkline from the bottom left to the top right, with a gap where a month has no value', () => {
  expect(sparkPath([0, 10], 100, 20)).toEqual({ path: 'M3 17L97 3', end: { x: 97, y: 3 } });
  expect(sparkPath([5, 5, 5], 100, 20).path).toBe('M3 10L50 10L97 10');
  expect(sparkPath([0, null, 10], 100, 20).path).toBe('M3 17M97 3');
});
