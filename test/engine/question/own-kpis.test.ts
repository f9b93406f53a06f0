import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { ownKpi } from '../../support/own-kpi.ts';

const line = (date: string, amount: number, more: PlainRow = {}): PlainRow => ({ date, amount, ...more });

describe("the user's own KPIs", () => {
  const measures: readonly MeasureDefinition[] = [
    {
      id: 'running',
      kind: 'subscription',
      aggregate: { do: 'sum', field: 'amount' },
      where: [],
      date: 'start',
      until: 'end',
      nature: 'balance',
      unit: 'money',
    },
    {
      id: 'won',
      kind: 'deal',
      aggregate: { do: 'count' },
      where: [{ field: 'status', is: 'one-of', values: ['won'] }],
      date: 'closed',
      nature: 'flow',
      unit: 'count',
    },
    {
      id: 'answer-days',
      kind: 'deal',
      aggregate: { do: 'quantile', field: 'value', q: 0.5 },
      where: [],
      date: 'closed',
      nature: 'flow',
      unit: 'money',
    },
    {
      id: 'qualified',
      kind: 'lead',
      aggregate: { do: 'count' },
      where: [{ field: 'qualified', is: 'true' }],
      date: 'created',
      nature: 'flow',
      unit: 'count',
    },
  ];
  const kpis = [
    ownKpi('mrr', 'running'),
    ownKpi('opening', 'period_start(running)'),
    ownKpi('rolled', 'rolling(running, 3)'),
    ownKpi('won-deals', 'won'),
    ownKpi('middle', 'answer-days'),
    ownKpi('good-leads', 'qualified'),
    ownKpi('to-date', 'ytd(net-sales)'),
    ownKpi('three', 'rolling(net-sales, 3)'),
    ownKpi('then', 'prev(ytd(net-sales))'),
  ];
  const definitions: Definitions = {
    kpis: new Map([...BUILT_IN.kpis, ...kpis.map((kpi) => [kpi.id, kpi] as const)]),
    measures: new Map([...BUILT_IN.measures, ...measures.map((measure) => [measure.id, measure] as const)]),
  };
  const byMonth: Partial<QuestionInput> = { rows: [{ dimension: 'date', grain: 'month' }] };

  it('read a balance at the end of each period; its total is the last', () => {
    const subscription = [
      { customer: 'a', amount: 100, start: '2026-01-15' },
      { customer: 'b', amount: 50, start: '2026-01-20', end: '2026-03-01' },
      { customer: 'c', amount: 30, start: '2026-03-31' },
    ];
    const context = contextOf({ subscription }, { definitions });
    const answered = ask(context, { kpis: ['mrr', 'opening', 'rolled'], ...byMonth, period: '2026-Q1' });
    expect(valuesByName(answered)).toEqual({ '2026-01': 150, '2026-02': 150, '2026-03': 130, '': 130 });
    expect(valuesByName(answered, 'opening')).toEqual({ '2026-01': null, '2026-02': 150, '2026-03': 150, '': null });
    // Of three months the balance is the one at their end.
    expect(valuesByName(answered, 'rolled')).toEqual(valuesByName(answered));
  });

  it('count rows by status, flags and instants, and take medians', () => {
    const deal = [
      { closed: '2026-01-05', status: 'won', value: 10 },
      { closed: '2026-01-06', status: 'lost', value: 40 },
      { closed: '2026-01-31', status: 'won', value: 90 },
      { closed: '2026-02-01', status: 'won', value: 15 },
    ];
    const lead = [
      { created: '2026-01-31 23:59', qualified: true },
      { created: '2026-02-01 00:00', qualified: true },
      { created: '2026-02-02 08:00', qualified: false },
    ];
    const context = contextOf({ deal, lead }, { definitions });
    const answered = ask(context, {
      kpis: ['won-deals', 'middle', 'good-leads'],
      ...byMonth,
      period: '2026-01..2026-02',
    });
    expect(valuesByName(answered)).toEqual({ '2026-01': 2, '2026-02': 1, '': 3 });
    expect(valuesByName(answered, 'middle')).toEqual({ '2026-01': 40, '2026-02': 15, '': 27.5 });
    expect(valuesByName(answered, 'good-leads')).toEqual({ '2026-01': 1, '2026-02': 1, '': 2 });
  });

  it('look over other times, overlapping ones too', () => {
    const sale = [line('2025-12-05', 1), line('2026-01-05', 10), line('2026-02-05', 100), line('2026-03-05', 1000)];
    const context = contextOf({ sale }, { definitions });
    const answered = ask(context, { kpis: ['to-date', 'three', 'then'], ...byMonth, period: '2026-Q1' });
    expect(valuesByName(answered)).toEqual({ '2026-01': 10, '2026-02': 110, '2026-03': 1110, '': 1110 });
    expect(valuesByName(answered, 'three')).toEqual({ '2026-01': 11, '2026-02': 111, '2026-03': 1110, '': 1111 });
    expect(valuesByName(answered, 'then')).toEqual({ '2026-01': 1, '2026-02': 10, '2026-03': 110, '': 1 });
  });
});
