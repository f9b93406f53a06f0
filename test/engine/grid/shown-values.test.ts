import { describe, expect, it } from 'vitest';
import type { Show } from '#shared/grid.ts';
import type { QuestionInput } from '#shared/question.ts';
import { contextOf } from '../../support/ask.ts';
import { cellsByRow, columnNames, gridOf } from '../../support/grid.ts';

/**
 * Revenue of 2026, in brackets the orders:
 *               Q1          Q2          year
 * North  Ann    10 (1)      30 (2)      40 (3)
 *        Bo     20 (1)                  20 (1)
 *        all    30 (2)      30 (2)      60 (4)
 * South  Cy     10 (1)      30 (1)      40 (2)
 * all           40 (3)      60 (3)     100 (6)
 * of 2025: Ann 20 in Q1, Cy 40 in Q2.
 */
const sale = [
  { date: '2026-01-10', amount: 10, region: 'North', rep: 'Ann', order: '1' },
  { date: '2026-04-10', amount: 25, region: 'North', rep: 'Ann', order: '2' },
  { date: '2026-05-10', amount: 5, region: 'North', rep: 'Ann', order: '3' },
  { date: '2026-02-10', amount: 20, region: 'North', rep: 'Bo', order: '4' },
  { date: '2026-03-10', amount: 10, region: 'South', rep: 'Cy', order: '5' },
  { date: '2026-06-10', amount: 30, region: 'South', rep: 'Cy', order: '6' },
  { date: '2025-01-10', amount: 20, region: 'North', rep: 'Ann', order: '7' },
  { date: '2025-06-10', amount: 40, region: 'South', rep: 'Cy', order: '8' },
];
const context = contextOf({ sale });
const question: QuestionInput = {
  kpis: ['revenue', 'average-order-value', 'gross-margin'],
  rows: [{ dimension: 'region' }, { dimension: 'rep' }],
  columns: [{ dimension: 'date', grain: 'quarter' }],
  period: '2026-01..2026-06',
};
const shown = (show: Show, kpi = 'revenue', asked = question) =>
  cellsByRow(gridOf(context, { question: asked, values: [{ kpi, show }] }));

describe('a value', () => {
  it('is the sum of its own rows at every level, blank where no row lies', () => {
    const grid = gridOf(context, { question });
    expect(columnNames(grid)).toEqual(['2026-Q1', '2026-Q2', 'total']);
    expect(cellsByRow(grid)).toEqual({
      North: [30, 30, 60],
      'North / Ann': [10, 30, 40],
      'North / Bo': [20, null, 20],
      South: [10, 30, 40],
      'South / Cy': [10, 30, 40],
      total: [40, 60, 100],
    });
    expect(grid.reasons).toEqual({});
  });

  it('of a ratio is divided last', () => {
    expect(shown({ as: 'value' }, 'average-order-value')).toMatchObject({
      North: [15, 15, 15],
      total: [40 / 3, 20, 100 / 6],
    });
  });
});

describe('a share', () => {
  it('is of the grand total', () => {
    expect(shown({ as: 'share', of: 'total' })).toMatchObject({
      North: [0.3, 0.3, 0.6],
      'North / Bo': [0.2, null, 0.2],
      total: [0.4, 0.6, 1],
    });
  });

  it('is of the row and of the column', () => {
    expect(shown({ as: 'share', of: 'row' })).toMatchObject({
      'North / Ann': [0.25, 0.75, 1],
      South: [0.25, 0.75, 1],
      total: [0.4, 0.6, 1],
    });
    expect(shown({ as: 'share', of: 'column' })).toMatchObject({
      North: [0.75, 0.5, 0.6],
      'North / Ann': [0.25, 0.5, 0.4],
      total: [1, 1, 1],
    });
  });

  it('is of the group it is a member of, and all of it for the total', () => {
    expect(shown({ as: 'share', of: 'row-parent' })).toMatchObject({
      North: [0.75, 0.5, 0.6],
      'North / Ann': [10 / 30, 1, 40 / 60],
      'South / Cy': [1, 1, 1],
      total: [1, 1, 1],
    });
    expect(shown({ as: 'share', of: 'column-parent' })).toMatchObject({ North: [0.5, 0.5, 1], total: [0.4, 0.6, 1] });
  });

  it('of nothing has no value', () => {
    const nothing: QuestionInput = { ...question, period: '2026-07..2026-07', columns: [] };
    const grid = gridOf(
      contextOf({ sale: [...sale, { date: '2026-08-01', amount: 1, region: 'North', rep: 'Ann' }] }),
      {
        question: { ...nothing, rows: [{ dimension: 'date', grain: 'month' }] },
        values: [{ kpi: 'revenue', show: { as: 'share', of: 'total' } }],
      },
    );
    expect(grid.cells).toEqual([null, null]);
    // Nothing was sold in July, between June and August: 0 ÷ 0.
    expect(grid.reasons['0']?.code).toBe('zero-denominator');
  });
});

describe('a difference', () => {
  it('is from the comparison asked for, whatever the question compares with', () => {
    expect(shown({ as: 'difference', from: { what: 'last-year' } })).toEqual({
      North: [10, 30, 40],
      'North / Ann': [-10, 30, 20],
      'North / Bo': [20, null, 20],
      South: [10, -10, 0],
      'South / Cy': [10, -10, 0],
      total: [20, 20, 40],
    });
    expect(shown({ as: 'difference-ratio', from: { what: 'last-year' } })).toMatchObject({
      North: [0.5, null, 2],
      'North / Ann': [-0.5, null, 1],
      South: [null, -0.25, 0],
      total: [1, 0.5, 40 / 60],
    });
  });

  it('shows a member of the comparison alone', () => {
    const only2026: QuestionInput = { ...question, period: '2026-04..2026-06', columns: [] };
    expect(shown({ as: 'difference', from: { what: 'previous' } }, 'revenue', only2026)).toEqual({
      North: [0],
      'North / Ann': [20],
      'North / Bo': [-20],
      South: [20],
      'South / Cy': [20],
      total: [20],
    });
  });

  it('is from the sibling before it, and the first has none', () => {
    expect(shown({ as: 'difference', from: { what: 'before', along: 'columns' } })).toEqual({
      North: [null, 0, null],
      'North / Ann': [null, 20, null],
      'North / Bo': [null, -20, null],
      South: [null, 20, null],
      'South / Cy': [null, 20, null],
      total: [null, 20, null],
    });
    expect(shown({ as: 'difference-ratio', from: { what: 'before', along: 'rows' } })).toMatchObject({
      'North / Ann': [null, null, null],
      'North / Bo': [1, -1, -0.5],
      South: [-20 / 30, 0, -20 / 60],
      'South / Cy': [null, null, null],
      total: [null, null, null],
    });
  });

  it('is from one sibling by name', () => {
    expect(shown({ as: 'difference', from: { what: 'member', along: 'rows', name: 'South' } })).toMatchObject({
      North: [20, 0, 20],
      'North / Ann': [null, null, null],
      South: [0, 0, 0],
    });
    expect(shown({ as: 'difference', from: { what: 'member', along: 'rows', name: 'Bo' } })).toMatchObject({
      'North / Ann': [-10, 30, 20],
      'North / Bo': [0, null, 0],
      'South / Cy': [null, null, null],
    });
  });
});

describe('a running total', () => {
  it('is over all days so far along dates, whatever the KPI', () => {
    const monthly: QuestionInput = {
      ...question,
      rows: [
        { dimension: 'date', grain: 'quarter' },
        { dimension: 'date', grain: 'month' },
      ],
      columns: [],
    };
    const runs = shown({ as: 'running-total', along: 'rows' }, 'average-order-value', monthly);
    expect(runs).toEqual({
      '2026-Q1': [40 / 3],
      '2026-Q1 / 2026-01': [10],
      '2026-Q1 / 2026-02': [15],
      '2026-Q1 / 2026-03': [40 / 3],
      '2026-Q2': [100 / 6],
      '2026-Q2 / 2026-04': [25],
      '2026-Q2 / 2026-05': [15],
      '2026-Q2 / 2026-06': [20],
      total: [100 / 6],
    });
    expect(shown({ as: 'running-total', along: 'columns' })).toMatchObject({
      'North / Bo': [20, 20, 20],
      total: [40, 100, 100],
    });
  });

  it('is a sum over members, of what adds up', () => {
    expect(shown({ as: 'running-total', along: 'rows' })).toEqual({
      North: [30, 30, 60],
      'North / Ann': [10, 30, 40],
      'North / Bo': [30, 30, 60],
      South: [40, 60, 100],
      'South / Cy': [10, 30, 40],
      total: [40, 60, 100],
    });
    const grid = gridOf(context, {
      question,
      values: [{ kpi: 'average-order-value', show: { as: 'running-total', along: 'rows' } }],
    });
    expect(grid.cells.slice(0, 3)).toEqual([null, null, null]);
    expect(grid.reasons['0']?.code).toBe('not-additive');
  });
});

describe('a rank', () => {
  it('is among the siblings, equal ones sharing the better', () => {
    expect(shown({ as: 'rank', along: 'rows' })).toEqual({
      North: [1, 1, 1],
      'North / Ann': [2, 1, 1],
      'North / Bo': [1, null, 2],
      South: [2, 1, 2],
      'South / Cy': [1, 1, 1],
      total: [null, null, null],
    });
    expect(shown({ as: 'rank', along: 'columns', lowestFirst: true })).toMatchObject({
      North: [1, 1, null],
      'South / Cy': [1, 2, null],
      total: [1, 2, null],
    });
  });
});

describe('the index', () => {
  it('is a cell against what its row and column lead to expect', () => {
    // Ann in Q1: 10 × 100 ÷ (40 × 40); a total is as expected.
    expect(shown({ as: 'index' })).toMatchObject({
      'North / Ann': [0.625, 1.25, 1],
      North: [1.25, (30 * 100) / (60 * 60), 1],
      total: [1, 1, 1],
    });
  });
});
