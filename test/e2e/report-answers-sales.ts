import { expect } from 'vitest';
import { formatMinute } from '../../shared/format-period.ts';
import { formatCompact, formatPercent, joined } from '../../shared/format.ts';
import { chanceText } from '../../shared/goal-words.ts';
import type { QuestionInput } from '../../shared/question.ts';
import type { BlockOf, PageContent } from '../../shared/report-content.ts';
import type { PageKind } from '../../shared/reports.ts';
import { numberText } from '../../shared/report-text.ts';
import type { HostInFolder } from '../support/host-in-folder.ts';
import { asking, chartOf, memberIn as member, only, totalIn as total, type Asker } from './report-asking.ts';
import type { MadeReport } from './report-desk.ts';
import type { ReportLine } from './report-rows.ts';

/** Pages of sales, and the sources: what the command line is not asked. */
export function salesAskers(made: MadeReport, call: HostInFolder['value']): Partial<Record<PageKind, Asker>> {
  const { report, content } = made;
  const { ask, locale, say, says } = asking(made, call);

  /** What is said of targets on the cards. */
  const summary: Asker = async (page) => {
    const figures = page.blocks.flatMap((block) => (block.is === 'figures' ? block.figures : []));
    const aims = await Promise.all(
      figures
        .filter(({ target }) => target !== null)
        .map(async ({ kpi: id, unit }) => {
          const answer = await ask({ kpis: [id], compare: 'target' });
          return formatCompact(total(answer, id)?.compare?.value ?? 0, unit, content).number;
        }),
    );
    return says(page, ...aims.map((number) => say('overview:goal.target', { target: number })));
  };

  /** Each month of the chart asked for alone; one that is forecast stands beside the whole month a year before and its whole target. */
  const revenue: Asker = async (page) => {
    const chart = chartOf(page);
    const { period } = content.facts;
    const through = period.open ? period.through : period.to;
    const of = (series: string, at: number) =>
      chart.series.find(({ key }) => key === series)?.points[at]?.value ?? null;
    const goal = (await call('goal.list', {})).find(({ kpi: id, filters }) => id === 'revenue' && filters.length === 0);
    const due = goal === undefined ? [] : (await call('goal.status', { goal })).months;
    const alone = async (asked: string, compare: QuestionInput['compare'] = 'none') =>
      total(await ask({ kpis: ['revenue'], period: asked, compare }), 'revenue');
    for (const [at, { key }] of chart.categories.entries()) {
      const drawn = { key, actual: of('actual', at), previous: of('previous', at), target: of('target', at) };
      const isAhead = drawn.actual === null;
      const goesOn = !isAhead && `${key}-31` > through;
      const days = goesOn ? `${key}-01..${through}` : key;
      const before = `${String(Number(key.slice(0, 4)) - 1)}${key.slice(4)}`;
      const goalTarget = due.find(({ from }) => from.startsWith(key))?.target ?? null;
      expect(drawn).toEqual({
        key,
        actual: isAhead ? null : (await alone(days))?.value,
        previous:
          drawn.previous === null
            ? null
            : (await alone(goesOn ? `${before}-01..${before}${through.slice(7)}` : before))?.value,
        target: isAhead || goalTarget !== null ? goalTarget : ((await alone(days, 'target'))?.compare?.value ?? null),
      });
    }
    await bridge(page);
    return [...(await byTarget(page)), ...(await outlook(page))];
  };

  const firstTable = ({ blocks, id }: PageContent): BlockOf<'table'> => {
    const found = blocks.find((block) => block.is === 'table');
    return found?.is === 'table' ? found : expect.fail(`${id}: no table`);
  };
  /** Lines of a table that are members: neither the rest nor the total. */
  const membersOf = ({ rows }: BlockOf<'table'>): readonly string[] =>
    rows.flatMap(({ kind, cells: [first] }) =>
      kind === 'row' && first !== undefined && first.text !== say('charts:others') ? [first.text] : [],
    );
  const named = (name: string): string | null => (name === say('filters:unknown') ? null : name);
  const dimensionOf = ({ id }: PageContent): string => {
    const shown = report.pages.find((page) => page.id === id);
    return shown?.show === 'structure' ? shown.by : 'region';
  };
  const line = ({ id }: PageContent, name: string, ...shown: readonly string[]): ReportLine => ({
    where: `${id}: ${name}`,
    name,
    shown,
    values: [],
  });

  /** The target of each member asked for alone, and how far it is off; one for some of the months that have been is none. */
  const byTarget: Asker = async (page) => {
    const table = firstTable(page);
    const at = table.columns.findIndex(({ label }) => label === say('report:numbers.column.target'));
    const how = table.columns[at]?.written;
    const gap = table.columns.at(-1)?.written;
    if (how == null || gap == null) return [];
    return Promise.all(
      membersOf(table).map(async (name) => {
        const answer = await ask({
          kpis: ['revenue'],
          filters: [...report.filters, only(dimensionOf(page), named(name))],
          rows: [{ dimension: 'date', grain: 'month' }],
          compare: 'target',
        });
        const cell = total(answer, 'revenue');
        const months = answer.cells.filter(
          ({ row, period }) => row.length === 1 && period.from <= answer.period.through,
        );
        const isWhole = months.every(({ compare }) => compare?.value != null);
        const due = isWhole ? (cell?.compare?.value ?? null) : null;
        const off = due === null || cell?.value == null ? null : cell.value - due;
        return line(page, name, numberText(due, how, locale), numberText(off, gap, locale));
      }),
    );
  };

  /** From all of the year before, by what each member changed, to all of now. */
  const bridge = async ({ blocks }: PageContent): Promise<void> => {
    const found = blocks.find((block) => block.is === 'chart' && block.chart.kind === 'waterfall');
    if (found?.is !== 'chart') return;
    const { categories, series } = found.chart;
    const answer = await ask({ kpis: ['revenue'], rows: [{ dimension: 'region' }], compare: report.compare });
    const whole = total(answer, 'revenue');
    const changed = new Map(
      answer.cells.flatMap(({ row, compare }) => (row.length === 1 ? [[row[0], compare?.difference ?? null]] : [])),
    );
    const steps = categories.slice(1, -1).map(({ label }) => changed.get(named(label)) ?? label);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([whole?.compare?.value, ...steps, whole?.value]);
  };

  /** Where goals of all will end. */
  const outlook: Asker = async (page) => {
    const beside = page.blocks.find(({ is, place }) => is === 'table' && place === 'aside');
    if (beside === undefined) return [];
    const all = await call('goal.list', {});
    const whole = all.filter(({ filters, part }) => filters.length === 0 && !part);
    const standing = await Promise.all(whole.map((goal) => call('goal.status', { goal })));
    const words = { say: (key: string, values = {}) => say(`goals:${key}`, values), format: content };
    const ends = standing.flatMap(({ projection, unit }) =>
      projection?.chance == null
        ? []
        : [
            [
              joined(
                formatCompact(unit === 'count' ? Math.round(projection.value) : projection.value, unit, content),
                locale,
              ),
              chanceText(projection.chance, words),
            ],
          ],
    );
    // The five that weigh most.
    if (beside.is === 'table') expect(beside.rows).toHaveLength(Math.min(5, ends.length));
    return ends.length > 5 ? [] : ends.map((shown) => line(page, '', ...shown));
  };

  /** Shares of all, alone and together with the larger ones. */
  const structure: Asker = async (page) => {
    const names = membersOf(firstTable(page));
    const answer = await ask({ kpis: ['revenue'], rows: [{ dimension: dimensionOf(page) }] });
    const all = total(answer, 'revenue')?.value ?? 0;
    let sum = 0;
    const lines = names.map((name) => {
      const value = member(answer, 'revenue', named(name)) ?? 0;
      sum += value;
      return { name, value, share: value / all, together: sum / all };
    });
    const { categories, series } = chartOf(page);
    const drawn = series.map(({ points }) => points.map(({ value }) => value ?? NaN));
    for (const [at, { label }] of categories.entries()) {
      const own = lines.find(({ name }) => name === label) ?? expect.fail(label);
      expect(drawn[0]?.[at]).toBe(own.value);
      expect(drawn[1]?.[at]).toBeCloseTo(own.together, 9);
    }
    return lines.map(({ name, share, together }) =>
      line(page, name, formatPercent(share, locale, 1), formatPercent(together, locale, 1)),
    );
  };

  /** Every file with the rows that count. */
  const definitions: Asker = async (page) => {
    const table = firstTable(page);
    const imports = await call('import.list', {});
    expect(table.rows).toHaveLength(imports.length);
    return imports.map(({ file, importedAt, rows, replaced, kind }) => {
      const how = table.columns[3]?.written ?? expect.fail('no column of rows');
      const shown = [
        say(`fields:kinds.${kind}`),
        formatMinute(importedAt, locale),
        numberText(rows - replaced, how, locale),
      ];
      return line(page, file.name, ...shown);
    });
  };

  return { summary, revenue, structure, definitions };
}
