import { describe, expect, test } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { questionSchema } from '#shared/question.ts';
import { inputsInPlace, liveParts } from '../../../../renderer/features/passport/live-formula.model.ts';
import { passportOf } from '../../../../renderer/features/passport/passport.model.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from '../overview/company.ts';

interface Input {
  readonly id: string;
  readonly value: string;
}

const inputs = (...values: readonly (readonly [id: string, value: string])[]): readonly Input[] =>
  values.map(([id, value]) => ({ id, value }));
const live = (formula: string, known: readonly Input[]): string =>
  (
    liveParts(formula, known, {
      valueOf: ({ value }) => value,
      nameOf: (id) => `[${id}]`,
      plainOf: (word) => word,
    }) ?? []
  )
    .map(({ text }) => text)
    .join('');

describe('a formula with its values', () => {
  test('has each time of a name with the value of that time', () => {
    expect(live('growth(revenue, prev(revenue))', inputs(['revenue', '230'], ['revenue', '200']))).toBe(
      'growth(230, prev(200))',
    );
  });

  test('knows a reading it has met: the second prev is the first one again', () => {
    const known = inputs(['a', '1'], ['b', '2'], ['a', '3'], ['b', '4']);
    expect(live('a / b - prev(a / b) + prev(a)', known)).toBe('1 ÷ 2 − prev(3 ÷ 4) + prev(3)');
  });

  test('tells the lengths of rolling and lag apart, which stand last', () => {
    const known = inputs(['a', '3'], ['a', '12'], ['a', '1']);
    expect(live('rolling(a, 3) / rolling(a, 12) - lag(a, 1)', known)).toBe(
      'rolling(3, 3) ÷ rolling(12, 12) − lag(1, 1)',
    );
  });

  test('takes an aggregate by its text, and leaves quoted names alone', () => {
    const sum = 'sum(sale.amount, channel = "Web (revenue)")';
    expect(live(`${sum} / revenue`, inputs([sum, '50'], ['revenue', '200']))).toBe('50 ÷ 200');
  });

  test('keeps the name where values cannot be told apart, and where each member has its own', () => {
    expect(live('b / a - abs(a)', inputs(['b', '9'], ['a', '1'], ['a', '2']))).toBe('9 ÷ [a] − abs([a])');
    expect(live('count_over(rep, a >= 1) / b', inputs(['a', '5'], ['b', '8']))).toBe('count_over(rep, [a] ≥ 1) ÷ 8');
    expect(live('sum_over(rep, a)', inputs(['a', '5']))).toBe('');
  });

  test('says what is read in all', () => {
    const known = inputs(['sales', '5'], ['sales', '20']);
    const placed = inputsInPlace('sales / total(prev(sales))', known);
    expect(placed.map(({ input, reading }) => [input?.value, reading])).toEqual([
      ['5', ''],
      ['20', 'total prev'],
    ]);
  });
});

test('the passport of growth: 230 000 against 200 000, and a share with its whole', async () => {
  const t = await catalogueIn('sv');
  const needs = {
    t,
    format: SWEDISH,
    dimensionName: (key: string) => key,
    memberName: (member: string | null) => member ?? 'Okänt',
    needName: (need: string) => need,
    fieldName: (_: string, field: string) => field,
    reasonSentence: () => 'därför',
    direction: 'higher' as const,
  };
  const ask = questionSchema.parse({ kpis: ['sales-growth', 'sales-by-location'], period: '2026', rows: [{ dimension: 'region' }] }); // prettier-ignore
  const growth = passportOf(explain(ask, { kpi: 'sales-growth', row: [], column: [] }, COMPANY), needs);
  expect(plain((growth.live ?? []).map(({ text }) => text).join(''))).toBe(
    'förändring(230,0 tkr, föregående period(200,0 tkr))',
  );
  // Three orders stand in 2026 and three in 2025; the rows of both are behind it, once each.
  expect(growth.rowsUsed).toBe('6');
  const share = passportOf(explain(ask, { kpi: 'sales-by-location', row: ['North'], column: [] }, COMPANY), needs);
  expect(share.inputs.map(({ label, value }) => [label, plain(value)])).toEqual([
    ['Antal försäljningar', '1'],
    ['Antal försäljningar, totalt', '3'],
  ]);
});
