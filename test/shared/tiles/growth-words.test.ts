import { expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import { cellsAt, totalOf } from '#shared/tiles/answer-cells.ts';
import { growthWords } from '#shared/tiles/tile-words.ts';
import { catalogueIn, plain, SWEDISH } from '../../renderer/catalogue.ts';
import { COMPANY } from '../../renderer/features/overview/company.ts';
import { ask, contextOf } from '../../support/ask.ts';

const words = { t: await catalogueIn('sv'), format: SWEDISH, scale: moneyScale(230_000) };
const question = {
  kpis: ['revenue'],
  rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true } }],
  period: '2026',
  compare: 'last-year' as const,
};

function toldOf(context: ReturnType<typeof contextOf>) {
  const answer = ask(context, question);
  const total = totalOf(answer, 'revenue');
  return [...cellsAt(answer, 'revenue', 1), ...(total === null ? [] : [total])].map((cell) => {
    const { text, reason } = growthWords(cell, words);
    return { name: cell.row[0] ?? 'total', text: plain(text), reason: reason === null ? null : plain(reason) };
  });
}

test('what had no sales before is new and says why it has no percentage', () => {
  const told = toldOf(COMPANY);
  expect(told.map(({ name, text }) => [name, text])).toEqual([
    ['Alm', '+30 %'],
    ['Dal', 'ny'],
    ['Björk', '-25 %'],
    ['Cedrus', '-100 %'],
    ['total', '+15 %'],
  ]);
  expect(told.map(({ reason }) => reason === null)).toEqual([true, false, true, true, true]);
});

test('growth from less than nothing is a dash that says why and by how much; only members are new', () => {
  const told = toldOf(
    contextOf({
      sale: [
        { date: '2025-02-10', customer: 'Alm', amount: -10_000 },
        { date: '2026-02-10', customer: 'Alm', amount: 20_000 },
        { date: '2025-03-10', customer: 'Björk', amount: 10_000 },
        { date: '2026-03-10', customer: 'Cedrus', amount: -5_000 },
      ],
    }),
  );
  expect(told.map(({ name, text }) => [name, text])).toEqual([
    ['Alm', '–'],
    ['Björk', '-100 %'],
    ['Cedrus', '–'],
    ['total', '–'],
  ]);
  expect(told[0]?.reason).toMatch(/^Skillnad \+30,0 tkr\. Tidigare period var noll eller negativ/);
  expect(told[3]?.reason).toMatch(/^Tidigare period var noll eller negativ/);
});
