import type { QuestionInput } from '#shared/question.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import { BENCH_CATEGORIES } from './data.ts';

/**
 * A question as we ask it, and as SQL over `sale` with integer codes (the table star.ts makes), totals included. `month`, `week` and
 * `year` are looked up by day in SQLite's table `day`, as in DuckDB's, which has the same.
 */
export interface BenchQuestion {
  readonly name: string;
  readonly ask: QuestionInput;
  /** What the peers' values are of ours: money is in ten-thousandths there. Null where they count and we divide. */
  readonly scale: number | null;
  /** For DuckDB: every level at once, the value last. */
  readonly duckdb: string;
  /** For SQLite, which has no GROUPING SETS: the finest level alone. */
  readonly sqlite: string;
}

const month = { dimension: 'date', grain: 'month' } as const;
const region = { dimension: 'region' } as const;
const products = Array.from(
  { length: 30 },
  (_, i) => `P-${String(100 + i).padStart(4, '0')} ${BENCH_CATEGORIES[i % 10] ?? ''}`,
);
const cohorts = Array.from({ length: 12 }, (_, i) => `2021-${String(i + 1).padStart(2, '0')}`);
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const code = (dimension: string, names: readonly string[]): string =>
  `${dimension} IN (SELECT code FROM ${dimension}_name WHERE name IN (${listed(names)}))`;
const REP_AND_PRODUCTS = `${code('rep', ['Rep 07'])} AND ${code('product', products)}`;

/** A KPI of the user's own: the catalogue has no median of sales. */
export const MEDIAN_SALE: OwnKpi = {
  id: 'median-sale',
  name: 'Median sale',
  definition: '',
  category: 'result',
  direction: 'higher',
  unit: 'money',
  formula: 'median(sale.amount)',
};

/** A table that a page takes whole; of larger ones it asks for windows. */
export const MOST_CELLS_WHOLE = 10_000;

/** What a screen shows of a table at first. */
export const FIRST_WINDOW = { rows: { from: 0, count: 60 }, columns: { from: 0, count: 30 }, scales: true };

const FIRSTS = `WITH first AS (SELECT customer, min(month) AS month FROM sale JOIN day USING (date) GROUP BY customer),
  met AS (SELECT sale.customer, first.month AS cohort, day.month - first.month AS age
    FROM sale JOIN day USING (date) JOIN first ON first.customer = sale.customer WHERE first.month < 12)`;

export const TEN_QUESTIONS: readonly BenchQuestion[] = [
  {
    name: 'month × region',
    scale: 10_000,
    ask: { kpis: ['revenue'], rows: [month, region] },
    duckdb: 'SELECT month, region, sum(amount) FROM sale JOIN day USING (date) GROUP BY ROLLUP (month, region)',
    sqlite: 'SELECT month, region, sum(amount) FROM sale JOIN day USING (date) GROUP BY month, region',
  },
  {
    name: 'region × category × month',
    scale: 10_000,
    ask: { kpis: ['revenue'], rows: [region, { dimension: 'category' }], columns: [month] },
    duckdb: `SELECT region, category, month, sum(amount) FROM sale JOIN day USING (date) GROUP BY GROUPING SETS
      ((region, category, month), (region, category), (region, month), (region), (month), ())`,
    sqlite:
      'SELECT region, category, month, sum(amount) FROM sale JOIN day USING (date) GROUP BY region, category, month',
  },
  {
    name: 'customers by month',
    scale: 1,
    ask: { kpis: ['active-customers'], rows: [month] },
    duckdb: 'SELECT month, count(DISTINCT customer) FROM sale JOIN day USING (date) GROUP BY ROLLUP (month)',
    sqlite: 'SELECT month, count(DISTINCT customer) FROM sale JOIN day USING (date) GROUP BY month',
  },
  {
    name: 'top 10 customers',
    scale: 10_000,
    ask: {
      kpis: ['revenue'],
      rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true }, top: { n: 10 } }],
    },
    duckdb: `WITH top AS (SELECT customer, sum(amount) AS value FROM sale GROUP BY customer),
      kept AS (SELECT * FROM top ORDER BY value DESC LIMIT 10), everything AS (SELECT sum(value) AS value FROM top)
      SELECT customer, value FROM kept UNION ALL SELECT NULL, value FROM everything
      UNION ALL SELECT -1, everything.value - (SELECT sum(value) FROM kept) FROM everything`,
    sqlite: 'SELECT customer, sum(amount) AS value FROM sale GROUP BY customer ORDER BY value DESC LIMIT 10',
  },
  {
    name: 'rep and 30 products by week',
    scale: 10_000,
    ask: {
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'week' }],
      filters: [
        { dimension: 'rep', op: 'in', values: ['Rep 07'] },
        { dimension: 'product', op: 'in', values: products },
      ],
    },
    duckdb: `SELECT week, sum(amount) FROM sale JOIN day USING (date) WHERE ${REP_AND_PRODUCTS} GROUP BY ROLLUP (week)`,
    sqlite: `SELECT week, sum(amount) FROM sale JOIN day USING (date) WHERE ${REP_AND_PRODUCTS} GROUP BY week`,
  },
  {
    name: '12-month cohorts',
    scale: null,
    ask: {
      kpis: ['cohort-retention'],
      rows: [{ dimension: 'cohort', grain: 'month' }],
      columns: [{ dimension: 'age', grain: 'month' }],
      filters: [{ dimension: 'cohort:month', op: 'in', values: cohorts }],
    },
    duckdb: `${FIRSTS} SELECT cohort, age, count(DISTINCT customer) FROM met GROUP BY CUBE (cohort, age)`,
    sqlite: `${FIRSTS} SELECT cohort, age, count(DISTINCT customer) FROM met GROUP BY cohort, age`,
  },
  {
    name: 'median sale by region',
    scale: 10_000,
    ask: { kpis: [MEDIAN_SALE.id], rows: [region] },
    duckdb: 'SELECT region, median(amount) FROM sale GROUP BY ROLLUP (region)',
    sqlite: `WITH placed AS (SELECT region, amount, row_number() OVER (PARTITION BY region ORDER BY amount) AS place,
      count(*) OVER (PARTITION BY region) AS rows FROM sale)
      SELECT region, avg(amount) FROM placed WHERE place IN ((rows + 1) / 2, (rows + 2) / 2) GROUP BY region`,
  },
  {
    name: 'customers named "…er 12…" by region',
    scale: 10_000,
    ask: {
      kpis: ['revenue'],
      rows: [region],
      filters: [{ dimension: 'customer', op: 'contains', text: 'er 12' }],
    },
    duckdb: `SELECT region, sum(amount) FROM sale
      WHERE customer IN (SELECT code FROM customer_name WHERE name ILIKE '%er 12%') GROUP BY ROLLUP (region)`,
    sqlite: `SELECT region, sum(amount) FROM sale
      WHERE customer IN (SELECT code FROM customer_name WHERE name LIKE '%er 12%') GROUP BY region`,
  },
  {
    name: 'rep × product',
    scale: 10_000,
    ask: { kpis: ['revenue'], rows: [{ dimension: 'product' }], columns: [{ dimension: 'rep' }] },
    duckdb: 'SELECT product, rep, sum(amount) FROM sale GROUP BY CUBE (product, rep)',
    sqlite: 'SELECT product, rep, sum(amount) FROM sale GROUP BY product, rep',
  },
  {
    name: 'growth on last year by region',
    scale: 1,
    ask: { kpis: ['sales-growth:year-over-year'], rows: [region], period: '2025' },
    duckdb: `SELECT region, sum(amount) FILTER (year = 2025) / sum(amount) FILTER (year = 2024) - 1
      FROM sale JOIN day USING (date) WHERE year IN (2024, 2025) GROUP BY ROLLUP (region)`,
    sqlite: `SELECT region, sum(iif(year = 2025, amount, 0)) * 1.0 / sum(iif(year = 2024, amount, 0)) - 1
      FROM sale JOIN day USING (date) WHERE year IN (2024, 2025) GROUP BY region`,
  },
];
