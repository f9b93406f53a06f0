import { expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import type { Words } from '#shared/tiles/tile-words.ts';
import { assortmentSub, concentration, ranking } from '../../../../renderer/features/overview/ranking.model.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, ENGLISH, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from './company.ts';

const words: Words = { t: await catalogueIn('sv'), format: SWEDISH, scale: moneyScale(230_000) };
const question = {
  kpis: ['revenue', 'gross-margin', 'orders'],
  rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true } }],
  period: '2026',
  compare: 'last-year' as const,
};

test('largest first with share, change and margin; what had no sales before has no percentage; the total last', () => {
  const rows = ranking(ask(COMPANY, question), words);
  expect(rows.map((row) => [row.label, row.revenue, plain(row.share), plain(row.change), row.tone])).toEqual([
    ['Alm', '130,0', '56,5 %', '+30 %', 'good'],
    ['Dal', '55,0', '23,9 %', 'ny', 'neutral'],
    ['Björk', '45,0', '19,6 %', '-25 %', 'bad'],
    ['Cedrus', '0,0', '0,0 %', '-100 %', 'bad'],
    ['Totalt', '230,0', '100,0 %', '+15 %', 'good'],
  ]);
  expect(rows.map((row) => row.changeReason === null)).toEqual([true, false, true, true, true]);
  expect(rows.map((row) => plain(row.margin ?? ''))).toEqual(['40,0 %', '40,0 %', '40,0 %', '–', '40,0 %']);
  expect(rows[0]?.length).toBe(1);
  expect(rows[2]?.length).toBeCloseTo(45 / 130, 10);
});

test('the rest is united, keeps its own margin and has no passport', () => {
  const answer = ask(COMPANY, { ...question, rows: question.rows.map((row) => ({ ...row, top: { n: 1 } })) });
  const rows = ranking(answer, words);
  expect(rows.map((row) => [row.label, row.revenue])).toEqual([
    ['Alm', '130,0'],
    ['Övriga', '100,0'],
    ['Totalt', '230,0'],
  ]);
  expect(rows[1]?.revenueCell).toBeNull();
  expect(plain(rows[1]?.margin ?? '')).toBe('40,0 %');
  expect(plain(concentration(rows, answer, words) ?? '')).toBe('Den största står för 56,5 % av intäkterna.');
  const english = { ...words, t: words.t, format: ENGLISH };
  expect(concentration(ranking(answer, english), answer, english)).toContain('56.5%');
});

test('growth from less than nothing is a dash that says why and by how much; only members are new', () => {
  const context = contextOf({
    sale: [
      { date: '2025-02-10', customer: 'Alm', amount: -10_000 },
      { date: '2026-02-10', customer: 'Alm', amount: 20_000 },
      { date: '2025-03-10', customer: 'Björk', amount: 10_000 },
      { date: '2026-03-10', customer: 'Cedrus', amount: -5_000 },
    ],
  });
  const rows = ranking(ask(context, { ...question, kpis: ['revenue'] }), words);
  expect(rows.map((row) => [row.label, plain(row.change)])).toEqual([
    ['Alm', '–'],
    ['Björk', '-100 %'],
    ['Cedrus', '–'],
    ['Totalt', '–'],
  ]);
  expect(plain(rows[0]?.changeReason ?? '')).toMatch(/^Skillnad \+30,0 tkr\. Tidigare period var noll eller negativ/);
  expect(rows[3]?.changeReason).toMatch(/^Tidigare period var noll eller negativ/);
});

test('under an assortment stands how much of revenue has a known cost, where it is not all of it', () => {
  const context = contextOf({
    sale: [
      { date: '2026-12-30', amount: 750, cost: 100, category: 'Te' },
      { date: '2026-12-31', amount: 250, category: 'Kaffe' },
      { date: '2025-12-31', amount: 100, category: 'Kaffe' },
    ],
  });
  const sub = (kpis: string[], period: string) =>
    assortmentSub(ask(context, { kpis, rows: [{ dimension: 'category' }], period }), words);
  expect(plain(sub(['revenue', 'gross-margin', 'cost-coverage'], '2026'))).toBe(
    'Utfall, 2026. Kostnaden är känd för 75 % av intäkterna.',
  );
  expect(sub(['revenue', 'orders'], '2026')).not.toContain('känd');
});
