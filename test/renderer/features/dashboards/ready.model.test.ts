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
  needsInPeriod: [...needs],
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

  test('for management without sales lines has bookings, subscriptions and leads, as far as there are any', () => {
    const management = (kpis: AtHand['kpis'], dimensions: AtHand['dimensions']) =>
      readyDashboard('management', { kpis, dimensions, cards: null }, (id) => id).dashboard.tiles.map((tile) =>
        tile.show === 'kpi'
          ? tile.kpi
          : tile.show === 'chart'
            ? `${tile.question.kpis.join('+')} by ${tile.question.rows[0]?.dimension ?? ''}`
            : tile.show,
      );
    const deals = ['sales-per-rep', 'bookings', 'win-rate'];
    expect(
      management(
        deals.map((id) => kpi(id, true)),
        [dimension('rep', 30, deals), dimension('region', 3, deals)],
      ),
    ).toEqual(['bookings', 'sales-per-rep', 'win-rate', 'bookings by date', 'bookings by region', 'win-rate by rep']);
    const customers = ['new-customers', 'lost-customers'];
    expect(
      management(
        ['mrr', ...customers].map((id) => kpi(id, true)),
        [dimension('plan', 3, ['mrr'])],
      ),
    ).toEqual(['mrr', ...customers, 'mrr by date', 'mrr by plan', 'new-customers+lost-customers by date']);
    expect(management([kpi('lead-conversion', true)], [dimension('source', 20, ['lead-conversion'])])).toEqual([
      'lead-conversion',
      'lead-conversion by source',
    ]);
  });

  test('leaves out what only all time can answer, and says what would make periods of it', () => {
    const kpis = [kpi('win-rate', true), kpi('weighted-pipeline', true, ['deal.expected_close'])];
    const { dashboard, missing } = readyDashboard('sales-team', { kpis, dimensions: [], cards: null }, (id) => id);
    expect(dashboard.tiles).toMatchObject([{ show: 'kpi', kpi: 'win-rate' }]);
    expect(missing).toEqual([{ data: ['deal.expected_close'], kpis: ['weighted-pipeline'] }]);
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

  test('asks of a variant by name whether that one can be answered, and shows nothing of subscriptions without any', () => {
    const variant = (id: string, possible: boolean) => ({
      variant: id,
      formula: '',
      unit: 'ratio' as const,
      direction: 'lower' as const,
      possible,
      needs: [],
    });
    const churn = { ...kpi('churn', true), inVariants: [variant('customers', true), variant('mrr', false)] };
    // Revenue per account is answered from sales where there are no subscriptions.
    const sales = { ...SALES_ONLY, kpis: [...SALES_ONLY.kpis, kpi('arpa', true), churn] };
    expect(readyDashboard('subscriptions', sales, (each) => each).dashboard.tiles).toEqual([]);
    const kpis = [...sales.kpis.filter((each) => each.kpi !== 'mrr'), kpi('mrr', true)];
    const cards = readyDashboard('subscriptions', { ...sales, kpis }, (each) => each).dashboard.tiles.flatMap((tile) =>
      tile.show === 'kpi' ? [tile.kpi] : [],
    );
    expect(cards).toContain('arpa');
    expect(cards).not.toContain('churn:mrr');
  });

  test('is no higher with a table alone than its lines: four members, the unknown one and the total', () => {
    const dimensions = [dimension('segment', 4, ['revenue', 'revenue-per-customer', 'orders-per-customer'])];
    const kpis = ['revenue', 'revenue-per-customer', 'orders-per-customer'].map((id) => kpi(id, true));
    const { tiles } = readyDashboard('customers', { kpis, dimensions, cards: null }, (each) => each).dashboard;
    // 104 for the head and 6 × 26 for the lines are 260 pixels; five rows of 42 with gaps of 12 are 258, six 312.
    expect(tiles.find(({ show }) => show === 'table')?.place).toMatchObject({ width: 12, height: 6 });
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
