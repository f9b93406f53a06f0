import { describe, expect, test } from 'vitest';
import { dashboardSchema } from '#shared/dashboards.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Shared } from '#shared/sharing.ts';
import { additionOf, carriedKpis, referredIn } from '../../../../renderer/features/dashboards/shared-view.model.ts';

const kpi = (id: string, formula: string): OwnKpi => ({
  id,
  name: id.toUpperCase(),
  definition: '',
  category: 'result',
  direction: 'higher',
  unit: 'money',
  formula,
});
const net = kpi('net', 'revenue - freight');
const freight = kpi('freight', 'sum(sale.freight)');
const perHead = kpi('net-per-head', 'net / "net" * active-customers');
const other = kpi('other', 'orders');

const place = { x: 0, y: 0, width: 2, height: 3 };
const dashboard = dashboardSchema.parse({
  id: 'd',
  name: 'Netto',
  order: 0,
  tiles: [
    { id: 'a', title: 'net', show: 'kpi', kpi: 'net-per-head', place },
    {
      id: 'b',
      title: null,
      show: 'chart',
      kind: 'bar',
      question: {
        kpis: ['revenue'],
        rows: [{ dimension: 'region', order: { by: 'net', descending: true }, top: { n: 3, by: 'net' } }],
        filters: [{ op: 'in', dimension: 'region', values: ['net'] }],
      },
      place: { ...place, x: 2 },
    },
    { id: 'c', title: null, show: 'text', text: 'net', place: { ...place, x: 4 } },
  ],
});

test('a dashboard carries the KPIs it shows or orders by and those in their formulas, the ones named first', () => {
  expect(referredIn(dashboard)).toEqual(['net-per-head', 'revenue', 'net', 'net']);
  // sale.freight is a field and "net" a text; freight and net in formulas are KPIs.
  expect(carriedKpis(['net-per-head'], [other, perHead, net, freight]).map(({ id }) => id)).toEqual([
    'freight',
    'net',
    'net-per-head',
  ]);
  expect(carriedKpis(['freight'], [freight, net]).map(({ id }) => id)).toEqual(['freight']);
  expect(carriedKpis(['revenue'], [net])).toEqual([]);
});

describe('what a file adds', () => {
  const scope = {
    period: '2026',
    compare: 'none' as const,
    filters: [
      { op: 'in' as const, dimension: 'region', values: ['Väst'] },
      { op: 'in' as const, dimension: 'custom:Butik', values: ['A'] },
    ],
  };
  const sent: Shared = { what: 'dashboard', dashboard, kpis: [freight, net, perHead], scope };
  const dimensions = new Set(['date', 'region']);

  test('is all of it where nothing of it is there, but for filters on what is not', () => {
    const { kpis, shared, unknown } = additionOf(sent, [], new Set(['revenue']), dimensions);
    expect(kpis).toEqual([freight, net, perHead]);
    expect(unknown).toEqual(['custom:Butik']);
    expect(shared).toEqual({ ...sent, scope: { ...scope, filters: scope.filters.slice(0, 1) } });
  });

  test('is not what stands here just so', () => {
    expect(additionOf(sent, [net, freight], new Set(), dimensions).kpis).toEqual([perHead]);
  });

  test('stands under another id where one is taken, in formulas and tiles but not in texts and members', () => {
    const here = kpi('net', 'revenue');
    const { kpis, shared } = additionOf(sent, [here], new Set(['revenue', 'net-2']), dimensions);
    expect(kpis.map(({ id, formula }) => [id, formula])).toEqual([
      ['freight', 'sum(sale.freight)'],
      ['net-3', 'revenue - freight'],
      ['net-per-head', 'net-3 / "net" * active-customers'],
    ]);
    const tiles = shared.what === 'dashboard' ? shared.dashboard.tiles : [];
    expect(tiles[0]).toMatchObject({ title: 'net', kpi: 'net-per-head' });
    expect(tiles[1]).toMatchObject({
      question: {
        kpis: ['revenue'],
        rows: [{ order: { by: 'net-3' }, top: { by: 'net-3' } }],
        filters: [{ values: ['net'] }],
      },
    });
    expect(tiles[2]).toMatchObject({ text: 'net' });
  });

  test('of an older file is its dashboard', () => {
    const old: Shared = { what: 'dashboard', dashboard };
    expect(additionOf(old, [net], new Set(), dimensions)).toEqual({ kpis: [], shared: old, unknown: [] });
  });
});
