import { count, shift, sum, type Source } from '../cell.ts';
import { div, mul } from '../numbers.ts';
import { ever } from '../time.ts';
import { inForce, workingDays, type Kpi, type Kpis } from './kpi.ts';
import { activeReps } from './sale-rows.ts';

const ofType = (type: string, where: Source['where'] = {}): Source => ({
  kind: 'activity',
  date: 'date',
  where: { type: [type], ...where },
});
const DEAL_DEMOS: Source = { kind: 'deal', date: 'demo' };
const number =
  (type: string, where?: Source['where']): Kpi =>
  (cell) =>
    sum(cell, ofType(type, where), 'count_or_one');

const calls = number('call');
const demos = number('demo');
const demoToWon: Kpi = (cell) => div(number('demo', { deal_won: 'true' })(cell), demos(cell));
const dealsWonOfDemos: Kpi = (cell) =>
  div(count(cell, { ...DEAL_DEMOS, where: { status: ['won'] } }), count(cell, DEAL_DEMOS));

/** One sort of activity for each rep, and how many lead to the next. */
const perRep = (id: string, one: Kpi, next: Kpi): Kpis => ({
  [`${id}:standard`]: one,
  [`${id}-per-rep:per-rep`]: (cell) => div(one(cell), activeReps(cell)),
  [`${id}-per-rep:per-working-day`]: (cell) => div(div(one(cell), activeReps(cell)), workingDays(cell)),
  [`${id}-per-rep:to-next`]: (cell) => div(next(cell), one(cell)),
});

export const ACTIVITY_KPIS: Kpis = {
  ...perRep('calls', calls, demos),
  ...perRep('emails', number('email'), number('meeting')),
  ...perRep('meetings', number('meeting'), demos),
  'demos:all': demos,
  'demos:done': number('demo', { done: 'true' }),
  'demos:from-deals': (cell) => count(cell, DEAL_DEMOS),
  'demos:expected-wins': (cell) => mul(demos(cell), inForce(demoToWon, dealsWonOfDemos)(shift(cell, ever))),
  'demo-to-won:standard': demoToWon,
  'demo-to-won:from-deals': dealsWonOfDemos,
  'call-to-demo:standard': (cell) => div(demos(cell), calls(cell)),
  'call-to-demo:from-deals': (cell) => div(count(cell, DEAL_DEMOS), calls(cell)),
};
