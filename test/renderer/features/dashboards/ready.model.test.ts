import { describe, expect, test } from 'vitest';
import {
  readyDashboard,
  missingFor,
  type AtHand,
  type ReadyId,
} from '../../../../renderer/features/dashboards/ready.model.ts';
import { missingData } from '../../../../renderer/features/dashboards/missing-data.model.ts';
import { catalogueIn } from '../../catalogue.ts';

const SALES = ['revenue', 'gross-margin', 'orders', 'active-customers', 'new-customers'];
const kpi = (id: string, possible: boolean, needs: readonly string[] = []) => ({
  kpi: id,
  possible,
  needs: [...needs],
});
const dimension = (key: string, members: number, kpis: readonly string[]) => ({
  key,
  members,
  kpis,
  kinds: ['sale'],
  identifier: false,
});

/** A sales file with customers, regions and one rep: no deals, no targets, no subscriptions. */
const SALES_ONLY: AtHand = {
  kpis: [
    ...SALES.map((id) => kpi(id, true)),
    kpi('win-rate', false, ['deal.status']),
    kpi('bookings', false, ['deal.status', 'deal.closed']),
    kpi('sales-cycle', false, ['deal.status']),
    kpi('mrr', false, ['subscription.amount']),
    kpi('arr', false, ['subscription.amount']),
    kpi('target-attainment', false, ['target.amount']),
    kpi('quota', false, ['target.amount']),
  ],
  dimensions: [
    dimension('region', 4, ['revenue', 'active-customers']),
    dimension('customer', 300, ['revenue']),
    dimension('category', 5, ['revenue', 'gross-margin', 'orders']),
    dimension('rep', 1, ['revenue']),
  ],
  cards: null,
};
const made = (id: ReadyId) => readyDashboard(id, SALES_ONLY, (each) => each);

describe('a ready-made dashboard', () => {
  test('for management has the cards, revenue over time, why it changed, who buys and what sells', () => {
    const { tiles } = made('management').dashboard;
    expect(
      tiles.map((tile) => (tile.show === 'kpi' ? tile.kpi : tile.show === 'chart' ? tile.kind : tile.show)),
    ).toEqual([
      'revenue',
      'gross-margin',
      'orders',
      'new-customers',
      'active-customers',
      'column',
      'waterfall',
      'table',
      'table',
    ]);
    expect(tiles.map(({ place }) => [place.x, place.y, place.width])).toEqual([
      [0, 0, 2],
      [2, 0, 2],
      [4, 0, 2],
      [6, 0, 2],
      [8, 0, 2],
      [0, 3, 7],
      [7, 3, 5],
      [0, 9, 6],
      [6, 9, 6],
    ]);
  });

  test('shows the KPIs chosen for it instead, however many', () => {
    const chosen = readyDashboard('management', { ...SALES_ONLY, cards: ['orders'] }, (id) => id);
    expect(chosen.dashboard.tiles.filter(({ show }) => show === 'kpi')).toMatchObject([{ kpi: 'orders' }]);
  });

  test('leaves out what the data cannot answer: a single rep, no deals, no targets', () => {
    expect(made('sales-team').dashboard.tiles).toEqual([]);
    expect(made('subscriptions').dashboard.tiles).toEqual([]);
    const charts = made('customers').dashboard.tiles.filter(({ show }) => show !== 'kpi');
    expect(charts).toMatchObject([
      { show: 'chart', kind: 'column', question: { kpis: ['active-customers'] } },
      { show: 'chart', kind: 'bar', question: { rows: [{ dimension: 'region' }] } },
      { show: 'table', view: { question: { kpis: ['revenue'], rows: [{ dimension: 'customer' }] } } },
    ]);
  });

  test('says what more data would add', () => {
    expect(made('subscriptions').missing).toEqual([{ data: ['subscription.amount'], kpis: ['mrr', 'arr'] }]);
    expect(missingFor(['win-rate', 'sales-cycle:mean', 'revenue'], SALES_ONLY.kpis)).toEqual([
      { data: ['deal.status'], kpis: ['win-rate', 'sales-cycle'] },
    ]);
  });

  test('in words: a kind that is not there by its name, fields of one that is by theirs', async () => {
    const t = await catalogueIn('sv');
    const missing = [
      { data: ['sale.cost'], kpis: ['gross-margin'] },
      { data: ['deal.status'], kpis: ['win-rate'] },
      { data: ['deal.closed', 'deal.status'], kpis: ['bookings'] },
    ];
    expect(missingData(missing, (kind) => kind === 'sale', t)).toEqual([
      { data: 'affärer', kpis: ['win-rate', 'bookings'] },
      { data: 'kostnad (försäljningsrader)', kpis: ['gross-margin'] },
    ]);
  });
});
