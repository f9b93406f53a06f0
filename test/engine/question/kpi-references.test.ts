import { expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { questionSchema } from '#shared/question.ts';
import { ask, contextOf } from '../../support/ask.ts';

const context = contextOf({
  sale: [
    { date: '2026-01-05', amount: 100, discount: 20, cost: 60 },
    { date: '2026-01-06', amount: 50, discount: 0, cost: 40 },
  ],
  cost: [{ date: '2026-01-07', amount: 10, category: 'Rent' }],
});

it('one variant of a KPI stands beside another in one answer', () => {
  const answered = ask(context, { kpis: ['revenue', 'revenue:gross', 'revenue:nope'], variants: { revenue: 'net' } });
  expect(
    answered.kpis.map(({ ref, kpi, variant, formula, automatic }) => [ref, kpi, variant, formula, automatic]),
  ).toEqual([
    ['revenue', 'revenue', 'net', 'net-sales', false],
    ['revenue:gross', 'revenue', 'gross', 'net-sales + discounts', false],
    ['revenue:nope', 'revenue', 'net', 'net-sales', false],
  ]);
  expect(answered.cells.map(({ kpi, value, reason }) => [kpi, value, reason?.code])).toEqual([
    ['revenue', 150, undefined],
    ['revenue:gross', 170, undefined],
    ['revenue:nope', null, 'no-variant'],
  ]);
});

it('the passport of one names every kind of rows behind it, and each can be shown', () => {
  const question = questionSchema.parse({ kpis: ['gross-margin:net'] });
  const cell = { kpi: 'gross-margin:net', row: [], column: [] };
  const told = explain(question, cell, context);
  expect(told).toMatchObject({ kpi: 'gross-margin', variant: 'net', value: 40 / 150 });
  expect(told.rows.byKind).toEqual([
    { kind: 'sale', total: 2 },
    { kind: 'cost', total: 1 },
  ]);
  const shown = (kind?: 'cost' | 'deal') => {
    const found = rowPositions(question, cell, context, kind);
    return [found.kind, [...found.positions], found.kinds.length];
  };
  expect(shown()).toEqual(['sale', [0, 1], 2]);
  expect(shown('cost')).toEqual(['cost', [0], 2]);
  expect(shown('deal')).toEqual(['deal', [], 2]);
});
