import { describe, expect, test } from 'vitest';
import type { KpiEntry } from '#shared/contract.ts';
import { overviewPlan, shownCards } from '#shared/tiles/overview-plan.ts';
import { breaksDown } from '#shared/tiles/tile-chart.ts';
import { totalsQuestion } from '#shared/tiles/tile-questions.ts';
import { sparkPeriod, trendPeriod } from '#shared/tiles/trend-periods.ts';
import { ask } from '../../../support/ask.ts';
import { COMPANY } from './company.ts';

const kpi = (id: string, possible = true) => ({ kpi: id, possible, needsInPeriod: [] });
const dimension = (key: string, members: number, identifier = false, kinds = ['sale']) => ({
  key,
  members,
  identifier,
  kinds,
});

describe('what is shown', () => {
  const kpis = ['revenue', 'orders', 'units', 'top-10-share'].map((id) => kpi(id)).concat(kpi('gross-margin', false));

  test('only KPIs the data can answer, in order of importance', () => {
    expect(overviewPlan(kpis, [], []).cards).toEqual(['revenue', 'orders', 'units']);
  });

  test('of the chosen cards those that are there and can be read; one without data stays, as it says what it needs', () => {
    const problem: KpiEntry['problem'] = { problem: 'unknown-name', position: 0, length: 3, names: [] };
    const known = [
      { ...kpi('revenue'), variants: ['net', 'gross'], problem: null },
      { ...kpi('mrr', false), variants: ['standard'], problem: null },
      { ...kpi('own'), variants: ['standard'], problem },
    ];
    const chosen = ['revenue:gross', 'revenue:gone', 'mrr', 'own', 'removed'];
    expect(shownCards(known, chosen)).toEqual(['revenue:gross', 'mrr']);
    expect(shownCards(kpis, [])).toEqual([]);
  });

  test('each tile has a dimension of its own', () => {
    const dimensions = [
      dimension('customer', 300),
      dimension('region', 4),
      dimension('category', 5),
      dimension('order', 900, true),
    ];
    expect(overviewPlan(kpis, dimensions, [])).toMatchObject({
      breakdowns: ['region'],
      ranking: 'customer',
      assortment: 'category',
    });
  });

  test('few product groups give way to finer ones', () => {
    const dimensions = [dimension('category', 3), dimension('subcategory', 17)];
    expect(overviewPlan(kpis, dimensions, []).assortment).toBe('subcategory');
    expect(overviewPlan(kpis, [dimension('region', 4), dimension('category', 3)], []).assortment).toBe('category');
  });

  test('a dimension with one member, or filtered to one, is passed over', () => {
    const dimensions = [dimension('region', 4), dimension('country', 1), dimension('segment', 3)];
    const filters = [{ dimension: 'region', op: 'in' as const, values: ['Syd'] }];
    expect(overviewPlan(kpis, dimensions, filters).breakdowns[0]).toBe('segment');
  });

  test('with one region left, product groups come before countries, and what no tile has stands by', () => {
    const dimensions = ['customer', 'rep', 'region', 'country', 'category', 'product'].map((key) => dimension(key, 6));
    expect(overviewPlan(kpis, dimensions, [])).toMatchObject({
      breakdowns: ['region', 'rep', 'country', 'product'],
      ranking: 'customer',
      assortment: 'category',
    });
    const filters = [{ dimension: 'region', op: 'in' as const, values: ['Syd'] }];
    expect(overviewPlan(kpis, dimensions, filters)).toMatchObject({
      breakdowns: ['category', 'rep', 'country'],
      ranking: 'customer',
      assortment: 'product',
    });
  });

  test('the only product group is left to the assortment where anything else breaks revenue down', () => {
    const dimensions = [dimension('country', 5), dimension('category', 5)];
    expect(overviewPlan(kpis, dimensions, [])).toMatchObject({ breakdowns: ['country'], assortment: 'category' });
    expect(overviewPlan(kpis, dimensions.slice(1), [])).toMatchObject({ breakdowns: ['category'], assortment: null });
    const products = [dimension('customer', 30), dimension('product', 8)];
    expect(overviewPlan(kpis, products, [])).toMatchObject({ breakdowns: ['product'], ranking: 'customer' });
  });

  test('one group alone breaks nothing down', () => {
    const byRegion = { kpis: ['revenue'], rows: [{ dimension: 'region' }], period: '2026' };
    expect(breaksDown(ask(COMPANY, byRegion))).toBe(true);
    const filters = [{ dimension: 'customer', op: 'in' as const, values: ['Alm'] }];
    expect(breaksDown(ask(COMPANY, { ...byRegion, filters }))).toBe(false);
  });

  test('a margin brings the part of revenue that has cost', () => {
    const scope = { period: '2026', compare: 'none' as const, filters: [] };
    const withMargin = overviewPlan([kpi('revenue'), kpi('gross-margin')], [], []);
    expect(totalsQuestion(withMargin.cards, scope).kpis).toEqual(['revenue', 'gross-margin', 'cost-coverage']);
    expect(totalsQuestion(overviewPlan(kpis, [], []).cards, scope).kpis).toEqual(['revenue', 'orders', 'units']);
  });

  test('dimensions of other kinds do not break revenue down', () => {
    expect(overviewPlan(kpis, [dimension('region', 4, false, ['deal'])], []).breakdowns).toEqual([]);
  });
});

const period = (from: string, to: string, through = to, spec = `${from}..${to}`) => ({
  spec,
  from,
  to,
  open: through !== to,
  through,
});

describe('the months of the sparklines', () => {
  test('thirteen up to the end of a closed year', () => {
    expect(sparkPeriod(period('2025-01-01', '2025-12-31'), '2026-11-21', '2020-01-01')).toBe('2024-12-01..2025-12-31');
  });
  test('without the month that is not over', () => {
    expect(sparkPeriod(period('2026-01-01', '2026-12-31', '2026-10-14'), '2026-10-14', '2020-01-01')).toBe(
      '2025-09-01..2026-09-30',
    );
  });
  test('with the last month of the data once that month is over', () => {
    expect(sparkPeriod(period('2026-01-01', '2026-12-31', '2026-10-30'), '2026-11-21', '2020-01-01')).toBe(
      '2025-10-01..2026-10-31',
    );
  });
  test('not before the data begins', () => {
    expect(sparkPeriod(period('2025-01-01', '2025-12-31'), '2026-11-21', '2025-03-10')).toBe('2025-03-01..2025-12-31');
  });
});

describe('the months of the revenue chart', () => {
  test('a year is its own months, whatever its name', () => {
    expect(trendPeriod(period('2026-01-01', '2026-12-31', '2026-12-31', '2026'), '2020-01-01')).toBe('2026');
  });
  test('a month is seen among the twelve up to it', () => {
    expect(trendPeriod(period('2026-09-01', '2026-09-30'), '2020-01-01')).toBe('2025-10-01..2026-09-30');
  });
  test('a quarter at the start of the data shows what there is', () => {
    expect(trendPeriod(period('2026-04-01', '2026-06-30'), '2026-02-15')).toBe('2026-02-01..2026-06-30');
  });
});
