import { describe, expect, it } from 'vitest';
import { parseFormula } from '#engine/formula/parse-formula.ts';
import { resolveKpi } from '#engine/formula/resolve-kpi.ts';
import { definitions, expressionOf, kpi, outcomeOf, readerOf, evaluate } from './formulas.ts';

const valueOf = (formula: string): number | null => outcomeOf(formula).value;
const reasonOf = (formula: string) => {
  const outcome = outcomeOf(formula);
  return outcome.value === null ? outcome.reason : null;
};

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['2 * -3', -6],
    ['--2', 2],
    ['-(a - b)', -2],
    ['a-b', null],
    ['a - b', 2],
    ['a -b', 2],
    ['net-sales - a', 4.1],
    ['1.5 + .5', null],
    ['if(a > b, 1, 2)', 1],
    ['if(a < b, 1, 2)', 2],
    ['if(a = 6, 1, 0) + if(a != 6, 1, 0)', 1],
    ['if(a >= 6, if(b <= 3, 1, 2), 3)', 2],
    ['min(a, b, 5)', 4],
    ['max(a, b, 5)', 6],
    ['abs(b - a)', 2],
    ['growth(a, b)', 0.5],
    ['a > b', 1],
    ['0.1 + 0.2', 0.3],
  ])('%s is %s', (formula, expected) => {
    if (expected === null) expect(() => valueOf(formula)).toThrow(expect.objectContaining({ code: 'E_BAD_FORMULA' }));
    else expect(valueOf(formula)).toBe(expected);
  });

  it.each([
    ['', 0],
    ['1 +', 3],
    ['(a', 2],
    ['a b', 2],
    ['a ) b', 2],
    ['a $ b', 2],
    ['nobody + 1', 0],
    ['a + nobody', 4],
    ['median(a)', 7],
    ['mode(a)', 0],
    ['min()', 4],
    ['if(a, b)', 0],
    ['a < b < 2', 6],
    ['rolling(a, 0)', 11],
    ['rolling(a, b)', 11],
    ['rolling(a, 1.5)', 11],
    ['1e5', 1],
    ['__proto__', 0],
    ['toString', 0],
    ['constructor(a)', 0],
    ['prev', 0],
  ])('%s is refused at position %i', (formula, position) => {
    expect(() => valueOf(formula)).toThrow(
      expect.objectContaining({ code: 'E_BAD_FORMULA', details: expect.objectContaining({ position }) as unknown }),
    );
  });

  it('is refused when it is nested or written without end', () => {
    expect(() => parseFormula('('.repeat(150) + '1' + ')'.repeat(150))).toThrow('nested too deeply');
    expect(() => parseFormula('1 + '.repeat(1000) + '1')).toThrow('too long');
    expect(parseFormula(`${'('.repeat(90)}1${')'.repeat(90)}`)).toMatchObject({ type: 'number', value: 1 });
  });

  it('says why it has no value', () => {
    expect(reasonOf('a / zero')?.code).toBe('zero-denominator');
    expect(reasonOf('a / missing')?.code).toBe('missing-denominator');
    expect(reasonOf('missing / a')?.code).toBe('no-data');
    expect(reasonOf('a + 1 / (b - 4)')?.code).toBe('zero-denominator');
    expect(reasonOf('growth(a, missing)')?.code).toBe('no-comparison');
    expect(reasonOf('growth(a, zero)')).toMatchObject({ code: 'base-not-positive', difference: 6 });
    expect(reasonOf('growth(a, zero - b)')).toMatchObject({ code: 'base-not-positive', difference: 10 });
    expect(reasonOf('min(a, missing)')?.code).toBe('no-data');
  });

  it('computes only the branch it takes', () => {
    expect(valueOf('if(zero = 0, 7, a / zero)')).toBe(7);
    expect(reasonOf('if(missing > 0, 1, 2)')?.code).toBe('no-data');
  });

  it('fails rather than be infinite', () => {
    const product = Array.from({ length: 80 }, () => '99999').join(' * ');
    expect(() => valueOf(product)).toThrow(expect.objectContaining({ code: 'E_OVERFLOW' }));
  });
});

describe('names', () => {
  it('stand for other KPIs, written out', () => {
    const some = definitions(kpi('margin', '(a - b) / a'), kpi('twice', '2 * margin'));
    const outcome = evaluate(resolveKpi('twice', {}, some).expression, readerOf({ a: 6, b: 4 }));
    expect(outcome.value).toBeCloseTo(2 / 3, 12);
  });

  it('that lead back are refused with the path', () => {
    const some = definitions(kpi('x', 'a + y'), kpi('y', '2 * z'), kpi('z', 'prev(x)'), kpi('w', 'x'));
    const path = ['x', 'y', 'z', 'x'];
    expect(() => resolveKpi('x', {}, some)).toThrow(
      expect.objectContaining({ code: 'E_FORMULA_CYCLE', details: expect.objectContaining({ path }) as unknown }),
    );
    expect(() => resolveKpi('w', {}, some)).toThrow(
      expect.objectContaining({ code: 'E_FORMULA_CYCLE', details: expect.objectContaining({ path }) as unknown }),
    );
    expect(() => resolveKpi('self', {}, definitions(kpi('self', 'self + 1')))).toThrow('self → self');
  });

  it('that multiply without end are refused', () => {
    const doubling = Array.from({ length: 40 }, (_, i) =>
      kpi(`k${String(i)}`, i === 39 ? 'a' : `k${String(i + 1)} + k${String(i + 1)}`),
    );
    expect(() => resolveKpi('k0', {}, definitions(...doubling))).toThrow(
      expect.objectContaining({ code: 'E_BAD_FORMULA' }),
    );
  });

  it('of flows have no start of the period', () => {
    expect(() => expressionOf('period_start(a)')).toThrow('period_start is for balances');
  });

  it('nobody knows are no KPI', () => {
    expect(() => resolveKpi('__proto__', {}, definitions())).toThrow(
      expect.objectContaining({ code: 'E_UNKNOWN_KPI' }),
    );
  });
});
