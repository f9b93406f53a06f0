import { describe, expect, test } from 'vitest';
import {
  overviewPlan,
  sparkPeriod,
  trendPeriod,
  trendQuestion,
} from '../../../../renderer/features/overview/overview-plan.model.ts';

const kpi = (id: string, possible = true) => ({ kpi: id, possible });
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

  test('each tile has a dimension of its own', () => {
    const dimensions = [
      dimension('customer', 300),
      dimension('region', 4),
      dimension('category', 5),
      dimension('order', 900, true),
    ];
    expect(overviewPlan(kpis, dimensions, [])).toMatchObject({
      breakdown: 'region',
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
    expect(overviewPlan(kpis, dimensions, filters).breakdown).toBe('segment');
  });

  test('dimensions of other kinds do not break revenue down', () => {
    expect(overviewPlan(kpis, [dimension('region', 4, false, ['deal'])], []).breakdown).toBeNull();
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

test('months are set against last year, unless the period itself shows the years', () => {
  const choices = { period: null, compare: 'previous' as const, filters: [] };
  expect(trendQuestion(choices, period('2026-01-01', '2026-12-31'), '2020-01-01').compare).toBe('last-year');
  expect(trendQuestion(choices, period('2019-01-01', '2022-12-31'), '2019-01-01').compare).toBe('none');
  const alone = { ...choices, compare: 'none' as const };
  expect(trendQuestion(alone, period('2026-01-01', '2026-12-31'), '2020-01-01').compare).toBe('none');
});
