import { describe, expect, it } from 'vitest';
import type { Comparison } from '#shared/question.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';
import { blocksOf, composed } from './small-report.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const sale = Array.from({ length: 60 }, (_, i) => ({
  date: `${String(2024 + (i % 3))}-${two((i % 9) + 1)}-${two((i % 28) + 1)}`,
  amount: 100 + i,
  cost: 60,
  order: String(i),
  customer: `K${String(i % 20)}`,
  region: ['Syd', 'Norr', null][i % 3],
}));
const worlds: readonly (readonly [string, PlainTables])[] = [
  ['nothing at all', {}],
  ['sales without anything but dates and amounts', { sale: [{ date: '2026-02-01', amount: 5 }] }],
  ['three years of sales', { sale }],
  ['returns alone', { sale: [{ date: '2026-02-01', amount: -5, customer: 'A', region: 'Syd' }] }],
];
const periods = [
  'all',
  'latest-year',
  '2026',
  '2026-Q2',
  '2026-03',
  '2026-W05',
  '2026-02-01',
  'last-12-months',
  '2031',
];
const comparisons: readonly Comparison[] = ['none', 'previous', 'target'];

describe.each(worlds)('pages over %s', (_, tables) => {
  it.each(periods)('in %s are made, and no number reads as none or not a number', (period) => {
    for (const compare of comparisons) {
      const { pages } = composed(
        tables,
        [
          { show: 'summary', kpis: null },
          { show: 'revenue', by: null },
          { show: 'revenue', by: 'customer' },
          { show: 'structure', by: 'customer' },
          { show: 'list', by: 'customer', kpis: ['revenue', 'gross-margin'] },
        ],
        { period, compare, locale: 'en-GB' },
      );
      expect(pages.filter(({ draft }) => draft === '')).toEqual([]);
      expect(JSON.stringify(pages)).not.toMatch(/NaN|Infinity|undefined|\{\{|null%/);
      for (const page of pages)
        for (const { columns, rows } of blocksOf(page, 'table'))
          expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
    }
  });
});
