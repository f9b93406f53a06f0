import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import { resolveKpi } from '#engine/formula/resolve-kpi.ts';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { MEASURES } from '#shared/measures.ts';
import type { QuestionInput } from '#shared/question.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

/**
 * Nine invoice lines. March 2026: 1000 + 500 + 300 − 100 + 800 = 2500. February: 400 + 600 + 1000 = 2000. March 2025: 1250.
 * O3 is Ada's credit note; the line of 800 has neither order, rep nor cost.
 */
const sale: readonly PlainRow[] = [
  {
    date: '2025-03-14',
    amount: 1250,
    order: 'O0',
    customer: 'Ada',
    rep: 'Kim',
    country: 'Sweden',
    quantity: 5,
    cost: 700,
  },
  {
    date: '2026-02-03',
    amount: 400,
    order: 'A1',
    customer: 'Bo',
    rep: 'Kim',
    country: 'Sweden',
    quantity: 2,
    cost: 300,
    order_date: '2026-01-30',
  },
  {
    date: '2026-02-17',
    amount: 600,
    order: 'A2',
    customer: 'Ada',
    rep: 'Lo',
    country: 'Norway',
    quantity: 3,
    cost: 300,
    order_date: '2026-02-16',
  },
  {
    date: '2026-02-20',
    amount: 1000,
    order: 'A3',
    customer: 'Cleo',
    rep: 'Lo',
    country: 'Norway',
    quantity: 1,
    cost: 500,
    order_date: '2026-02-20',
  },
  {
    date: '2026-03-02',
    amount: 1000,
    order: 'O1',
    customer: 'Ada',
    rep: 'Kim',
    country: 'Sweden',
    quantity: 4,
    cost: 600,
    discount: 250,
    order_date: '2026-02-27',
  },
  {
    date: '2026-03-02',
    amount: 500,
    order: 'O1',
    customer: 'Ada',
    rep: 'Kim',
    country: 'Sweden',
    quantity: 1,
    cost: 250,
    discount: 0,
    order_date: '2026-02-27',
  },
  {
    date: '2026-03-09',
    amount: 300,
    order: 'O2',
    customer: 'Bo',
    rep: 'Lo',
    country: 'Norway',
    quantity: 3,
    cost: 120,
    discount: 100,
    order_date: '2026-03-08',
  },
  {
    date: '2026-03-16',
    amount: -100,
    order: 'O3',
    customer: 'Ada',
    rep: 'Kim',
    country: 'Sweden',
    quantity: -1,
    cost: -50,
    order_date: '2026-03-16',
  },
  { date: '2026-03-30', amount: 800, customer: 'Dag', quantity: 2, order_date: '2026-03-30' },
];
const cost: readonly PlainRow[] = [
  { date: '2026-03-25', amount: 300, category: 'Löner' },
  { date: '2026-02-25', amount: 90, category: 'Hyra' },
];
const context = contextOf({ sale, cost });
const march = (kpi: string, variant?: string, more: Partial<QuestionInput> = {}) =>
  totalOf(context, {
    kpis: [kpi],
    period: '2026-03',
    ...(variant === undefined ? {} : { variants: { [kpi]: variant } }),
    ...more,
  });

describe('every KPI and variant, March 2026', () => {
  it.each<readonly [kpi: string, variant: string, expected: number, arithmetic: string]>([
    ['revenue', 'net', 2500, '1000 + 500 + 300 − 100 + 800'],
    ['revenue', 'gross', 2850, '2500 + discounts 250 + 0 + 100'],
    ['revenue', 'by-order-date', 1000, 'ordered in March: 300 − 100 + 800'],
    ['sales-growth', 'previous', 0.25, '(2500 − 2000) ÷ 2000'],
    ['sales-growth', 'year-over-year', 1, '(2500 − 1250) ÷ 1250'],
    [
      'gross-margin',
      'gross',
      780 / 1700,
      'rows with cost: 1000 + 500 + 300 − 100 = 1700; cost 600 + 250 + 120 − 50 = 920',
    ],
    ['gross-margin', 'net', 1280 / 2500, '(2500 − 920 − 300) ÷ 2500'],
    ['gross-profit', 'standard', 780, '1700 − 920'],
    ['cost-coverage', 'standard', 0.68, '1700 ÷ 2500'],
    ['average-order-value', 'standard', 2500 / 3, 'orders O1, O2, O3'],
    ['revenue-per-customer', 'standard', 2500 / 3, 'customers Ada, Bo, Dag'],
    ['orders', 'standard', 3, 'O1, O2, O3'],
    ['units', 'standard', 9, '4 + 1 + 3 − 1 + 2'],
    ['active-customers', 'standard', 3, 'Ada, Bo, Dag'],
    ['new-customers', 'standard', 1, 'Dag; Ada bought in 2025, Bo in February'],
    ['sales-per-rep', 'mean', 1250, '2500 ÷ (Kim, Lo)'],
    ['sales-per-rep', 'median', 850, 'Kim 1000 + 500 − 100 = 1400, Lo 300'],
    ['sales-by-location', 'share-of-sales', 1, 'all places together'],
    ['sales-by-location', 'share-of-revenue', 1, 'all places together'],
    ['sales-by-location', 'amount', 2500, 'as revenue'],
    ['discount-rate', 'weighted', 350 / 2150, '(250 + 0 + 100) ÷ (1000 + 500 + 300 + 350)'],
    ['discount-rate', 'mean-of-rows', 0.15, '(250 ÷ 1250 + 0 ÷ 500 + 100 ÷ 400) ÷ 3'],
    ['top-10-share', 'standard', 1, 'three customers are all in the top ten'],
  ])('%s (%s) is %d: %s', (kpi, variant, expected) => expect(march(kpi, variant).value).toBeCloseTo(expected, 12));

  it('covers the whole catalogue', () => {
    for (const { id, variants } of KPI_CATALOGUE)
      for (const variant of variants) {
        expect(resolveKpi(id, { [id]: variant.id }, BUILT_IN).variant.id).toBe(variant.id);
        expect(march(id, variant.id).value).not.toBeNull();
      }
  });

  it('splits sales by location, the unknown one apart', () => {
    const split = (variant: string) =>
      valuesByName(
        ask(context, {
          kpis: ['sales-by-location'],
          variants: { 'sales-by-location': variant },
          rows: [{ dimension: 'country' }],
          period: '2026-03',
        }),
      );
    // Sales: O1 and O3 in Sweden, O2 in Norway, the line without an order on its own: 4.
    expect(split('share-of-sales')).toEqual({ Norway: 0.25, Sweden: 0.5, '(none)': 0.25, '': 1 });
    // Revenue: Sweden 1400, Norway 300, unknown 800 of 2500.
    expect(split('share-of-revenue')).toEqual({ Norway: 0.12, Sweden: 0.56, '(none)': 0.32, '': 1 });
    expect(split('amount')).toEqual({ Norway: 300, Sweden: 1400, '(none)': 800, '': 2500 });
  });

  it('counts sales without a rep in the total and not as a rep', () => {
    const answered = ask(context, { kpis: ['sales-per-rep'], rows: [{ dimension: 'rep' }], period: '2026-03' });
    expect(valuesByName(answered)).toEqual({ Kim: 1400, Lo: 300, '(none)': null, '': 1250 });
    expect(answered.cells[2]?.reason?.code).toBe('zero-denominator');
  });

  it('takes the top ten of thirteen customers', () => {
    const rows = Array.from({ length: 13 }, (_, i): PlainRow => ({
      date: '2026-01-05',
      amount: i + 1,
      customer: `K${String(i)}`,
    }));
    // 4 + 5 + … + 13 = 85 of 1 + 2 + … + 13 = 91.
    expect(
      totalOf(contextOf({ sale: [...rows, { date: '2026-01-05', amount: 9 }] }), { kpis: ['top-10-share'] }).value,
    ).toBe(0.85);
  });
});

describe("the articles' examples", () => {
  it('3 000 000 over 3 000 customers is 1 000 a customer', () => {
    const rows = Array.from({ length: 3000 }, (_, i): PlainRow => ({
      date: '2026-03-01',
      amount: 1000,
      customer_id: String(i),
    }));
    expect(totalOf(contextOf({ sale: rows }), { kpis: ['revenue'] }).value).toBe(3_000_000);
    expect(totalOf(contextOf({ sale: rows }), { kpis: ['revenue-per-customer'] }).value).toBe(1000);
  });
});

describe('who a customer is', () => {
  it('is the id, else the one id of the name, else the name', () => {
    const rows: readonly PlainRow[] = [
      { date: '2026-01-01', amount: 1, customer_id: '7', customer: 'Ada AB' },
      { date: '2026-02-01', amount: 1, customer: 'Ada AB' }, // the one id of Ada AB: 7
      { date: '2026-02-01', amount: 1, customer_id: '8', customer: 'Bo' },
      { date: '2026-02-02', amount: 1, customer_id: '9', customer: 'Bo' },
      { date: '2026-02-03', amount: 1, customer: 'Bo' }, // two ids: a customer of its own by name
      { date: '2026-02-04', amount: 1, customer: '7' }, // a name that looks like an id is another customer
      { date: '2026-02-05', amount: 1 }, // nobody
    ];
    const known = contextOf({ sale: rows });
    expect(totalOf(known, { kpis: ['active-customers'] }).value).toBe(5);
    expect(totalOf(known, { kpis: ['new-customers'], period: '2026-02' }).value).toBe(4);
  });

  it('is new by the whole history, whatever the filter', () => {
    const rows: readonly PlainRow[] = [
      { date: '2026-01-10', amount: 1, customer: 'Ada', region: 'North' },
      { date: '2026-06-10', amount: 1, customer: 'Ada', region: 'South' },
      { date: '2026-06-29', amount: 1, customer: 'Bo', region: 'South' },
    ];
    const filters: QuestionInput['filters'] = [{ dimension: 'region', op: 'in', values: ['South'] }];
    expect(totalOf(contextOf({ sale: rows }), { kpis: ['new-customers'], filters, period: '2026-06' })).toMatchObject({
      value: 1,
      marks: [],
    });
  });

  it('looks new in the first three months of a history, and that is marked', () => {
    const marks = (period: string) => march('new-customers', undefined, { period }).marks;
    expect(marks('2025-03')).toContain('biased-start');
    expect(marks('2025')).toContain('biased-start');
    expect(marks('2025-07')).not.toContain('biased-start');
    expect(march('revenue', undefined, { period: '2025-03' }).marks).toEqual([]);
  });
});

describe('words', () => {
  const ids = [...KPI_CATALOGUE.map(({ id }) => id), ...MEASURES.map(({ id }) => id)];
  it('are there in both languages for every KPI, variant and measure', () => {
    const entry = z.object({
      name: z.string(),
      definition: z.string(),
      variants: z.record(z.string(), z.string()).optional(),
    });
    for (const words of Object.values(KPI_WORDS)) {
      const catalogue = new Map<string, unknown>(Object.entries(words));
      for (const id of ids) expect([id, entry.safeParse(catalogue.get(id)).success]).toEqual([id, true]);
      for (const { id, variants } of KPI_CATALOGUE)
        expect(Object.keys(entry.parse(catalogue.get(id)).variants ?? {})).toEqual(variants.map((one) => one.id));
    }
  });

  it('never name two things the same', () => expect(new Set(ids).size).toBe(ids.length));
});
