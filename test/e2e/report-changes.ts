import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesIn } from '#host/sentences.ts';
import { isoDate, parseIsoDate } from '../../shared/calendar.ts';
import { formatFull, formatNumber, formatPoints, formatSignedPercent, NO_VALUE } from '../../shared/format.ts';
import type { Report } from '../../shared/reports.ts';
import type { HostInFolder } from '../support/host-in-folder.ts';
import type { ReportLine } from './report-rows.ts';

const ASKED = ['revenue', 'orders', 'average-order-value', 'discount-rate'];
const LATE = 'late rows.csv';

/** Two orders nobody knew of when the report was made, and one of the day after the data ended. */
const lateRows = (last: number): string =>
  [
    'Order ID,Order Date,Customer Name,Region,Sales',
    `L-1,${isoDate(last - 10)},Sent in late AB,Syd,12345.60`,
    `L-2,${isoDate(last - 9)},Sent in late AB,Syd,4321.00`,
    `L-3,${isoDate(last + 1)},Sent in late AB,Norr,50000.00`,
    '',
  ].join('\n');

/**
 * Makes a report final, then lets a late file come in and one KPI be counted in another way. Gives what has changed, by questions for
 * the report's days before and after, as it is to stand on the page of a later report.
 */
export async function changedSinceFinal(
  report: Report,
  { folder, value, inspect }: HostInFolder,
): Promise<readonly ReportLine[]> {
  const say = sentencesIn(report.locale);
  const { locale } = report;
  const totals = async (days: string) =>
    Promise.all(
      ASKED.map(async (kpi) => {
        const { cells, kpis } = await value('question.ask', { ...BARE, kpis: [kpi], period: days });
        return { kpi, unit: kpis[0]?.unit ?? 'count', value: cells[0]?.value ?? null };
      }),
    );
  const { period } = await value('question.ask', { ...BARE, kpis: ['revenue'], period: report.period });
  const days = `${period.from}..${period.open ? period.through : period.to}`;
  const before = await totals(days);
  await value('report.finish', { report: { ...report, pages: report.pages.map((page) => ({ ...page, read: true })) } });

  const workspace = await value('workspace.current', {});
  const path = join(folder, LATE);
  writeFileSync(path, lateRows(parseIsoDate(workspace?.to ?? '') ?? 0));
  const { stageId } = await inspect(path);
  const { rows } = await value('import.commit', { taskId: 'late', stageId, options: {} });
  const variants = { ...workspace?.settings.variants, 'discount-rate': 'mean-of-rows' };
  const { settings } = await value('workspace.settings', { variants });
  const format = { locale, currency: settings.currency };
  const after = await totals(days);

  const line = (name: string, ...shown: readonly string[]): ReportLine => ({
    where: 'changes',
    name,
    shown,
    values: [],
  });
  const restated = before.flatMap(({ kpi, unit, value: was }, at) => {
    const is = after[at]?.value ?? null;
    if (was === null || is === null || was === is) return [];
    const sign = is > was ? '+' : '';
    const size = unit === 'ratio' ? formatPoints(is - was, locale, 2) : formatFull(is - was, unit, format);
    const share = unit === 'ratio' ? '' : ` (${formatSignedPercent((is - was) / was, locale, 1)})`;
    return [
      line(
        say(`kpis:${kpi}.name`),
        formatFull(was, unit, format),
        formatFull(is, unit, format),
        `${sign}${size}${share}`,
      ),
    ];
  });
  return [
    ...restated,
    line(LATE, say('report:people.dataChange.added'), NO_VALUE, formatNumber(rows, locale)),
    line(say('kpis:discount-rate.name'), say('kpis:discount-rate.variants.mean-of-rows')),
  ];
}

const BARE = { rows: [], columns: [], filters: [], variants: {}, compare: 'none' as const };
