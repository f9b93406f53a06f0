import { describe, expect, it } from 'vitest';
import { isSameNumber, numberOfCell, numberOfTold, openedInTable } from '#shared/opened-number.ts';
import type { ReportCell } from '#shared/report-content.ts';
import { questionSchema } from '#shared/question.ts';

const cell = (value: number | null): ReportCell => ({ text: String(value), value, tone: 'neutral' });
const question = questionSchema.parse({ kpis: ['revenue'], rows: [{ dimension: 'region' }], compare: 'last-year' });
const revenue = { question: 0, kpi: 'revenue', path: [], part: 'value' as const };

describe('what a number of a report opens', () => {
  const table: Parameters<typeof openedInTable>[0] = {
    rows: [
      { kind: 'row', cells: [cell(null), cell(30), cell(null), cell(0.3)] },
      { kind: 'row', cells: [cell(null), cell(70), cell(-5), cell(0.7)] },
      { kind: 'total', cells: [cell(null), cell(100), cell(1), cell(1)] },
    ],
    opens: {
      of: 'cells',
      questions: [question],
      rows: [{ path: ['Norr'] }, null, { path: [] }],
      columns: [null, revenue, { ...revenue, part: 'difference' }, { ...revenue, from: 1 }],
    },
  };

  it('is the cell that its row and its column name', () => {
    expect(openedInTable(table, 0, 1)).toEqual({
      opens: { question, cell: { kpi: 'revenue', row: ['Norr'], column: [] } },
      part: 'value',
      value: 30,
      isDerived: false,
      column: 1,
    });
    expect(openedInTable(table, 2, 2)).toMatchObject({ part: 'difference', value: 1 });
  });

  it('is that of the number which a share is worked out from', () => {
    expect(openedInTable(table, 0, 3)).toMatchObject({ part: 'value', value: 30, isDerived: true, column: 1 });
  });

  it('is nothing for words, without a value, in a row that opens none, and in a report from before', () => {
    expect([openedInTable(table, 0, 0), openedInTable(table, 0, 2), openedInTable(table, 1, 1)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(openedInTable({ rows: table.rows }, 0, 1)).toBeNull();
  });
});

it('a passport has the number for each of its parts, and none for those that it lacks', () => {
  const told = {
    value: 110,
    unit: 'money',
    compare: { value: 100, difference: 10, ratio: 0.1, reason: null },
  } as const;
  const parts = ['value', 'compared', 'difference', 'ratio', 'low80'] as const;
  expect(parts.map((part) => numberOfCell(told, part).value)).toEqual([110, 100, 10, 0.1, null]);
  expect(numberOfCell(told, 'ratio').unit).toBe('ratio');
  expect(numberOfCell({ ...told, compare: null }, 'difference').value).toBeNull();
  const forecast = { value: 12, unit: 'money' as const, inputs: [{ id: 'low80', value: 9, unit: 'money' as const }] };
  expect(['value', 'low80', 'high80'].map((part) => numberOfTold(forecast, part as 'low80').value)).toEqual([
    12,
    9,
    null,
  ]);
});

it('two numbers are the same but for rounding, and none is only the same as none', () => {
  expect(isSameNumber(1e9, 1e9 + 0.5)).toBe(true);
  expect(isSameNumber(1e9, 1e9 + 2)).toBe(false);
  expect(isSameNumber(0, 1e-12)).toBe(false);
  expect([isSameNumber(null, null), isSameNumber(null, 0)]).toEqual([true, false]);
});
