import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import { checkFormula } from '#engine/formula/check-formula.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { checked, definitions, errorOf, kpi } from './formulas.ts';

const REFUSED = null;

describe('the unit of a formula', () => {
  it.each([
    ['a + b', 'money'],
    ['a + 100', 'money'],
    ['1 - share', 'ratio'],
    ['deals + units', 'quantity'],
    ['deals - deals', 'count'],
    ['a + deals', REFUSED],
    ['cycle + answer', REFUSED],
    ['share - a', REFUSED],
    ['a > deals', REFUSED],
    ['a >= b', 'quantity'],
    ['if(a > b, a, 0)', 'money'],
    ['if(deals > 5, a, deals)', REFUSED],
    ['min(a, b, 5)', 'money'],
    ['max(0, a - b)', 'money'],
    ['max(share, cycle)', REFUSED],
    ['a * share', 'money'],
    ['deals * share', 'count'],
    ['deals * units', 'quantity'],
    ['2 * cycle', 'days'],
    ['a * b', REFUSED],
    ['cycle * a', REFUSED],
    ['a * share * lifetime', 'money'],
    ['a / b', 'ratio'],
    ['deals / units', 'ratio'],
    ['a / deals', 'money'],
    ['a / working-days', 'money'],
    ['a / months', 'money'],
    ['a / 12', 'money'],
    ['a / share', 'money'],
    ['1 / share', 'index'],
    ['365 / days * a', 'money'],
    ['deals / a', REFUSED],
    ['1 / a', REFUSED],
    ['deals * share * a / cycle', 'money'],
    ['growth(a, prev(a))', 'ratio'],
    ['growth(a, deals)', REFUSED],
    ['-abs(cycle)', 'days'],
    ['rolling(a, 12) / lag(deals, 3)', 'money'],
    ['count_over(rep, a >= whole(quota))', 'count'],
    ['count_over(rep, a > b) / count_over(rep, b > 0)', 'ratio'],
    ['mean_over(rep, a / deals)', 'money'],
    ['sum(sale.amount)', 'money'],
    ['median(deal.cycle_days by closed)', 'days'],
    ['count(lead, answered) / count(lead)', 'ratio'],
    ['sum(sale."custom:Frakt") / a', 'quantity'],
    ['deals / sum(target.value, kpi = "calls")', 'quantity'],
    ['margin * a', 'money'],
    ['margin * a + deals', REFUSED],
    ['days - working-days', 'days'],
    ['42', 'quantity'],
  ])('%s is %s', (formula, unit) => {
    const margin = kpi('margin', 'a / b', { unit: 'ratio' });
    if (unit === REFUSED) expect(errorOf(() => checked(formula, margin)).details).toMatchObject({ problem: 'units' });
    else expect(checked(formula, margin).unit).toBe(unit);
  });

  it('may be shown as what fits it', () => {
    expect(checked('a').units).toEqual(['money']);
    expect(checked('deals / units').units).toEqual(['ratio', 'quantity', 'index']);
    expect(checked('1 / share').units).toContain('periods');
    expect(checked('sum(sale."custom:Frakt")').units).toContain('money');
  });

  it('follows the variant of a KPI that is named', () => {
    const location = kpi('location', 'share', {
      unit: 'ratio',
      variants: [
        { id: 'share', formula: 'share' },
        { id: 'amount', formula: 'a', unit: 'money' },
      ],
    });
    const unitWith = (variants: Readonly<Record<string, string>>) =>
      checkFormula('2 * location', 'own', definitions(location), variants).unit;
    expect(unitWith({})).toBe('ratio');
    expect(unitWith({ location: 'amount' })).toBe('money');
  });

  it('of an own column is the one the data has', () => {
    const fields = (_: MeasureDefinition['kind'], key: string) =>
      key === 'custom:Frakt' ? ({ type: 'decimal', unit: 'money' } as const) : null;
    const unitOf = (formula: string) => checkFormula(formula, 'own', { ...definitions(), fields }, {}).unit;
    expect(unitOf('sum(sale."custom:Frakt") / a')).toBe('ratio');
    expect(errorOf(() => unitOf('sum(sale."custom:Frakt") + deals')).details).toMatchObject({ problem: 'units' });
  });
});

describe('every built-in formula', () => {
  const variants = [...BUILT_IN.kpis.values()].flatMap((definition: KpiDefinition) =>
    definition.variants.map(({ id, formula, unit }) => [definition.id, id, formula, unit ?? definition.unit] as const),
  );

  it.each(variants)('%s %s comes to a unit it may be shown in', (_, __, formula, unit) => {
    expect(checkFormula(formula, 'own', BUILT_IN, {}).units).toContain(unit);
  });
});
