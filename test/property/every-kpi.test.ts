import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { answerSchema, questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask, totalOf } from '../support/ask.ts';
import type { Settings, Tables } from '../support/reference/rows.ts';
import { contextIn, dimensionsOf, inForce, isNear } from './reference-check.ts';
import { askable, questions, settings, worlds } from './worlds.ts';

const SEED = { seed: 20_261_123, numRuns: 300 };

/** Flows that add up over rows, however they are parted. */
const ADDITIVE = [
  'revenue:net',
  'units:standard',
  'bookings:won',
  'weighted-pipeline:probability',
  'calls:standard',
  'demos:all',
  'demos:from-deals',
] as const;
const BALANCES = ['mrr:total', 'arr:total', 'customers-at-period-end:standard'];
/** Medians and means of the rows themselves. */
const MIDDLES = ['deal-size:median', 'deal-size:mean', 'sales-cycle:median', 'response-time:median'];
const DISTINCT = ['active-customers:standard', 'orders:standard'];
/** A target is of a level, which what is asked decides; shares are of all members, and own prices of no competitor. */
const OF_THEIR_OWN_LEVEL = /target|quota|pace|pipeline-coverage|sales-by-location|price-index|cohort/;

/** Of stretches of activity. */
const OF_CUSTOMERS = /won-back|lost-customers|customers-at|churn|retention|lifetime|clv|cac|new-customers:by-span/;

const some = <T>(...from: readonly T[]) => fc.constantFrom(...from);
const total = (context: QuestionContext, kpi: string, more: Partial<QuestionInput> = {}): number | null =>
  totalOf(context, { kpis: [kpi], period: '2023', ...more }).value;
const months = (context: QuestionContext, kpi: string): readonly (number | null)[] =>
  ask(context, { kpis: [kpi], period: '2023', rows: [{ dimension: 'date', grain: 'month' }] })
    .cells.slice(0, -1)
    .map(({ value }) => value);
/** Sums of doubles in another order differ in their last digits. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(10)));
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + Math.round((value ?? 0) * 10_000), 0) / 10_000;
const sameNumber = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : isNear(a, b));

/** So that no amount is left out for want of a rate. */
const inKronor = (tables: Tables): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([kind, rows = []]) => [
      kind,
      rows.map((row) => ({ ...row, ...('currency' in row ? { currency: null } : {}) })),
    ]),
  );

/** All of 2023 is over and data reach past it. */
const closed = settings.map((rules): Settings => ({ ...rules, today: '2030-01-01' }));

describe('any KPI', () => {
  it('is valid JSON without NaN or infinity, whatever it compares with', () => {
    const compare = some('none' as const, 'previous' as const, 'last-year' as const, 'target' as const);
    fc.assert(
      fc.property(worlds, settings, questions(inForce), compare, (tables, rules, asked, against) => {
        const question = askable({ ...asked, compare: against }, dimensionsOf(tables, rules));
        const answered = ask(contextIn(tables, rules), question);
        expect(answerSchema.parse(JSON.parse(JSON.stringify(answered)))).toEqual(answered);
        for (const { value, reason } of answered.cells) expect(value === null).toBe(reason !== null);
      }),
      SEED,
    );
  });

  it('does not depend on the order of the rows', () => {
    // Of rows that say the same thing twice (a list, a price, a subscription that goes on) the later is right: these stay.
    const turned = (tables: Tables): Tables =>
      Object.fromEntries(
        Object.entries(tables).map(([kind, rows = []]) => [
          kind,
          ['sale', 'lead', 'cost', 'activity', 'target'].includes(kind) ? rows.toReversed() : rows,
        ]),
      );
    const refs = inForce.filter((ref) => !/upsell|cross-sell/.test(ref));
    const cellsOf = (tables: Tables, rules: Settings, asked: QuestionInput) =>
      ask(contextIn(tables, rules), askable(asked, dimensionsOf(tables, rules))).cells.map((cell) => ({
        ...cell,
        value: rounded(cell.value),
        compare: cell.compare && { ...cell.compare, value: rounded(cell.compare.value), difference: 0, ratio: 0 },
      }));
    const same = (asks: fc.Arbitrary<QuestionInput>) =>
      fc.property(worlds, settings, asks, (tables, rules, asked) => {
        expect(cellsOf(turned(tables), rules, asked)).toEqual(cellsOf(tables, rules, asked));
      });
    // Where a customer is, the last of his rows says.
    const ofRows = refs.filter((ref) => !OF_CUSTOMERS.test(ref));
    fc.assert(same(questions(ofRows)), SEED);
    const period = some('2023', 'all', '2023-Q3');
    fc.assert(same(fc.record({ kpis: fc.tuple(some(...refs)), period })), SEED);
  });

  it('has the same total under a filter as the row of that member', () => {
    const refs = inForce.filter((ref) => !OF_THEIR_OWN_LEVEL.test(ref));
    fc.assert(
      fc.property(
        worlds,
        settings,
        some(...refs),
        some('rep', 'region', 'customer'),
        (tables, rules, ref, dimension) => {
          if (!dimensionsOf(tables, rules)(dimension)) return;
          const context = contextIn(tables, rules);
          for (const cell of ask(context, { kpis: [ref], period: '2023', rows: [{ dimension }] }).cells) {
            if (cell.row.length === 0) continue;
            const filters: QuestionInput['filters'] = [{ dimension, op: 'in', values: [...cell.row] }];
            const filtered = totalOf(context, { kpis: [ref], period: '2023', filters });
            expect(sameNumber(filtered.value, cell.value)).toBe(true);
            expect(filtered.reason?.code).toBe(cell.reason?.code);
          }
        },
      ),
      SEED,
    );
  });

  it('is the same in a month alone as in that month of the year', () => {
    const refs = inForce.filter((ref) => !OF_THEIR_OWN_LEVEL.test(ref));
    const filters: fc.Arbitrary<QuestionInput['filters']> = some(
      [],
      [{ dimension: 'rep', op: 'in', values: ['Kim'] }],
      [{ dimension: 'region', op: 'not-in', values: ['North', null] }],
      [{ dimension: 'customer', op: 'in', values: ['nobody'] }],
    );
    fc.assert(
      fc.property(worlds, closed, some(...refs), filters, (tables, rules, ref, only) => {
        if (!only?.every(({ dimension }) => dimensionsOf(tables, rules)(dimension))) return;
        const context = contextIn(tables, rules);
        const asks: QuestionInput = { kpis: [ref], filters: only, rows: [{ dimension: 'date', grain: 'month' }] };
        for (const { row, value, reason } of ask(context, { ...asks, period: '2023' }).cells.slice(0, -1)) {
          const alone = totalOf(context, { ...asks, rows: [], period: row[0] ?? '' });
          expect([alone.value, alone.reason?.code]).toEqual([value, reason?.code]);
        }
      }),
      SEED,
    );
  });

  it('is explained with the same number, over the rows it shows', () => {
    fc.assert(
      fc.property(worlds, settings, questions(inForce), (tables, rules, asked) => {
        const context = contextIn(tables, rules);
        const question = questionSchema.parse(askable(asked, dimensionsOf(tables, rules)));
        for (const { kpi, row, column, value, reason, marks, compare, rows } of ask(context, question).cells.slice(
          -8,
        )) {
          const told = explain(question, { kpi, row, column }, context);
          expect(told).toMatchObject({ value, reason, marks, compare });
          expect(told.rows.used).toBe(rows.used);
          expect(told.rows.leftOut.reduce((all, { count }) => all + count, 0)).toBe(rows.leftOut);
          for (const { kind, total: shown } of told.rows.byKind)
            expect(rowPositions(question, { kpi, row, column }, context, kind).positions).toHaveLength(shown);
        }
      }),
      SEED,
    );
  });
});

describe('what adds up', () => {
  const parts = (tables: Tables, inFirst: (place: number) => boolean): readonly Tables[] =>
    [true, false].map((first) =>
      Object.fromEntries(
        Object.entries(tables).map(([kind, rows = []]) => [
          kind,
          kind.endsWith('_list') ? rows : rows.filter((_, place) => inFirst(place) === first),
        ]),
      ),
    );

  it.each(ADDITIVE)('%s is the sum of two parts of the rows', (ref) => {
    fc.assert(
      fc.property(worlds, closed, fc.func(fc.boolean()), (tables, rules, inFirst) => {
        const halves = parts(tables, inFirst).map((half) => total(contextIn(half, rules), ref));
        expect(sum(halves)).toBeCloseTo(total(contextIn(tables, rules), ref) ?? 0, 6);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  it.each(ADDITIVE)('%s of a year is that of its months', (ref) => {
    fc.assert(
      fc.property(worlds, closed, (tables, rules) => {
        const context = contextIn(tables, rules);
        expect(sum(months(context, ref))).toBeCloseTo(total(context, ref) ?? 0, 6);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  it('is the sum of the amounts of the rows it shows', () => {
    fc.assert(
      fc.property(worlds, settings, some('rep', 'region'), (tables, rules, dimension) => {
        if (!dimensionsOf(tables, rules)(dimension)) return;
        const context = contextIn(inKronor(tables), rules);
        const question = questionSchema.parse({ kpis: ['revenue'], period: '2023', rows: [{ dimension }] });
        for (const cell of ask(context, question).cells) {
          if (cell.value === null) continue;
          const { positions } = rowPositions(question, cell, context);
          const amounts = [...positions].map((place) => Number(tables['sale']?.[place]?.['amount'] ?? 0));
          expect(sum(amounts)).toBe(cell.value);
        }
      }),
      SEED,
    );
  });

  it('is the movement between the two ends of a period', () => {
    const movements = ['new', 'expansion', 'contraction', 'churned'];
    fc.assert(
      fc.property(
        worlds,
        closed,
        some('', '-by-account'),
        some('2023-06', '2023-Q3', '2023'),
        (tables, rules, by, period) => {
          const context = contextIn(inKronor(tables), rules);
          const [began, grew, shrank, ended] = movements.map((one) => total(context, `mrr:${one}${by}`, { period }));
          const before = { '2023-06': '2023-05-31', '2023-Q3': '2023-06-30', '2023': '2022-12-31' }[period];
          const [from, to] = [total(context, 'mrr:total', { period: before }), total(context, 'mrr:total', { period })];
          if (from === null || to === null || [began, grew, shrank, ended].includes(null)) return;
          expect(from + (began ?? 0) + (grew ?? 0) - (shrank ?? 0) - (ended ?? 0)).toBeCloseTo(to, 6);
        },
      ),
      SEED,
    );
  });

  it('is a target over the months that it is for', () => {
    fc.assert(
      fc.property(worlds, closed, (tables, rules) => {
        const context = contextIn(
          { ...tables, target: [{ value: 1234.5678, start: '2023-01-01', grain: 'year' }] },
          rules,
        );
        expect(sum(months(context, 'quota:standard'))).toBe(1234.5678);
      }),
      { ...SEED, numRuns: 20 },
    );
  });
});

describe('what does not add up', () => {
  it.each(BALANCES)('%s of a year is that of its last month', (ref) => {
    fc.assert(
      fc.property(worlds, closed, (tables, rules) => {
        const context = contextIn(tables, rules);
        expect(total(context, ref)).toBe(months(context, ref).at(-1));
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  it.each(DISTINCT)('%s of a year is at least that of any month and at most that of all', (ref) => {
    fc.assert(
      fc.property(worlds, closed, (tables, rules) => {
        const context = contextIn(tables, rules);
        const [year, parts] = [total(context, ref) ?? 0, months(context, ref)];
        expect(year).toBeGreaterThanOrEqual(Math.max(...parts.map((value) => value ?? 0)));
        expect(year).toBeLessThanOrEqual(sum(parts));
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  it.each(MIDDLES)('%s of a year lies among those of its months', (ref) => {
    fc.assert(
      fc.property(worlds, closed, (tables, rules) => {
        const context = contextIn(inKronor(tables), rules);
        const [year, parts] = [total(context, ref), months(context, ref).filter((value) => value !== null)];
        expect(year === null).toBe(parts.length === 0);
        if (year === null) return;
        expect(year).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-9);
        expect(year).toBeLessThanOrEqual(Math.max(...parts) + 1e-9);
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});
