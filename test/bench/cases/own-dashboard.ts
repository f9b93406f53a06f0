import { answer } from '#engine/question/answer.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { liveQueries } from '#host/live-columns.ts';
import { dayOf } from '#shared/calendar.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { report } from '../run-case.ts';

const KPIS = [
  'revenue',
  'sales-growth',
  'gross-margin',
  'gross-profit',
  'average-order-value',
  'orders',
  'units',
  'active-customers',
  'new-customers',
  'sales-per-rep',
];
const month = { dimension: 'date', grain: 'month' } as const;
/** Ten cards with their comparison, and their sparklines. */
const DASHBOARD: readonly QuestionInput[] = [
  { kpis: KPIS, period: '2025', compare: 'last-year' },
  { kpis: KPIS, period: '2025', rows: [month] },
];

/** From opening the file to the first dashboard; then the same again, columns loaded. */
const start = performance.now();
const store = openWorkspace(process.argv[2] ?? '');
const opened = performance.now() - start;
const context: QuestionContext = {
  queries: liveQueries(store),
  today: dayOf(2026, 1, 15),
  settings: store.settings(),
};
const ask = (): void => {
  for (const question of DASHBOARD) answer(questionSchema.parse(question), context);
};
ask();
const cold = performance.now() - start;
const times = Array.from({ length: 9 }, () => {
  const from = performance.now();
  ask();
  return performance.now() - from;
}).toSorted((a, b) => a - b);
report(cold, `of which opening ${opened.toFixed(0)} ms; warm ${(times[4] ?? 0).toFixed(0)} ms`);
store.close();
