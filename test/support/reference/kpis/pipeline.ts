import { average, count, quantileOf, shift, sum, type Source } from '../cell.ts';
import { add, div, isNumber, mul, sub } from '../numbers.ts';
import { ever, whole } from '../time.ts';
import type { Kpi, Kpis } from './kpi.ts';
import { closedAs, LOST, WON, wonValue } from './deal-rows.ts';
import { numberOfSales, revenue } from './sale-rows.ts';
import { wholeTarget } from './target-rows.ts';

const CREATED: Source = { kind: 'deal', date: 'created', undated: true };
const QUOTED: Source = { kind: 'deal', date: 'quoted' };
/** Deals still open, by when they are expected to close. */
const EXPECTED: Source = { kind: 'deal', date: 'expected_close', undated: true, where: { status: ['open'] } };
const OPEN: Source = {
  kind: 'deal',
  date: 'created',
  nature: 'balance',
  until: 'closed',
  undated: true,
  where: { was_open: 'true' },
};
const LEADS: Source = { kind: 'lead', date: 'created' };
const QUALIFIED: Source = { ...LEADS, where: { qualified: 'true' } };
const CONVERTED = { converted: 'true' } as const;

const wonDeals: Kpi = (cell) => count(cell, WON);
const winRate: Kpi = (cell) => div(wonDeals(cell), add(wonDeals(cell), count(cell, LOST)));
const dealSize: Kpi = (cell) => average(cell, WON, 'value');
/** What lies ahead in the period too. */
const openValue: Kpi = (cell) => sum(shift(cell, whole), EXPECTED, 'value');
const cycle =
  (source: Source, field: string): Kpi =>
  (cell) =>
    quantileOf(cell, source, field);
const leads: Kpi = (cell) => count(cell, LEADS);

export const PIPELINE_KPIS: Kpis = {
  'bookings:won': wonValue,
  'bookings:orders': (cell) => sum(cell, { kind: 'sale', date: 'order_date' }, 'amount'),
  'bookings:invoiced': revenue,
  'bookings:net': (cell) => sub(wonValue(cell), mul(average(cell, WON, 'cost'), wonDeals(cell))),
  'lead-conversion:by-creation-date': (cell) => div(count(cell, { ...LEADS, where: CONVERTED }), leads(cell)),
  'lead-conversion:by-conversion-date': (cell) =>
    div(count(cell, { kind: 'lead', date: 'converted_at', where: CONVERTED }), leads(cell)),
  'lead-conversion:qualified': (cell) =>
    div(count(cell, { ...QUALIFIED, where: { ...QUALIFIED.where, ...CONVERTED } }), count(cell, QUALIFIED)),
  'lead-conversion:sales-per-lead': (cell) => div(numberOfSales(cell), leads(cell)),
  'weighted-pipeline:probability': (cell) => sum(shift(cell, whole), EXPECTED, 'weighted_value'),
  'weighted-pipeline:stage-weights': (cell) => sum(shift(cell, whole), EXPECTED, 'stage_weighted_value'),
  'weighted-pipeline:win-rate': (cell) => mul(openValue(cell), winRate(shift(cell, ever))),
  'quote-to-close:by-quote-date': (cell) =>
    div(count(cell, { ...QUOTED, where: { status: ['won'] } }), count(cell, QUOTED)),
  'quote-to-close:by-close-date': (cell) =>
    div(
      count(cell, { ...WON, where: { ...WON.where, quoted: 'present' } }),
      count(cell, { ...WON, where: { status: ['won', 'lost'], quoted: 'present' } }),
    ),
  'sales-cycle:median': cycle(WON, 'cycle_days'),
  'sales-cycle:mean': (cell) => average(cell, WON, 'cycle_days'),
  'sales-cycle:from-lead': cycle(WON, 'cycle_from_lead'),
  'sales-cycle:lost': cycle(LOST, 'cycle_days'),
  'sales-cycle:lost-mean': (cell) => average(cell, LOST, 'cycle_days'),
  'response-time:median': (cell) => quantileOf(cell, LEADS, 'answer_hours'),
  'response-time:mean': (cell) => average(cell, LEADS, 'answer_hours'),
  'response-time:p90': (cell) => quantileOf(cell, LEADS, 'answer_hours', 0.9),
  'response-time:office-hours': (cell) => quantileOf(cell, LEADS, 'answer_office_hours'),
  'share-answered:standard': (cell) => div(count(cell, { ...LEADS, where: { answered: 'present' } }), leads(cell)),
  'win-rate:count': winRate,
  'win-rate:value': (cell) => div(wonValue(cell), sum(cell, closedAs('won', 'lost'), 'value')),
  'win-rate:won-of-created': (cell) =>
    div(count(cell, { ...CREATED, where: { status: ['won'] } }), count(cell, CREATED)),
  'deal-size:mean': dealSize,
  'deal-size:median': (cell) => quantileOf(cell, WON, 'value'),
  'sales-velocity:standard': (cell) =>
    div(mul(mul(count(cell, OPEN), winRate(cell)), dealSize(cell)), cycle(WON, 'cycle_days')(cell)),
  'pipeline-coverage:of-target': (cell) => div(openValue(cell), wholeTarget(cell, 'revenue')),
  'pipeline-coverage:remaining': (cell) => {
    const left = sub(wholeTarget(cell, 'revenue'), wonValue(cell));
    return div(openValue(cell), isNumber(left) ? Math.max(0, left) : left);
  },
};
