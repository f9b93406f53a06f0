import type { QuestionInput } from '#shared/question.ts';
import { OTHER_KINDS, otherKindCsv } from '../other-kinds.ts';
import { withOwnHost } from '../own-host.ts';
import { report } from '../run-case.ts';

const MOST = Number(process.argv[3] ?? 100_000);
const triangle: QuestionInput = {
  kpis: ['cohort-retention'],
  rows: [{ dimension: 'cohort', grain: 'month' }],
  columns: [{ dimension: 'age', grain: 'month' }],
  filters: [
    {
      dimension: 'cohort:month',
      op: 'in',
      values: Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`),
    },
  ],
};

/** Every KPI of one period at once over all kinds: cold, then warm as the median of five; and the first year's cohorts by age. */
await withOwnHost(async ({ call, importFile, importOther }) => {
  await importFile();
  for (const kind of OTHER_KINDS) await importOther(otherKindCsv(kind, MOST), kind);
  const kpis = await call('catalogue.kpis', {});
  const all: QuestionInput = { kpis: kpis.map(({ kpi }) => kpi), period: '2024' };
  const timed = async (question: QuestionInput): Promise<number> => {
    const start = performance.now();
    await call('question.ask', question);
    return performance.now() - start;
  };
  const warm = async (question: QuestionInput): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push(await timed(question));
    return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  };
  const cold = await timed(all);
  const { cells } = await call('question.ask', all);
  const withValue = cells.filter(({ value }) => value !== null).length;
  const catalogue = await warm(all);
  await timed(triangle);
  const cohorts = await warm(triangle);
  report(
    catalogue,
    `${String(cells.length)} KPIs, ${String(withValue)} with a value; cold ${cold.toFixed(0)} ms; cohorts ${cohorts.toFixed(0)} ms`,
  );
});
