import { describe, expect, test } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { questionSchema } from '#shared/question.ts';
import { formulaParts } from '#shared/formula-words.ts';
import { pagesInSight } from '../../../../renderer/features/passport/paging.model.ts';
import { passportOf, rowValue } from '../../../../renderer/features/passport/passport.model.ts';
import { dimensionName } from '../../../../renderer/i18n/names.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from '../overview/company.ts';

const t = await catalogueIn('sv');
const needs = {
  t,
  format: SWEDISH,
  dimensionName: (key: string) => (key === 'region' ? 'Region' : key),
  memberName: (member: string | null) => member ?? 'Okänt',
  needName: (need: string) => need,
  fieldName: (kind: string, field: string, label: string | null) =>
    dimensionName(t, field, [{ key: field, label, kinds: [kind] }]),
  reasonSentence: () => 'därför',
  direction: 'higher' as const,
};

describe('the passport of a margin', () => {
  const question = questionSchema.parse({
    kpis: ['gross-margin'],
    period: '2026',
    compare: 'last-year',
    filters: [{ dimension: 'region', op: 'in', values: ['North', 'South'] }],
  });
  const passport = passportOf(explain(question, { kpi: 'gross-margin', row: [], column: [] }, COMPANY), needs);

  test('formula in words and with values: (175 000 − 105 000) ÷ 175 000 = 40 %', () => {
    expect(passport.value).toEqual({ number: '40,0', unit: '%' });
    expect(plain((passport.live ?? []).map(({ text }) => text).join(''))).toBe('(175,0 tkr - 105,0 tkr) ÷ 175,0 tkr');
    expect(passport.inputs.map(({ value }) => plain(value))).toEqual(['175 000,00 kr', '105 000,00 kr']);
  });

  test('says how much of revenue has cost, where it is not all of it', () => {
    const told = explain(question, { kpi: 'gross-margin', row: [], column: [] }, COMPANY);
    const line = { label: 'Intäkter med känd kostnad', value: '82\u00a0%' };
    expect(passportOf(told, { ...needs, coverage: 0.82 }).scope.at(-1)).toEqual(line);
    expect(passportOf(told, { ...needs, coverage: 1 }).scope).toEqual(passport.scope);
  });

  test('of the net kind says that rows without cost are taken for free, where there are any', () => {
    const told = { ...explain(question, { kpi: 'gross-margin', row: [], column: [] }, COMPANY), variant: 'net' };
    const remark = 'Rader utan känd kostnad räknas här som om de inte kostade något.';
    expect(passportOf(told, { ...needs, coverage: 0.82 }).remarks).toContain(remark);
    expect(passportOf(told, { ...needs, coverage: 1 }).remarks).not.toContain(remark);
    expect(passportOf({ ...told, variant: 'gross' }, { ...needs, coverage: 0.82 }).remarks).not.toContain(remark);
  });

  test('says what is in it', () => {
    expect(passport.scope.map(({ label, value }) => [label, plain(value)])).toEqual([
      ['Period', '2026'],
      ['Jämförelse', '43,75 %, 2025'],
      ['Region', 'North, South'],
    ]);
    expect(passport.rowsUsed).toBe('2');
    expect(passport.change).toMatchObject({ arrow: '▼', tone: 'bad' });
    expect(passport.remarks).toContain('Litet underlag: färre än fem rader.');
  });
});

test('says which values came from a list, and from which files', async () => {
  const question = questionSchema.parse({ kpis: ['revenue'], period: '2026' });
  const told = explain(question, { kpi: 'revenue', row: [], column: [] }, COMPANY);
  const fromLists = [
    {
      field: 'sale.category',
      label: null,
      list: 'product_list' as const,
      rows: 1200,
      files: ['produkter.csv', 'nya.csv'],
    },
    {
      field: 'sale.custom:Kedja (v. 2)',
      label: 'kedja (v. 2)',
      list: 'customer_list' as const,
      rows: 1,
      files: ['k.csv'],
    },
  ];
  const { sources } = passportOf({ ...told, fromLists }, needs);
  expect(sources.map(({ text, rows }) => [text, plain(rows)])).toEqual([
    ['Produktgrupp från produktlistan (produkter.csv, nya.csv)', '1 200 rader'],
    ['Kedja (v. 2) från kundlistan (k.csv)', '1 rad'],
  ]);
  const english = { ...needs, t: await catalogueIn('en') };
  expect(passportOf({ ...told, fromLists }, { ...english, fieldName: () => 'category' }).sources[0]?.text).toBe(
    'Category from the product list (produkter.csv, nya.csv)',
  );
});

test('a formula for reading', () => {
  const parts = formulaParts('growth(net-sales, prev(net-sales)) * 2', (name) =>
    name === 'net-sales' ? 'Netto' : null,
  );
  expect(parts.map(({ text }) => text).join('')).toBe('growth(Netto, prev(Netto)) × 2');
});

test('rows keep the file’s terms', () => {
  const field = (type: 'date' | 'decimal' | 'text', unit: 'money' | 'quantity' | null = null) => ({
    key: 'k',
    label: 'k',
    type,
    unit,
  });
  expect(plain(rowValue(1234.5, field('decimal', 'money'), SWEDISH))).toBe('1 234,50');
  expect(plain(rowValue(261.9622, field('decimal', 'money'), SWEDISH))).toBe('261,9622');
  expect(plain(rowValue('2026-09-03', field('date'), SWEDISH))).toBe('3 sep 2026');
  expect(rowValue('2026-09-03', field('text'), SWEDISH)).toBe('2026-09-03');
  expect(rowValue(null, field('text'), SWEDISH)).toBe('');
});

test('pages in sight', () => {
  expect(pagesInSight(190, 410, 200)).toEqual([0, 1, 2]);
  expect(pagesInSight(0, 0, 200)).toEqual([0]);
});
