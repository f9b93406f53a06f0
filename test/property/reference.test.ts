import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '#engine/question/context.ts';
import type { CellRequest, CellSlot, ColumnQueries, DayRange } from '#engine/ports/column-queries.ts';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import type { QuestionInput } from '#shared/question.ts';
import { REFERENCE } from '../support/reference/kpis/index.ts';
import type { Settings, Tables } from '../support/reference/rows.ts';
import { day } from '../support/reference/time.ts';
import { contextIn, differences, dimensionsOf, inForce } from './reference-check.ts';
import { askable, questions, settings, withoutTop, worlds } from './worlds.ts';

const SEED = 20_261_122;
/** Fewer while something is being built. */
const RUNS = Number(process.env['NYCKELTAL_QUESTIONS'] ?? 1000);

const some = <T>(...from: readonly T[]) => fc.constantFrom(...from);
const disagrees = (tables: Tables, rules: Settings, asked: QuestionInput, context?: QuestionContext) =>
  differences(tables, rules, askable(asked, dimensionsOf(tables, rules)), context);

describe('the reference', () => {
  it('knows every variant of every KPI, and no other', () => {
    expect(Object.keys(REFERENCE).toSorted()).toEqual(inForce.toSorted());
  });
});

describe('random questions to random workspaces', () => {
  it(`are answered as the reference does, ${String(RUNS)} of them`, () => {
    fc.assert(
      fc.property(worlds, settings, questions(inForce), (tables, rules, asked) => {
        expect(disagrees(tables, rules, asked).slice(0, 5)).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('are compared with targets as the reference does', () => {
    const withTargets = inForce.filter((ref) => /^(revenue|win-rate|calls|mrr):/.test(ref));
    fc.assert(
      fc.property(worlds, settings, questions(withTargets), (tables, rules, asked) => {
        expect(disagrees(tables, rules, { ...asked, compare: 'target' }).slice(0, 5)).toEqual([]);
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('are united in Other as the reference does', () => {
    fc.assert(
      fc.property(
        worlds,
        settings,
        questions(inForce),
        some('rep', 'region', 'customer', 'cohort'),
        (tables, rules, asked, dimension) => {
          const before = (asked.rows ?? []).filter((ref) => ref.dimension !== dimension).slice(0, 1);
          const rows = [...before.map(withoutTop), { dimension, top: { n: 1 } }];
          expect(disagrees(tables, rules, { ...asked, rows }).slice(0, 5)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('are about every variant of every KPI', () => {
    for (const ref of inForce)
      fc.assert(
        fc.property(worlds, settings, questions([ref]), (tables, rules, asked) => {
          expect(disagrees(tables, rules, asked).slice(0, 5)).toEqual([]);
        }),
        { seed: SEED, numRuns: Math.ceil(RUNS / 100) },
      );
  });
});

/** The same workspace seen through rows placed wrongly. */
function placing(context: QuestionContext, wrong: (request: CellRequest) => CellRequest): QuestionContext {
  const { queries } = context;
  const planted: ColumnQueries = { ...queries, rows: (request) => queries.rows(wrong(request)) };
  return { ...context, queries: planted };
}

/** The same with other days. */
const inDays =
  (of: (slot: DayRange & { readonly undated?: true }) => CellSlot) =>
  (request: CellRequest): CellRequest => ({
    ...request,
    slots: request.slots.map((slot) => (slot === null || slot === 'undated' ? slot : of(slot))),
  });

/** A KPI with another formula. */
function written(context: QuestionContext, id: string, formula: string): QuestionContext {
  const definition = BUILT_IN.kpis.get(id);
  if (definition === undefined) throw new Error(`no KPI ${id}`);
  const planted: KpiDefinition = { ...definition, variants: [{ ...definition.variants[0], formula }] };
  return { ...context, definitions: { ...BUILT_IN, kpis: new Map([...BUILT_IN.kpis, [id, planted]]) } };
}

const FEBRUARY_ENDS = day('2023-02-28');

interface Planted {
  readonly what: string;
  readonly refs: readonly string[];
  readonly plant: (context: QuestionContext) => QuestionContext;
  readonly asked?: Partial<QuestionInput>;
}

const PLANTED: readonly Planted[] = [
  {
    what: 'a ratio that is the mean of its parts',
    refs: ['average-order-value:standard'],
    plant: (context) => written(context, 'average-order-value', 'mean_over(rep, net-sales / distinct-orders)'),
  },
  {
    what: 'an end that still stands on its day',
    refs: ['mrr:total', 'customers-at-period-end:standard'],
    plant: (context) =>
      placing(context, (request) =>
        request.nature === 'balance' ? inDays((slot) => ({ ...slot, to: slot.to - 1 }))(request) : request,
      ),
  },
  {
    what: 'a filter that one kind does not follow',
    refs: ['lead-conversion:sales-per-lead'],
    plant: (context) =>
      placing(context, (request) => (request.kind === 'sale' ? { ...request, filters: [] } : request)),
  },
  {
    what: 'a month before that is as many days before',
    refs: ['sales-growth:previous'],
    plant: (context) =>
      placing(
        context,
        inDays((slot) => (slot.to === FEBRUARY_ENDS ? { ...slot, from: slot.to - 30 } : slot)),
      ),
    asked: { period: '2023-03', rows: [], columns: [] },
  },
  {
    what: 'one of the best members lost in the rest',
    refs: ['revenue:net', 'average-order-value:standard'],
    plant: (context) => ({
      ...context,
      queries: {
        ...context.queries,
        united: (members) => context.queries.united({ ...members, keep: members.keep.slice(1) }),
      },
    }),
    asked: { rows: [{ dimension: 'customer', top: { n: 1 } }] },
  },
  {
    what: 'a target that is due a day early',
    refs: ['revenue:net', 'win-rate:count'],
    plant: (context) =>
      placing(context, (request) =>
        request.nature === 'spread' ? inDays((slot) => ({ ...slot, from: slot.from - 1 }))(request) : request,
      ),
    asked: { compare: 'target' },
  },
  {
    what: 'rows without a date that are dropped',
    refs: ['weighted-pipeline:probability', 'win-rate:won-of-created'],
    plant: (context) =>
      placing(
        context,
        inDays(({ from, to }) => ({ from, to })),
      ),
  },
];

const survives = ({ refs, plant, asked }: Planted, numRuns = 300): boolean =>
  !fc.check(
    fc.property(worlds, settings, questions(refs), (tables, rules, question) => {
      const planted = plant(contextIn(tables, rules));
      return disagrees(tables, rules, { ...question, ...asked }, planted).length === 0;
    }),
    { seed: SEED, numRuns, endOnFailure: true },
  ).failed;

describe('a planted bug is found', () => {
  it.each(PLANTED)('$what', (planted) => {
    expect(survives(planted)).toBe(false);
  });

  it('and nothing where none is planted', () => {
    const plant: Planted['plant'] = (context) => placing(context, (same) => same);
    for (const one of PLANTED) expect(survives({ ...one, plant }, 40)).toBe(true);
  });
});
