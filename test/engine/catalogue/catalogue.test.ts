import { describe, expect, it } from 'vitest';
import { dimensions, members, rowFields } from '#engine/catalogue/dimensions.ts';
import { kpiStatuses } from '#engine/catalogue/kpi-status.ts';
import { dataRangeIso } from '#engine/question/context.ts';
import { kpiStatusSchema } from '#shared/contract.ts';
import { contextOf } from '../../support/ask.ts';

const { queries } = contextOf({
  sale: [
    { date: '2026-01-05', amount: 1, region: 'Norr', order: '007', 'custom:Ship Mode': 'Air' },
    { date: '2026-03-05', amount: 1, region: 'Söder', order: '008' },
    { date: '2026-02-05', amount: 1, region: 'Söder', order: '009' },
    { date: '2026-02-06', amount: 1, order: '010' },
  ],
  target: [{ value: 100, start: '2027-01-01', region: 'Väst' }],
});

describe('numbers and dates to filter by', () => {
  it("are those of the rows and no others, the files' own columns by their headers", () => {
    const own = contextOf({
      sale: [{ date: '2026-01-05', amount: 1, region: 'Norr', 'custom:Frakt': 49.5, 'custom:Fraktsätt': 'Bud' }],
      deal: [{ created: '2026-01-02', value: 5 }],
    });
    const told = rowFields(own.queries);
    expect(told.map(({ key, is }) => [key, is])).toEqual([
      ['date', 'day'],
      ['amount', 'number'],
      ['custom:Frakt', 'number'],
      ['created', 'day'],
      ['value', 'number'],
    ]);
    expect(told.find(({ key }) => key === 'custom:Frakt')).toMatchObject({ label: 'Frakt', kinds: ['sale'] });
  });
});

describe('what the data allow', () => {
  it('says for every KPI whether it is possible and what it lacks', () => {
    const statuses = kpiStatuses(queries.has, { variants: { 'gross-margin': 'net' } });
    for (const status of statuses) expect(kpiStatusSchema.parse(status)).toEqual(status);
    const of = (kpi: string) => statuses.find((status) => status.kpi === kpi);
    expect(of('revenue')).toMatchObject({
      possible: true,
      needs: [],
      variants: ['net', 'gross', 'by-order-date'],
      variant: 'net',
      formula: 'net-sales',
    });
    expect(of('gross-margin')).toMatchObject({
      possible: false,
      variant: 'net',
      needs: ['sale.cost', 'cost.date', 'cost.amount'],
    });
    expect(of('gross-margin')?.needsByVariant).toEqual({
      gross: ['sale.cost'],
      net: ['sale.cost', 'cost.date', 'cost.amount'],
    });
    expect(of('new-customers')).toMatchObject({ possible: false, needs: ['sale.customer'] });
    expect(of('discount-rate')).toMatchObject({ possible: false, needs: ['sale.discount'] });
  });

  it('takes a customer number for a customer and a percentage for a discount', () => {
    const fields = new Set(['date', 'amount', 'customer_id', 'discount_share']);
    const some = kpiStatuses((kind, field) => kind === 'sale' && fields.has(field), { variants: {} });
    expect(some.filter(({ possible }) => possible).map(({ kpi }) => kpi)).toEqual([
      'revenue',
      'sales-growth',
      'monthly-progress',
      'discount-rate',
      'revenue-per-customer',
      'active-customers',
      'new-customers',
      'won-back',
      'lost-customers',
      'customers-at-period-end',
      'churn',
      'retention',
      'expected-lifetime',
      'top-10-share',
      'cohort-retention',
      // By their variants for data without deals and subscriptions.
      'bookings',
      'arpa',
    ]);
  });

  it('has an open pipeline over all time without expected closes, and says what a period of it lacks', () => {
    const fields = new Set(['status', 'value', 'probability', 'stage']);
    const statuses = kpiStatuses((kind, field) => kind === 'deal' && fields.has(field), { variants: {} });
    expect(statuses.find(({ kpi }) => kpi === 'weighted-pipeline')).toMatchObject({
      possible: true,
      needs: [],
      needsInPeriod: ['deal.expected_close'],
    });
  });

  it('has sales by location where sales have one, by country, else by region, else by city', () => {
    const status = (...fields: readonly string[]) =>
      kpiStatuses((kind, field) => kind === 'sale' && ['date', 'amount', ...fields].includes(field), {
        variants: {},
      }).find(({ kpi }) => kpi === 'sales-by-location');
    const lacking = { possible: false, breakdown: 'country', needs: ['sale.country'] };
    expect(status()).toMatchObject(lacking);
    expect(status()?.needsByVariant).toEqual({
      'share-of-sales': ['sale.country'],
      'share-of-revenue': ['sale.country'],
      amount: ['sale.country'],
    });
    expect(status('rep')).toMatchObject(lacking);
    expect(status('city')).toMatchObject({ possible: true, breakdown: 'city', needs: [] });
    expect(status('city', 'region')).toMatchObject({ possible: true, breakdown: 'region' });
    expect(status('city', 'region', 'country')).toMatchObject({ possible: true, breakdown: 'country' });
  });

  it('has cohorts where sales have customers', () => {
    const cohorts = (...fields: readonly string[]) =>
      kpiStatuses((kind, field) => kind === 'sale' && ['date', 'amount', ...fields].includes(field), {
        variants: {},
      }).find(({ kpi }) => kpi === 'cohort-retention');
    expect(cohorts('customer')).toMatchObject({ possible: true, breakdown: 'cohort' });
    expect(cohorts()).toMatchObject({ possible: false, needs: ['sale.customer'] });
  });

  it('takes the dates of sales, not of plans', () => {
    expect(dataRangeIso(queries)).toEqual({ from: '2026-01-05', to: '2026-03-05' });
    expect(dataRangeIso(contextOf({}).queries)).toEqual({ from: null, to: null });
  });
});

describe('dimensions', () => {
  it('are the text fields with values, identifiers told apart', () => {
    expect(dimensions(queries).map(({ kpis: _kpis, ...about }) => about)).toEqual([
      { key: 'region', label: null, kinds: ['sale', 'target'], members: 3, identifier: false },
      { key: 'order', label: null, kinds: ['sale'], members: 4, identifier: true },
      { key: 'custom:Ship Mode', label: 'Ship Mode', kinds: ['sale'], members: 1, identifier: false },
    ]);
  });

  it('say which KPIs they split: those all of whose data have them', () => {
    const { queries: several } = contextOf({
      sale: [{ date: '2026-01-05', amount: 1, cost: 1, region: 'Norr', channel: 'Web', rep: 'Ann' }],
      cost: [{ date: '2026-01-05', amount: 1, category: 'Hyra', region: 'Norr' }],
      activity: [{ date: '2026-01-05', type: 'call', rep: 'Ann' }],
    });
    const split = (dimension: string, variants: Record<string, string> = {}) =>
      dimensions(several, { variants }).find(({ key }) => key === dimension)?.kpis ?? [];
    expect(split('region')).toEqual(expect.arrayContaining(['revenue', 'gross-margin', 'sales-growth']));
    expect(split('channel')).toContain('gross-margin');
    // Net of all costs: those have a channel in no file.
    expect(split('channel', { 'gross-margin': 'net' })).not.toContain('gross-margin');
    expect(split('region', { 'gross-margin': 'net' })).toContain('gross-margin');
    expect(split('rep')).toContain('calls');
    // Only sales have a channel, which is enough to count who was active.
    expect(split('channel')).toContain('sales-per-rep');
    expect(split('channel')).not.toContain('calls');
  });

  it('have members, the ones with the most rows first', () => {
    expect(members(queries, 'region', '', 10)).toEqual({
      total: 4,
      members: [
        { name: 'Söder', rows: 2 },
        { name: null, rows: 1 },
        { name: 'Norr', rows: 1 },
        { name: 'Väst', rows: 1 },
      ],
    });
    expect(members(queries, 'region', ' SÖ ', 10)).toEqual({ total: 1, members: [{ name: 'Söder', rows: 2 }] });
    expect(members(queries, 'region', 'r', 1)).toEqual({ total: 2, members: [{ name: 'Söder', rows: 2 }] });
    expect(() => members(queries, 'planet', '', 10)).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_DIMENSION' }));
  });
});
