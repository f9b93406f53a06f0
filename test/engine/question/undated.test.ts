import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { ownKpi } from '../../support/own-kpi.ts';

const won: MeasureDefinition = {
  id: 'won',
  kind: 'deal',
  aggregate: { do: 'count' },
  where: [{ field: 'status', is: 'one-of', values: ['won'] }],
  date: 'closed',
  nature: 'flow',
  unit: 'count',
};
const closed: MeasureDefinition = {
  ...won,
  id: 'closed',
  where: [{ field: 'status', is: 'one-of', values: ['won', 'lost'] }],
};
const open: MeasureDefinition = {
  ...won,
  id: 'open',
  aggregate: { do: 'sum', field: 'value' },
  where: [{ field: 'status', is: 'one-of', values: ['open'] }],
  date: 'expected_close',
  undated: 'in-all',
};
const definitions = {
  measures: new Map([open, won, closed].map((one) => [one.id, one])),
  kpis: new Map(
    [
      ownKpi('pipeline', 'open'),
      ownKpi('won', 'won'),
      ownKpi('expected', 'open * ever(rate)'),
      ownKpi('rate', 'won / closed'),
    ].map((one) => [one.id, one]),
  ),
};

describe('rows without a date', () => {
  const deal: readonly PlainRow[] = [
    { status: 'open', value: 100, created: '2026-01-05', expected_close: '2026-03-10', rep: 'Ann' },
    { status: 'open', value: 30, created: '2026-01-06', rep: 'Ann' },
    { status: 'open', value: 7, rep: 'Bo' },
    { status: 'won', value: 50, created: '2026-01-07', closed: '2026-02-05', rep: 'Ann' },
    { status: 'lost', value: 50, created: '2026-01-07', closed: '2026-02-06', rep: 'Bo' },
  ];
  const context = contextOf({ deal }, { definitions });
  const byMonth: Partial<QuestionInput> = { rows: [{ dimension: 'date', grain: 'month' }] };

  it('stand in a bucket of their own, so that the parts of all add up to it', () => {
    expect(valuesByName(ask(context, { kpis: ['pipeline'], ...byMonth }))).toEqual({
      '2026-01': 0,
      '2026-02': 0,
      '2026-03': 100,
      '(none)': 37,
      '': 137,
    });
    const both = ask(context, { kpis: ['pipeline', 'won'], rows: [{ dimension: 'rep' }], columns: byMonth.rows ?? [] });
    expect(valuesByName(both)).toMatchObject({ 'Ann / (none)': 30, 'Bo / (none)': 7, 'Ann / 2026-03': 100, Bo: 7 });
    expect(valuesByName(both, 'won')).toMatchObject({ 'Ann / (none)': null, 'Ann / 2026-02': 1, Ann: 1 });
  });

  it('can be shown and explained', () => {
    const question = questionSchema.parse({ kpis: ['pipeline'], ...byMonth });
    const cell = { kpi: 'pipeline', row: [null], column: [] };
    expect([...rowPositions(question, cell, context).positions]).toEqual([1, 2]);
    expect(explain(question, cell, context)).toMatchObject({ value: 37, marks: [], rows: { used: 2, leftOut: [] } });
  });

  it('are left out of a bounded period, and of measures that go by their date', () => {
    expect(totalOf(context, { kpis: ['pipeline'], period: '2026' })).toMatchObject({
      value: 100,
      rows: { used: 1, leftOut: 1 }, // the one created in 2026
    });
    expect(valuesByName(ask(context, { kpis: ['won'], ...byMonth }))).toEqual({ '2026-01': 0, '2026-02': 1, '': 1 });
  });

  it('meet what is read over all time', () => {
    // One of two closed deals is won: half of 100, of 37 and of 137.
    expect(valuesByName(ask(context, { kpis: ['expected'], ...byMonth }))).toMatchObject({
      '2026-03': 50,
      '(none)': 18.5,
      '': 68.5,
    });
    expect(totalOf(context, { kpis: ['expected'], period: '2026-03' }).value).toBe(50);
  });

  it('are all there is where no file has the date', () => {
    const none = contextOf({ deal: [{ status: 'open', value: 7, created: '2026-01-05' }] }, { definitions });
    expect(totalOf(none, { kpis: ['pipeline'] }).value).toBe(7);
    expect(totalOf(none, { kpis: ['pipeline'], period: '2026' }).reason).toMatchObject({
      code: 'needs-data',
      needs: ['deal.expected_close'],
    });
  });
});

describe('the history of what happens later', () => {
  it('begins with what comes before it', () => {
    // Deals since October, the first closed in March: none is won in January, and that is known.
    const deal = [
      { status: 'open', value: 1, created: '2025-10-05' },
      { status: 'won', value: 1, created: '2026-01-05', closed: '2026-03-05' },
    ];
    const context = contextOf({ deal }, { definitions });
    const months = ask(context, {
      kpis: ['won'],
      rows: [{ dimension: 'date', grain: 'month' }],
      period: '2025-09..2026-03',
    });
    expect(valuesByName(months)).toEqual({
      '2025-09': null,
      '2025-10': 0,
      '2025-11': 0,
      '2025-12': 0,
      '2026-01': 0,
      '2026-02': 0,
      '2026-03': 1,
      '': 1,
    });
  });
});
