import { expect } from 'vitest';
import type { OwnKpi } from '../../shared/own-kpi.ts';
import type { Asked } from './asked.ts';

const PRICE: OwnKpi = {
  id: 'price-per-unit',
  name: 'Pris per enhet',
  definition: 'Vad en såld enhet inbringar.',
  category: 'result',
  direction: 'higher',
  unit: 'money',
  formula: 'net-sales / units',
};
const MARKUP: OwnKpi = {
  ...PRICE,
  id: 'price-growth',
  name: 'Prisökning',
  unit: 'ratio',
  formula: 'growth(price-per-unit, prev(price-per-unit))',
};

/** What a number is held against, over the small sales. */
export async function benchmarks({ ok, fails }: Asked): Promise<void> {
  await ok('workspace.settings', { references: { revenue: { value: 3000, source: 'Budget' } } });
  const asked = { kpis: ['revenue', 'orders'], period: '2026-09' };
  const august = { spec: '2026-08', from: '2026-08-01', to: '2026-08-31' };
  const [revenue, orders] = await ok('question.benchmarks', asked);
  // The months with sales: 1 500.50 over 2 orders in September 2025, 2 600.00 over 2 in August, 1 899.50 over 3 in September.
  expect(revenue).toMatchObject({
    kpi: 'revenue',
    last: { period: august, value: 2600 },
    best: { period: august, value: 2600 },
    external: { value: 3000, source: 'Budget' },
  });
  expect(orders).toMatchObject({
    last: { period: august, value: 2 },
    best: { period: { spec: '2026-09' }, value: 3 },
    external: null,
  });
  await ok('workspace.settings', { references: {} });
  await fails('question.benchmarks', { ...asked, period: 'soon' }, 'E_BAD_PERIOD');
}

/** The methods of the user's own KPIs, over the small sales. */
export async function ownKpis({ ok, fails }: Asked): Promise<void> {
  const before = await ok('workspace.current', {});
  const check = (formula: string, id: string | null = null) =>
    ok('kpi.check', { formula, id, period: '2026-09', filters: [] });

  // September 2026: 800.25 − 200 + 1 199.25 + 100 = 1 899.50 for 8 − 2 + 12 + 1 = 19 units.
  const september = { from: '2026-09-01', to: '2026-09-30' };
  expect(await check('net-sales / units')).toEqual({
    ok: true,
    unit: 'money',
    units: ['money'],
    value: 1899.5 / 19,
    reason: null,
    needs: [],
    inputs: [
      { id: 'net-sales', period: september, unit: 'money', value: 1899.5 },
      { id: 'units', period: september, unit: 'quantity', value: 19 },
    ],
  });
  expect(await check('net-sales / unit')).toEqual({
    ok: false,
    problem: { problem: 'unknown-name', position: 12, length: 4, names: ['units'] },
  });
  expect(await check('')).toEqual({ ok: false, problem: { problem: 'operand', position: 0, length: 0, names: [] } });
  await fails('kpi.check', { formula: '1', id: null, period: 'soon', filters: [] }, 'E_BAD_PERIOD');

  const info = await ok('kpi.save', { kpi: PRICE, replaces: false });
  expect(info.settings.ownKpis).toEqual([PRICE]);
  expect(info.revision).toBeGreaterThan(before?.revision ?? 0);
  await ok('kpi.save', { kpi: MARKUP, replaces: false });
  const entries = (await ok('catalogue.kpis', {})).filter(({ own }) => own !== null);
  expect(entries).toMatchObject([
    { kpi: 'price-growth', own: { name: 'Prisökning' }, unit: 'ratio', possible: true, problem: null },
    { kpi: 'price-per-unit', own: { name: 'Pris per enhet', definition: PRICE.definition }, possible: true },
  ]);
  // August 2026: 2 600 for 26 units, so 100 each.
  const { cells } = await ok('question.ask', { kpis: ['price-per-unit', 'price-growth'], period: '2026-09' });
  expect(cells.map(({ value }) => value)).toEqual([1899.5 / 19, expect.closeTo(1899.5 / 19 / 100 - 1, 12)]);
  expect(await check('2 * price-growth', 'price-per-unit')).toEqual({
    ok: false,
    problem: {
      problem: 'cycle',
      position: 4,
      length: 12,
      names: ['price-per-unit', 'price-growth', 'price-per-unit'],
    },
  });

  await fails('kpi.save', { kpi: PRICE, replaces: false }, 'E_BAD_FORMULA');
  await fails('kpi.save', { kpi: { ...PRICE, id: 'revenue' }, replaces: false }, 'E_BAD_FORMULA');
  await fails('kpi.save', { kpi: { ...PRICE, formula: 'net-sales /' }, replaces: true }, 'E_BAD_FORMULA');
  await fails('kpi.save', { kpi: { ...PRICE, formula: 'price-growth' }, replaces: true }, 'E_FORMULA_CYCLE');
  await fails('kpi.save', { kpi: { ...PRICE, unit: 'days' }, replaces: true }, 'E_BAD_REQUEST');
  await fails('kpi.save', { kpi: { ...PRICE, id: 'Pris' }, replaces: false }, 'E_BAD_REQUEST');
  await fails('kpi.save', { kpi: { ...PRICE, id: 'other' }, replaces: true }, 'E_NOT_FOUND');
  await fails('workspace.settings', { ownKpis: [] }, 'E_BAD_REQUEST');
  await fails('kpi.remove', { id: 'price-per-unit' }, 'E_KPI_IN_USE');
  await fails('kpi.remove', { id: 'revenue' }, 'E_NOT_FOUND');

  // Taken back: the change of one, then both.
  const changed = { ...PRICE, formula: 'net-sales / distinct-orders' };
  await ok('kpi.save', { kpi: changed, replaces: true });
  expect((await ok('kpi.save', { kpi: PRICE, replaces: true })).settings.ownKpis).toEqual([MARKUP, PRICE]);
  await ok('kpi.remove', { id: 'price-growth' });
  expect((await ok('kpi.remove', { id: 'price-per-unit' })).settings).toEqual(before?.settings);
  await fails('question.ask', { kpis: ['price-per-unit'] }, 'E_UNKNOWN_KPI');
}
