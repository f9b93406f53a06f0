import { describe, expect, test } from 'vitest';
import { buildChart, type ChartTable } from '#shared/charts/build-chart.ts';

const table: ChartTable = {
  kind: 'column',
  title: 'Intäkter per månad, tkr',
  format: { locale: 'sv-SE', currency: 'SEK' },
  unit: 'money',
  direction: 'higher',
  categories: [
    { key: '2026-01', label: 'jan' },
    { key: '2026-02', label: 'feb', open: true },
  ],
  series: [
    { key: 'now', name: 'Utfall', points: [1_720_000, { value: 1_810_000, reason: 'pågår' }] },
    { key: 'before', name: '2025', role: 'previous', points: [1_690_000] },
  ],
};

describe('a model from a table', () => {
  test('fills in what the table leaves out', () => {
    const model = buildChart(table);
    expect(model.categories).toEqual([
      { key: '2026-01', label: 'jan', name: 'jan', open: false, other: false, level: false },
      { key: '2026-02', label: 'feb', name: 'feb', open: true, other: false, level: false },
    ]);
    expect(model.series.map(({ role, of, unit, direction }) => [role, of, unit, direction])).toEqual([
      ['actual', null, 'money', 'higher'],
      ['previous', 'now', 'money', 'higher'],
    ]);
    expect(model.series[0]?.points[1]).toMatchObject({ value: 1_810_000, reason: 'pågår', cell: null, low: null });
  });

  test('ends a short series in points without value', () => {
    expect(buildChart(table).series[1]?.points.map(({ value }) => value)).toEqual([1_690_000, null]);
  });

  test('scales money by its largest amount, an interval included, unless told', () => {
    expect(buildChart(table).scale).toEqual({ step: 'thousand', decimals: 0 });
    const small = { ...table, series: [{ key: 'a', name: 'a', points: [512_300, 8] }] };
    expect(buildChart(small).scale).toEqual({ step: 'thousand', decimals: 1 });
    const ahead = { ...table, series: [{ key: 'a', name: 'a', points: [{ value: 9e7, high: 1.2e8 }] }] };
    expect(buildChart(ahead).scale.step).toBe('million');
    expect(buildChart({ ...table, scale: { step: 'one', decimals: 2 } }).scale.step).toBe('one');
  });

  test('is one JSON value', () => {
    expect(JSON.parse(JSON.stringify(buildChart(table)))).toEqual(buildChart(table));
  });
});
