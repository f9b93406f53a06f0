import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { contextOf } from '../../support/ask.ts';
import { cellsByRow, columnNames, gridOf } from '../../support/grid.ts';

const line = (date: string, amount: number, region: string, rep: string | null, order = `${date} ${String(rep)}`) => ({
  date,
  amount,
  region,
  rep,
  order,
});
const context = contextOf(
  {
    sale: [
      line('2026-01-10', 60, 'North', 'Ann'),
      line('2026-01-11', 20, 'North', 'Bo'),
      line('2026-03-10', 5, 'North', 'Cy'),
      line('2026-01-12', 10, 'South', 'Dan'),
      line('2026-03-12', 30, 'South', null),
    ],
  },
  { today: '2026-03-20' },
);
const rows: QuestionInput['rows'] = [{ dimension: 'region' }, { dimension: 'rep' }];
const month = { dimension: 'date', grain: 'month' as const };
const question: QuestionInput = { kpis: ['revenue', 'orders'], rows, period: '2026-01..2026-03' };

describe('the lines of a table', () => {
  it('have subtotals above, below or only where a group is folded', () => {
    const names = (subtotals: 'above' | 'below' | 'none', foldedRows: string[][] = []) =>
      Object.keys(cellsByRow(gridOf(context, { question, subtotals, foldedRows })));
    const [north, south] = [
      ['North / Ann', 'North / Bo', 'North / Cy'],
      ['South / Dan', 'South / (none)'],
    ];
    expect(names('above')).toEqual(['North', ...north, 'South', ...south, 'total']);
    expect(names('below')).toEqual([...north, 'North', ...south, 'South', 'total']);
    expect(names('none')).toEqual([...north, ...south, 'total']);
    expect(names('none', [['North'], ['nobody'], ['South', 'Dan', 'x']])).toEqual(['North', ...south, 'total']);
    expect(gridOf(context, { question, foldedRows: [['North']] }).rows.slice(0, 2)).toEqual([
      { path: ['North'], other: false, parent: true, folded: true, value: null },
      { path: ['South'], other: false, parent: true, folded: false, value: null },
    ]);
  });

  it('have values beside or below each other, and totals where they are asked for', () => {
    const values = [{ kpi: 'revenue' }, { kpi: 'orders' }];
    const asked: QuestionInput = { ...question, rows: rows.slice(0, 1), columns: [month] };
    const beside = gridOf(context, { question: asked, values, totals: { row: false } });
    expect(columnNames(beside)).toEqual([
      '2026-01',
      '2026-01 / #1',
      '2026-02',
      '2026-02 / #1',
      '2026-03',
      '2026-03 / #1',
      'total',
      'total / #1',
    ]);
    expect(cellsByRow(beside)).toEqual({
      North: [80, 2, null, null, 5, 1, 85, 3],
      South: [10, 1, null, null, 30, 1, 40, 2],
    });
    const below = gridOf(context, { question: asked, values, valuesOn: 'rows', totals: { column: false } });
    expect(cellsByRow(below)).toMatchObject({
      North: [80, null, 5],
      'North / #1': [2, null, 1],
      'total / #1': [3, 0, 2],
    });
  });

  it('of dates are shown without rows, or hidden', () => {
    const shown = (empty?: 'shown' | 'hidden') => {
      const date = empty === undefined ? month : { ...month, empty };
      const grid = (dimensions: QuestionInput['rows']) =>
        gridOf(context, { question: { ...question, rows: dimensions } });
      return [
        Object.keys(cellsByRow(grid([date]))),
        Object.keys(cellsByRow(grid([{ dimension: 'region' }, date]))).length,
      ];
    };
    expect(shown()).toEqual([['2026-01', '2026-02', '2026-03', 'total'], 7]);
    expect(shown('shown')).toEqual([['2026-01', '2026-02', '2026-03', 'total'], 9]);
    expect(shown('hidden')).toEqual([['2026-01', '2026-03', 'total'], 7]);
  });

  it('are in the order of a KPI in one column, those without value there last', () => {
    const asked = (at: string[]): QuestionInput => ({
      ...question,
      rows: [{ dimension: 'rep', order: { by: 'revenue', at, descending: true } }],
      columns: [month],
    });
    const names = (at: string[]) => Object.keys(cellsByRow(gridOf(context, { question: asked(at) })));
    expect(names([])).toEqual(['Ann', '(none)', 'Bo', 'Dan', 'Cy', 'total']);
    expect(names(['2026-03'])).toEqual(['(none)', 'Cy', 'Ann', 'Bo', 'Dan', 'total']);
  });
});

describe('the rest of a top', () => {
  it('stands under each parent, at any depth and on either axis, with its own rows', () => {
    const top = { n: 1 };
    const inRows = gridOf(context, {
      question: {
        ...question,
        rows: [
          { dimension: 'region', top },
          { dimension: 'rep', top },
        ],
      },
      values: [{ kpi: 'revenue' }, { kpi: 'orders' }],
    });
    expect(cellsByRow(inRows)).toEqual({
      North: [85, 3],
      'North / Ann': [60, 1],
      'North / (other)': [25, 2],
      '(other)': [40, 2],
      '(other) / (none)': [30, 1],
      '(other) / (other)': [10, 1],
      total: [125, 5],
    });
    const inColumns = gridOf(context, {
      question: { ...question, rows: rows.slice(0, 1), columns: [{ dimension: 'rep', top: { n: 2, lowest: true } }] },
    });
    expect(columnNames(inColumns)).toEqual(['Cy', 'Dan', '(other)', 'total']);
    expect(cellsByRow(inColumns)).toEqual({
      North: [5, null, 80, 85],
      South: [null, 10, 30, 40],
      total: [5, 10, 110, 125],
    });
  });

  it('left out is in the totals all the same', () => {
    const left = [{ dimension: 'rep', top: { n: 2, other: 'left-out' as const } }];
    expect(cellsByRow(gridOf(context, { question: { ...question, rows: left } }))).toEqual({
      Ann: [60],
      '(none)': [30],
      total: [125],
    });
  });
});

describe('beside the cells', () => {
  it('stand marks, and the least and greatest of those that are no totals', () => {
    const columns = [month];
    const grid = gridOf(context, { question: { ...question, columns }, values: [{ kpi: 'revenue' }] }, true);
    expect(grid.scales).toEqual([{ least: 5, greatest: 60 }]);
    // March is not over, nor is the whole: the first line is North, in March and in all.
    expect([grid.marks['0'], grid.marks['2'], grid.marks['3']]).toEqual([undefined, ['open-period'], ['open-period']]);
    expect(gridOf(context, { question }).scales).toEqual([null]);
  });

  it('a measure may be asked for as a KPI is', () => {
    const grid = gridOf(context, { question: { ...question, kpis: ['net-sales'] } });
    expect(grid.kpis).toMatchObject([{ ref: 'net-sales', kpi: 'net-sales', unit: 'money', direction: 'neutral' }]);
    expect(grid.cells.at(-1)).toBe(125);
  });
});
