import { expect } from 'vitest';
import type { SavedForecast } from '../../shared/forecast.ts';
import type { Asked } from './asked.ts';

const REVENUE = { kpi: 'revenue', filters: [], variants: {} };
const KEPT: SavedForecast = {
  id: 'augusti',
  name: 'Höst',
  madeOn: '2026-08-31',
  asOf: '2026-08-20',
  source: 'history',
  kpi: 'revenue',
  filters: [],
  variants: {},
  grain: 'month',
  points: [{ key: '2026-09', from: '2026-09-01', to: '2026-09-30', value: 2000, intervals: null }],
};

/** Forecasts over the small sales: 1 500.50 in September 2025, 2 600 in August and 1 899.50 in September 2026. */
export async function forecasts({ ok, fails }: Asked): Promise<void> {
  expect(await ok('forecast.kpis', {})).toEqual(expect.arrayContaining(['revenue', 'orders', 'units']));
  const { history, points, addsUp } = await ok('forecast.history', { ...REVENUE, horizon: 3 });
  expect(history).toHaveLength(13);
  expect([history[0]?.value, history[11]?.value, history[12]?.value]).toEqual([1500.5, 2600, 1899.5]);
  expect(points.map(({ key }) => key)).toEqual(['2026-10', '2026-11', '2026-12']);
  expect(addsUp).toBe(true);
  const { ours, origins } = await ok('forecast.backTest', { ...REVENUE, horizon: 3 });
  expect(origins).toBe(7);
  expect(ours?.smape).toBeGreaterThan(0);
  expect((await ok('forecast.history', { ...REVENUE, kpi: 'gross-margin' })).refusal?.code).toBe('not-additive');
  expect((await ok('forecast.pipeline', { filters: [] })).refusal?.needs).toContain('deal.expected_close');
  const { shortage } = await ok('forecast.pipelineTest', { filters: [] });
  expect(shortage).toEqual({ what: 'pipeline-test', have: 0, need: 3 });
  expect((await ok('forecast.combined', { filters: [] })).refusal?.code).toBe('needs-data');
  const days = { from: { day: '2026-08-31' }, to: { day: '2026-09-30' } };
  expect((await ok('forecast.movement', { filters: [], ...days })).end).toEqual({ deals: 0, value: 0 });
  await fails('forecast.history', { ...REVENUE, kpi: 'no-such-kpi' }, 'E_UNKNOWN_KPI');
  await fails('forecast.history', { ...REVENUE, horizon: 61 }, 'E_BAD_REQUEST');
  await fails('forecast.movement', { filters: [], ...days, from: { importId: 99 } }, 'E_NOT_FOUND');
  await fails('forecast.movement', { filters: [], ...days, period: 'someday' }, 'E_BAD_PERIOD');

  expect(await ok('forecast.save', KEPT)).toEqual([KEPT]);
  await fails('forecast.save', { ...KEPT, name: 'Vår' }, 'E_BAD_REQUEST');
  await fails('forecast.save', { ...KEPT, id: 'b', points: [] }, 'E_BAD_REQUEST');
  const { closed } = await ok('forecast.outcome', { id: 'augusti' });
  expect(closed).toEqual({ periods: 1, forecast: 2000, actual: 1899.5 });
  expect(await ok('forecast.list', {})).toEqual([KEPT]);
  expect(await ok('forecast.remove', { id: 'augusti' })).toEqual([]);
  await fails('forecast.outcome', { id: 'augusti' }, 'E_NOT_FOUND');
}
