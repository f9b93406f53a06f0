import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DimensionRef, Filter } from '#shared/question.ts';
import { contextOf } from '../support/ask.ts';
import { gridOf } from '../support/grid.ts';
import { gridRows, gridView, type GridRow } from './grid-worlds.ts';

const RUNS = { seed: 20_261_123, numRuns: Number(process.env['NYCKELTAL_GRIDS'] ?? 100) };
const PERIODS: Readonly<Record<string, readonly [string, string]>> = {
  all: ['2024-01', '2024-12'],
  '2024': ['2024-01', '2024-12'],
  '2024-Q2': ['2024-04', '2024-06'],
  '2024-03..2024-08': ['2024-03', '2024-08'],
  '2024-03..2024-10': ['2024-03', '2024-10'],
  'last-6-months': ['2024-07', '2024-12'],
};

const db = new Database(':memory:');
db.exec('CREATE TABLE sale (date TEXT, cents INTEGER, "order" TEXT, region TEXT, rep TEXT, customer TEXT) STRICT');
const insert = db.prepare('INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?)');

function fill(rows: readonly GridRow[]): void {
  db.exec('DELETE FROM sale');
  for (const { date, amount, order, region, rep, customer } of rows)
    insert.run(date, Math.round(amount * 100), order, region, rep, customer);
}

const column = ({ dimension, grain }: DimensionRef): string =>
  dimension !== 'date'
    ? dimension
    : grain === 'quarter'
      ? `'2024-Q' || ((CAST(substr(date, 6, 2) AS INTEGER) + 2) / 3)`
      : 'substr(date, 1, 7)';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function condition(filter: Filter): string | null {
  const name = `"${filter.dimension}"`;
  switch (filter.op) {
    case 'in':
    case 'not-in': {
      const known = filter.values.flatMap((value) => (value === null ? [] : [text(value)]));
      const found = `(${name} IS NOT NULL AND ${name} IN (${known.join(', ')}))`;
      const either = filter.values.includes(null) ? `(${found} OR ${name} IS NULL)` : found;
      return filter.op === 'in' ? either : `NOT ${either}`;
    }
    case 'blank':
      return `${name} IS NULL`;
    case 'not-blank':
      return `${name} IS NOT NULL`;
    case 'between':
      return `cents BETWEEN ${String((filter.from ?? -1e9) * 100)} AND ${String((filter.to ?? 1e9) * 100)}`;
    case 'period': {
      const [from = '', to = ''] = PERIODS[filter.period] ?? [];
      return `substr(date, 1, 7) BETWEEN ${text(from)} AND ${text(to)}`;
    }
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
    case 'top':
      return null;
  }
}

interface Found {
  readonly cents: number;
  readonly orders: number;
  readonly [step: `d${string}`]: string | null;
}

it('a table is what GROUP BY gives at every level, sums and distinct counts', () => {
  fc.assert(
    fc.property(gridRows, gridView, (rows, { question }) => {
      fill(rows);
      const plain = (refs: readonly DimensionRef[] = []): DimensionRef[] =>
        refs.map(({ dimension, grain, order, empty }) => ({
          dimension,
          ...(grain === undefined ? {} : { grain }),
          ...(order === undefined ? {} : { order }),
          ...(empty === undefined ? {} : { empty }),
        }));
      const filters = (question.filters ?? []).filter((filter) => condition(filter) !== null);
      const [down, across] = [plain(question.rows), plain(question.columns)];
      const values = [{ kpi: 'revenue' }, { kpi: 'orders' }];
      const asked = { ...question, rows: down, columns: across, filters };
      const grid = gridOf(contextOf({ sale: rows.map((row) => ({ ...row })) }), { question: asked, values });
      const [from = '', to = ''] = PERIODS[question.period ?? 'all'] ?? [];
      const where = [`substr(date, 1, 7) BETWEEN ${text(from)} AND ${text(to)}`, ...filters.map(condition)].join(
        ' AND ',
      );
      const isEmpty = db.prepare(`SELECT 1 FROM sale WHERE ${where}`).get() === undefined;
      const expected = new Map<string, readonly [number, number]>();
      for (let i = 0; i <= down.length; i++)
        for (let j = 0; j <= across.length; j++) {
          const steps = [...down.slice(0, i), ...across.slice(0, j)].map(column);
          const groups = steps.length === 0 ? '' : `GROUP BY ${steps.map((_, at) => String(at + 1)).join(', ')}`;
          const named = steps.map((step, at) => `${step} AS d${String(at)}`);
          const select = [...named, 'SUM(cents) AS cents', 'COUNT(DISTINCT "order") AS orders'].join(', ');
          for (const found of db.prepare<[], Found>(`SELECT ${select} FROM sale WHERE ${where} ${groups}`).all()) {
            const path = steps.map((_, at) => found[`d${String(at)}`] ?? null);
            expected.set(JSON.stringify([path.slice(0, i), path.slice(i)]), [found.cents / 100, found.orders]);
          }
        }
      grid.rows.forEach((row, i) =>
        grid.columns.forEach((line, j) => {
          const value = grid.cells[i * grid.columns.length + j] ?? null;
          const of = line.value ?? 0;
          const known = expected.get(JSON.stringify([row.path, line.path]));
          // A date or a total without rows is zero where anything has some, and no value where nothing has.
          if (known === undefined || isEmpty) expect(value === null || value === 0).toBe(true);
          else expect(value).toBe(known[of]);
          expected.delete(of === values.length - 1 ? JSON.stringify([row.path, line.path]) : '');
        }),
      );
      expect([...expected.keys()]).toEqual([]);
    }),
    RUNS,
  );
});
