import { expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import { questionSchema } from '#shared/question.ts';
import { tileChart } from '#shared/tiles/tile-chart.ts';
import { catalogueIn, SWEDISH } from '../../renderer/catalogue.ts';
import { ask, contextOf } from '../../support/ask.ts';

const words = {
  t: await catalogueIn('sv'),
  format: SWEDISH,
  scale: moneyScale(300),
  nameOf: (kpi: string) => kpi,
  title: 'T',
  sub: 'S',
};

function months(sale: readonly { readonly date: string; readonly amount: number }[], period: string, today: string) {
  const question = { kpis: ['revenue'], rows: [{ dimension: 'date', grain: 'month' as const }], period };
  const answer = ask(contextOf({ sale: [...sale] }, { today }), question);
  return tileChart({ kind: 'column', question: questionSchema.parse(question) }, answer, words);
}

test('months after the data are left out, a month without sales between others is zero', () => {
  const sale = [
    { date: '2026-01-15', amount: 100 },
    { date: '2026-03-15', amount: 300 },
  ];
  const { categories, series } = months(sale, '2026', '2026-06-10');
  expect(categories.map(({ key }, index) => [key, series[0]?.points[index]?.value])).toEqual([
    ['member 2026-01', 100],
    ['member 2026-02', 0],
    ['member 2026-03', 300],
  ]);
});

test('the month in progress is drawn as open', () => {
  const sale = [
    { date: '2026-05-15', amount: 100 },
    { date: '2026-06-05', amount: 20 },
  ];
  const { categories } = months(sale, '2026-05-01..2026-06-30', '2026-06-10');
  expect(categories.map(({ open }) => open)).toEqual([false, true]);
});

test('over several years each January has its year', () => {
  const sale = [
    { date: '2025-01-15', amount: 100 },
    { date: '2026-12-30', amount: 300 },
  ];
  const { categories } = months(sale, '2025-01-01..2026-12-31', '2027-06-10');
  expect(categories).toHaveLength(24);
  expect(categories.map(({ label }) => label).filter((label) => label.length > 3)).toEqual(['jan 25', 'jan 26']);
});
