import { describe, expect, it } from 'vitest';
import { FORMULA_PROBLEMS } from '#shared/own-kpi.ts';
import english from '#shared/messages/en/errors.json' with { type: 'json' };
import swedish from '#shared/messages/sv/errors.json' with { type: 'json' };
import { checked, errorOf, kpi } from './formulas.ts';

/** What is underlined in the formula, '' for its end or a place between two words. */
const PLACES: readonly (readonly [
  formula: string,
  problem: string,
  at: number,
  word: string,
  names: readonly string[],
])[] = [
  ['(a', 'expected', 2, '', [')']],
  ['min(a b)', 'expected', 6, 'b', [')']],
  ['sum_over(rep a)', 'expected', 13, 'a', [',']],
  ['count(sale, channel = Web)', 'expected', 22, 'Web', ['"']],
  ['count(sale, channel = "Web)', 'expected', 22, '"Web)', ['"']],
  ['sum(sale)', 'expected', 8, '', ['.']],
  ['a +', 'operand', 3, '', []],
  ['a + "b"', 'operand', 4, '"b"', []],
  ['', 'operand', 0, '', []],
  ['sum_over(, a)', 'operand', 9, ',', []],
  ['a ) b', 'unexpected', 2, ')', []],
  ['a b', 'unexpected', 2, 'b', []],
  ['a $ b', 'unexpected', 2, '$', []],
  ['a.b', 'unexpected', 1, '.', []],
  ['a + net_sale', 'unknown-name', 4, 'net_sale', ['net-sales']],
  ['2 * Deal', 'unknown-name', 4, 'Deal', ['deals']],
  ['xyzzy', 'unknown-name', 0, 'xyzzy', []],
  ['a / workingdays', 'unknown-name', 4, 'workingdays', ['working-days']],
  ['sum_over(reps, a)', 'unknown-name', 9, 'reps', ['rep']],
  ['sum_over(amount, a)', 'unknown-name', 9, 'amount', []],
  ['count(sales)', 'unknown-name', 6, 'sales', ['sale']],
  ['sum(sale.amout)', 'unknown-name', 9, 'amout', ['amount']],
  ['count(deal, statos = "won")', 'unknown-name', 12, 'statos', ['status']],
  ['count(deal by close)', 'unknown-name', 14, 'close', ['closed']],
  ['a + preev(a)', 'no-function', 4, 'preev', ['prev']],
  ['countover(rep, a)', 'no-function', 0, 'countover', ['count_over']],
  ['1 + if(a, b)', 'argument-count', 4, 'if(a, b)', ['3']],
  ['prev(a, 2)', 'argument-count', 0, 'prev(a, 2)', ['1']],
  ['a + (b + deals) / 2', 'units', 5, 'b + deals', ['money', 'count']],
  ['share + a * b', 'units', 8, 'a * b', ['money', 'money']],
  ['min(a, share)', 'units', 0, 'min(a, share)', ['money', 'ratio']],
  ['1 + sum_over(rep, a / mean_over(product, b))', 'nested', 22, 'mean_over(product, b)', []],
  ['sum_over(rep, a + by-product)', 'nested', 18, 'by-product', []],
  ['9007199254740993', 'too-long', 0, '9007199254740993', []],
  ['a + period_start(mrr / a)', 'balance-only', 4, 'period_start(mrr / a)', ['a']],
  ['period_start(quota)', 'balance-only', 0, 'period_start(quota)', ['quota']],
  ['rolling(a, 1001)', 'rolling-range', 11, '1001', []],
  ['lag(a, b)', 'rolling-range', 7, 'b', []],
  ['a + prev', 'reserved', 4, 'prev', ['prev']],
  ['sum', 'reserved', 0, 'sum', ['sum']],
  ['sum(sale.customer)', 'field-type', 9, 'customer', ['text']],
  ['distinct(sale.amount)', 'field-type', 14, 'amount', ['decimal']],
  ['count(deal by status)', 'field-type', 14, 'status', ['text']],
  ['count(sale, amount = "1")', 'field-type', 12, 'amount', ['decimal']],
];

describe('a formula that is refused', () => {
  it.each(PLACES)('%s: %s', (formula, problem, position, word, names) => {
    const { code, details } = errorOf(() => checked(formula, kpi('by-product', 'sum_over(product, a)')));
    expect({ code, ...details }).toEqual({
      code: 'E_BAD_FORMULA',
      formula,
      problem,
      position,
      word,
      length: word.length,
      names,
    });
  });

  it('shows every problem there is', () => {
    expect(new Set(PLACES.map(([, problem]) => problem))).toEqual(
      new Set(FORMULA_PROBLEMS.filter((problem) => problem !== 'cycle' && problem !== 'unreadable')),
    );
  });

  it('is explained in both languages', () => {
    for (const problem of FORMULA_PROBLEMS.filter((one) => one !== 'cycle')) {
      expect(english).toHaveProperty([`E_BAD_FORMULA_${problem}`]);
      expect(swedish).toHaveProperty([`E_BAD_FORMULA_${problem}`]);
    }
  });
});
