import { describe, expect, test } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { questionSchema } from '#shared/question.ts';
import { numberGoesBy } from '../../../../renderer/features/passport/goes-by.model.ts';
import { passportOf } from '../../../../renderer/features/passport/passport.model.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from '../overview/company.ts';

const t = await catalogueIn('sv');
const needs = {
  t,
  format: SWEDISH,
  dimensionName: (key: string) => (key === 'product' ? 'Produkt' : key),
  memberName: (member: string | null) => member ?? 'Okänt',
  needName: (need: string) => (need === 'sale.cost' ? 'kostnad' : need),
  fieldName: (_: string, field: string) => field,
  reasonSentence: () => 'därför',
  direction: 'higher' as const,
};
const told = explain(questionSchema.parse({ kpis: ['revenue'], period: '2026' }), { kpi: 'revenue', row: [], column: [] }, COMPANY); // prettier-ignore

describe('what a number goes by', () => {
  const at = (formula: string, open: boolean, compared = false) =>
    numberGoesBy(
      {
        formula,
        period: { ...told.period, open },
        comparePeriod: compared ? { from: '2025-01-01', to: '2025-12-31' } : null,
      },
      [],
    ).rules;

  test('has the calendar where an open period is held against an earlier one', () => {
    expect(at('growth(revenue, prev(revenue))', true)).toEqual(['workingDays']);
    expect(at('net-sales', true, true)).toEqual(['workingDays']);
  });

  test('has none of it in a closed period, or where nothing is compared', () => {
    expect(at('growth(revenue, prev(revenue))', false)).toEqual([]);
    expect(at('net-sales', true)).toEqual([]);
  });

  test('keeps what the formula itself goes by', () => {
    expect(at('lost-from-start / period_start(standing-customers)', false)).toEqual(['lapse']);
  });
});

describe('the rows of a passport', () => {
  test('left out are a sum, then each reason in words', () => {
    const leftOut = [
      { reason: 'sale.cost', count: 1200 },
      { reason: 'target.other-level', count: 30 },
      { reason: 'no-value:product', count: 4 },
      { reason: 'missing-rate:EUR', count: 1 },
    ];
    const { leftOut: lines } = passportOf({ ...told, rows: { ...told.rows, leftOut } }, needs);
    expect(lines.map(({ label, value }) => [label, plain(value)])).toEqual([
      ['Utelämnade', '1 235'],
      ['Saknar kostnad', '1 200'],
      ['Mål på en annan nivå', '30'],
      ['Produkt utan värde i formeln', '4'],
      ['Utan kurs för EUR', '1'],
    ]);
    expect(passportOf(told, needs).leftOut).toEqual([]);
  });

  test('of several kinds add up to those used, and say where worked-out rows come from', () => {
    const byKind = [
      { kind: 'sale' as const, total: 21_981 },
      { kind: 'customer_span' as const, total: 250 },
    ];
    // The spans are read at two times: 22 433 readings of 22 231 rows.
    const passport = passportOf({ ...told, rows: { used: 22_433, leftOut: [], byKind } }, needs);
    expect(plain(passport.rowsUsed)).toBe('22 231');
    expect(passport.rowsByKind.map(({ label, value }) => [label, plain(value)])).toEqual([
      ['Försäljningsrader', '21 981'],
      ['Aktiva perioder', '250'],
    ]);
    expect(passport.origin).toMatch(/^Kunder och deras aktiva perioder räknas ut ur alla köp/);
    expect(passportOf(told, needs).origin).toBe(null);
  });
});
