import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowPositions } from '#engine/question/row-positions.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { resolvePeriod } from '#shared/period.ts';
import { questionSchema, type AnswerCell, type QuestionInput } from '#shared/question.ts';
import { ask, contextOf } from '../support/ask.ts';
import type { PlainRow } from '../support/columns-of-rows.ts';

const SEED = { seed: 20_261_001, numRuns: 150 };
const HOSTILE = ['__proto__', 'constructor', 'toString', 'North', 'Åre', ''];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 5 });
const dateIn = (from: string, days: number) =>
  fc.nat(days - 1).map((offset) => new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10));
const decimal = (most: number) => fc.integer({ min: -most, max: most }).map((n) => n / 10_000);

/** So that every breakdown has a member. */
const EVERY_DIMENSION: PlainRow = {
  date: '2024-02-27',
  amount: 1,
  rep: 'Kim',
  region: 'North',
  customer: 'Ada',
  'custom:Ship Mode': 'Sea',
};

/** Sales with credit notes, gaps, hostile names and customers that are known by id, by name or by neither. */
const sales: fc.Arbitrary<readonly PlainRow[]> = fc
  .array(
    fc.record({
      date: dateIn('2023-11-20', 500),
      amount: decimal(5_000_000),
      order: maybe(fc.integer({ min: 1, max: 12 }).map((n) => `00${String(n)}`)),
      customer: maybe(fc.constantFrom('Ada', 'Bo', '__proto__', 'Ville')),
      customer_id: maybe(fc.constantFrom('17', '42', '99')),
      rep: maybe(fc.constantFrom('Kim', 'Lo', 'Mio')),
      region: maybe(fc.constantFrom(...HOSTILE.filter((name) => name !== ''))),
      'custom:Ship Mode': maybe(fc.constantFrom('Air', 'Sea')),
      quantity: maybe(decimal(90_000)),
      discount: maybe(decimal(100_000)),
      cost: maybe(decimal(3_000_000)),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => [...rows, EVERY_DIMENSION]);

const text = fc.constantFrom('region', 'rep', 'custom:Ship Mode', 'customer').map((dimension) => ({ dimension }));
const dated = fc
  .constantFrom('day', 'week', 'month', 'quarter', 'year')
  .map((grain) => ({ dimension: 'date', grain }) as const);
const reference = fc.constantFrom(
  'revenue:net',
  'gross-margin:gross',
  'average-order-value:standard',
  'new-customers:standard',
  'sales-per-rep:median',
  'discount-rate:weighted',
  'top-10-share:standard',
);
const question = fc.record({
  rows: fc.uniqueArray(fc.oneof(text, dated), { maxLength: 2, selector: ({ dimension }) => dimension }),
  columns: fc.uniqueArray(fc.oneof(text, dated), { maxLength: 1, selector: ({ dimension }) => dimension }),
  filters: fc.array(
    fc.record({
      dimension: fc.constantFrom('region', 'rep', 'customer'),
      op: fc.constantFrom('in' as const, 'not-in' as const),
      values: fc.array(fc.constantFrom(null, 'Kim', 'Ada', 'North', '__proto__', 'nobody'), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { maxLength: 1 },
  ),
  period: fc.constantFrom(
    'all',
    '2024',
    '2024-Q1',
    '2024-02',
    '2024-W09',
    '2023-12-15..2024-02-20',
    '2025',
    'latest-month',
  ),
});
const asked = fc.tuple(sales, question, reference);

describe('any answer', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(asked, ([rows, asks, ref]) => {
        const asksIt: QuestionInput = { ...asks, kpis: [ref], compare: 'last-year' };
        expect(ask(contextOf({ sale: rows.toReversed() }), asksIt)).toEqual(ask(contextOf({ sale: rows }), asksIt));
      }),
      SEED,
    );
  });

  it('stands on exactly the rows it shows, and an additive measure is their sum', () => {
    fc.assert(
      fc.property(asked, ([rows, asks, ref]) => {
        const context = contextOf({ sale: rows });
        const parsed = questionSchema.parse({ ...asks, kpis: [ref] });
        for (const cell of ask(context, parsed).cells.slice(0, 12)) {
          const { positions } = rowPositions(parsed, cell, context);
          expect(positions.length).toBe(cell.rows.used);
          if (ref !== 'revenue:net' || cell.value === null) continue;
          const sum = [...positions].reduce(
            (total, row) => total + Math.round(Number(rows[row]?.['amount']) * 10_000),
            0,
          );
          expect(sum / 10_000).toBe(cell.value);
        }
      }),
      SEED,
    );
  });
});

describe('additive measures', () => {
  it.each(['day', 'month', 'quarter', 'year', 'week'] as const)(
    'add up over every %s of the period, now and compared',
    (grain) => {
      fc.assert(
        fc.property(sales, fc.constantFrom('2024', '2024-Q2', '2023-12-15..2024-02-20'), (rows, period) => {
          const { cells } = ask(contextOf({ sale: rows }), {
            kpis: ['revenue'],
            rows: [{ dimension: 'date', grain }],
            period,
            compare: 'last-year',
          });
          const [parts, total] = [cells.slice(0, -1), cells.at(-1)];
          const sum = (pick: (cell: AnswerCell) => number | null | undefined) =>
            parts.reduce((all, cell) => all + Math.round((pick(cell) ?? 0) * 10_000), 0) / 10_000;
          expect(sum((cell) => cell.value)).toBe(total?.value ?? 0);
          if (grain !== 'week') expect(sum((cell) => cell.compare?.value)).toBe(total?.compare?.value ?? 0);
        }),
        { ...SEED, numRuns: 60 },
      );
    },
  );

  it('are in the comparison what the comparison period itself answers', () => {
    fc.assert(
      fc.property(sales, fc.constantFrom('2024', '2024-Q2', '2024-03', '2024-W10'), (rows, period) => {
        const context = contextOf({ sale: rows });
        for (const compare of ['previous', 'last-year'] as const) {
          const answered = ask(context, {
            kpis: ['revenue', 'orders'],
            rows: [{ dimension: 'region' }],
            period,
            compare,
          });
          const { comparePeriod } = answered;
          if (comparePeriod === null) continue;
          const then = ask(context, {
            kpis: ['revenue', 'orders'],
            rows: [{ dimension: 'region' }],
            period: `${comparePeriod.from}..${comparePeriod.to}`,
          });
          for (const cell of then.cells) {
            const now = answered.cells.find(
              (one) => one.kpi === cell.kpi && one.row.join() === cell.row.join() && one.row.length === cell.row.length,
            );
            if (cell.value !== null) expect(now?.compare?.value).toBe(cell.value);
          }
        }
      }),
      SEED,
    );
  });

  it('unite what top leaves out so that nothing is lost', () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 4 }), (rows, top) => {
        const answered = ask(contextOf({ sale: rows }), {
          kpis: ['revenue', 'active-customers'],
          rows: [
            { dimension: 'rep' },
            { dimension: 'region', order: { by: 'revenue', descending: true }, top: { n: top } },
          ],
        });
        for (const subtotal of answered.cells.filter((cell) => cell.row.length === 1 && cell.kpi === 'revenue')) {
          const below = answered.cells.filter(
            (cell) => cell.row.length === 2 && cell.row[0] === subtotal.row[0] && cell.kpi === 'revenue',
          );
          expect(below.length).toBeLessThanOrEqual(top + 1);
          expect(below.reduce((sum, { value }) => sum + Math.round((value ?? 0) * 10_000), 0) / 10_000).toBe(
            subtotal.value,
          );
          expect(below.slice(0, -1).every(({ other }) => !other)).toBe(true);
        }
      }),
      SEED,
    );
  });
});

describe('any period text', () => {
  it('resolves to whole days in order, and to itself again', () => {
    const texts = fc.constantFrom(
      'all',
      '2024',
      '2024-Q4',
      '2024-02',
      '2020-W53',
      '2024-02-29',
      'FY2025',
      'latest-week',
      'last-7-days',
      'this-quarter',
      'last-fiscal-year',
      '2024-01..2024-W20',
    );
    fc.assert(
      fc.property(
        texts,
        dateIn('2020-01-01', 2500),
        dateIn('2020-01-01', 2500),
        fc.integer({ min: 1, max: 12 }),
        (period, today, last, fiscalYearStart) => {
          const dataTo = parseIsoDate(last) ?? 0;
          const clock = { today: parseIsoDate(today) ?? 0, dataFrom: dataTo - 700, dataTo, fiscalYearStart };
          const resolved = resolvePeriod(period, clock);
          expect(resolved.from).toBeLessThanOrEqual(resolved.to);
          expect(resolved.through).toBeLessThanOrEqual(resolved.to);
          expect(resolved.open).toBe(clock.today <= resolved.to);
          expect(resolvePeriod(resolved.spec, clock)).toMatchObject({
            from: resolved.from,
            to: resolved.to,
            open: resolved.open,
          });
        },
      ),
      SEED,
    );
  });
});
