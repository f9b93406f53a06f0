import { describe, expect, it } from 'vitest';
import { checkFormula } from '#engine/formula/check-formula.ts';
import { resolveKpi } from '#engine/formula/resolve-kpi.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { checked, definitions, errorOf, kpi } from './formulas.ts';

const own = (id: string, formula: string): KpiDefinition => kpi(id, formula, { own: { name: id, definition: '' } });

describe("a formula of the user's own", () => {
  it('comes to a unit and the measures it reads', () => {
    const { unit, inputs } = checked('average / working-days', kpi('average', 'a / deals'));
    expect(unit).toBe('money');
    expect(inputs.map(({ measure }) => measure.id)).toEqual(['a', 'deals']);
  });

  it.each(['a', 'revenue', 'working-days', 'prev', 'sum', 'count_over'])('cannot take the name %s', (id) => {
    const act = () => checkFormula('1', id, definitions(kpi('revenue', 'a')), {});
    expect(errorOf(act).details).toMatchObject({ problem: 'reserved', position: 0, length: 0, names: [id] });
  });

  it('may replace itself, and is not read by what it was before', () => {
    const some = definitions(own('mine', 'a'), own('twice', '2 * mine'));
    expect(checkFormula('b / deals', 'mine', some, {}).inputs.map(({ measure }) => measure.id)).toEqual(['b', 'deals']);
  });

  it('that leads back to itself through others is refused with the way', () => {
    const some = definitions(
      kpi('revenue', 'a'),
      own('mine', 'a'),
      own('twice', '2 * mine'),
      own('more', 'prev(twice) + a'),
    );
    const wayOf = (formula: string, id: string) => {
      const { code, details } = errorOf(() => checkFormula(formula, id, some, {}));
      const word = formula.slice(Number(details['position'])).slice(0, Number(details['length']));
      return [code, word, details['path']];
    };
    expect(wayOf('mine + 1', 'mine')).toEqual(['E_FORMULA_CYCLE', 'mine', ['mine', 'mine']]);
    expect(wayOf('revenue / more', 'mine')).toEqual(['E_FORMULA_CYCLE', 'more', ['mine', 'more', 'twice', 'mine']]);
    expect(wayOf('sum_over(rep, more)', 'twice')).toEqual(['E_FORMULA_CYCLE', 'more', ['twice', 'more', 'twice']]);
  });

  it('is refused when it would be written out without end', () => {
    const sums = Array.from({ length: 40 }, (_, i) => own(`k${String(i)}`, `k${String(i + 1)}${' + 1'.repeat(300)}`));
    const act = () => checkFormula('k0', 'mine', definitions(...sums, own('k40', 'a')), {});
    expect(errorOf(act).details).toMatchObject({ problem: 'too-long' });
  });
});

describe('the variant in force', () => {
  const churn = kpi('churn', 'a', {
    variants: [
      { id: 'customers', formula: 'a / period_start(mrr)' },
      { id: 'shown-only', formula: 'b' },
      { id: 'snapshot', formula: 'deals / units', auto: true },
      { id: 'listed', formula: 'share', auto: true },
    ],
  });
  const some = definitions(churn, kpi('retention', '1 - churn'));
  const inForce = (having: readonly string[], variants: Readonly<Record<string, string>> = {}) => {
    const has = ({ id }: MeasureDefinition) => having.includes(id);
    const { variant, automatic } = resolveKpi('churn', variants, some, has);
    return `${variant.id}${automatic ? ' automatic' : ''}`;
  };

  it('is the default where its data is there, else the first of itself that has data, else the default', () => {
    expect(inForce(['a', 'mrr', 'deals', 'units'])).toBe('customers');
    expect(inForce(['a', 'b', 'deals', 'units', 'share'])).toBe('snapshot automatic');
    expect(inForce(['b', 'units', 'share'])).toBe('listed automatic');
    expect(inForce(['b'])).toBe('customers');
  });

  it('is the chosen one whatever the data', () => {
    expect(inForce(['share'], { churn: 'customers' })).toBe('customers');
    expect(inForce(['a', 'mrr'], { churn: 'listed' })).toBe('listed');
  });

  it('is the same where another KPI names it', () => {
    const { expression } = resolveKpi('retention', {}, some, ({ id }) => id === 'share');
    expect(expression).toMatchObject({ right: { type: 'kpi', id: 'churn', body: { measure: { id: 'share' } } } });
  });
});
