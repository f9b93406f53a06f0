import { describe, expect, it } from 'vitest';
import type { KpiEntry } from '#shared/contract.ts';
import { goesBy, lackingFor, referencesBehind } from '../../../../renderer/features/kpis/rules.model.ts';

interface Variant {
  readonly id: string;
  readonly formula: string;
  readonly needs?: readonly string[];
}

/** An entry of the library whose first variant is in force. */
function entry(kpi: string, ...variants: readonly [Variant, ...Variant[]]): KpiEntry {
  const about = { unit: 'quantity', direction: 'neutral' } as const;
  const inVariants = variants.map(({ id, formula, needs = [] }) => ({
    ...about,
    variant: id,
    formula,
    possible: needs.length === 0,
    needs: [...needs],
  }));
  const [first] = variants;
  return {
    ...about,
    kpi,
    category: 'result',
    variants: variants.map(({ id }) => id),
    variant: first.id,
    automatic: false,
    formula: first.formula,
    source: 'textbook',
    possible: (first.needs ?? []).length === 0,
    needs: [...(first.needs ?? [])],
    needsInPeriod: [...(first.needs ?? [])],
    own: null,
    problem: null,
    beside: [],
    breakdown: null,
    inVariants,
  };
}

const CHURN = entry('churn', { id: 'customers', formula: 'ended-spans / standing-customers' });
const KEPT = entry('retention', { id: 'standard', formula: '1 - churn' });
const CALLS = entry('calls', { id: 'each', formula: 'logged-calls' }, { id: 'daily', formula: 'logged-calls / working-days' }); // prettier-ignore
const PIPELINE = entry('weighted-pipeline', { id: 'probability', formula: 'whole(open-weighted-value)' }, { id: 'stage-weights', formula: 'whole(open-stage-weighted-value)' }); // prettier-ignore
const CAC = entry('cac', { id: 'standard', formula: 'acquisition-costs / first-time-customers', needs: ['cost.amount', 'cost.date'] }); // prettier-ignore
const ALL = [CHURN, KEPT, CALLS, PIPELINE, CAC];

describe('what a KPI goes by', () => {
  it('is found through the KPIs it is made of', () => expect(goesBy('1 - churn', ALL).rules).toEqual(['lapse']));
  it('is nothing for plain sums', () => expect(goesBy('net-sales / 2', ALL).rules).toEqual([]));
  it('is never looked for in a circle', () => {
    const a = entry('a', { id: 'standard', formula: 'b + working-days' });
    const b = entry('b', { id: 'standard', formula: 'a' });
    expect(goesBy('a', [a, b]).rules).toEqual(['workingDays']);
  });
});

describe('the KPIs behind a setting', () => {
  it('are those in force', () => expect(referencesBehind('lapse', ALL)).toEqual(['churn', 'retention']));
  it('are else the first variant that goes by it', () => {
    expect(referencesBehind('workingDays', ALL)).toEqual(['calls:daily']);
  });
  it('are every variant by the stages’ weights', () => {
    expect(referencesBehind('stageWeights', ALL)).toEqual(['weighted-pipeline', 'weighted-pipeline:stage-weights']);
  });
  it('are none that cannot be counted', () => expect(referencesBehind('acquisition', ALL)).toEqual([]));
});

describe('what a setting lacks', () => {
  it('is what the KPI that needs least lacks', () => {
    const more = entry('more', { id: 'standard', formula: 'cac', needs: ['cost.amount', 'cost.date', 'sale.cost'] });
    expect(lackingFor('acquisition', [more, CAC])).toEqual(['cost.amount', 'cost.date']);
  });
  it('is nothing while some KPI goes by it', () => expect(lackingFor('lapse', ALL)).toEqual([]));
});
