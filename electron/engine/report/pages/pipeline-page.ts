import { pipelineChart } from '#shared/charts/pipeline-chart.ts';
import type { OpenDeals, PipelineForecast } from '#shared/forecast.ts';
import { formatDate } from '#shared/format-period.ts';
import { formatCompact, joined } from '#shared/format.ts';
import type { BlockOf, ReportBlock } from '#shared/report-content.ts';
import type { ToldOf } from '#shared/told.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

/** The open deals: stage by stage, when they are expected to close, what is overdue, and what has become of them since the last import. */
export const pipelinePage: PageMaker<'pipeline'> = (_page, tools) => {
  const { report, context, words, heading, ask } = tools;
  const { say, format } = words;
  const made = context.pipeline(report.filters);
  const sub = subLine(say('report:page.pipeline'), {
    company: heading.company,
    period: say('forecast:asOf', { day: formatDate(made.asOf, format.locale) }),
  });
  if (made.refusal !== null)
    return {
      draft: say('report:people.noPipeline'),
      sub,
      blocks: [{ is: 'text', place: 'main', title: '', paragraphs: [say('report:people.needsDeals')] }],
    };
  // Defined with the others.
  ask({ kpis: ['weighted-pipeline'], compare: 'none' });
  return { draft: draftOf(made, tools), sub, blocks: [...blocksOf(made, tools)] };
};

function draftOf({ total, overdue }: PipelineForecast, { words: { say, format } }: PageTools): string {
  const money = (value: number): string => joined(formatCompact(value, 'money', format), format.locale);
  const values = { count: total.deals, value: money(total.value), weighted: money(total.weighted) };
  const draft = say('report:people.pipelineDraft', values);
  return overdue.deals === 0 ? draft : `${draft}${say('report:people.overdueDraft', { count: overdue.deals })}`;
}

function blocksOf(made: PipelineForecast, tools: PageTools): readonly ReportBlock[] {
  const { report, context, words } = tools;
  const { say, format } = words;
  const chart = pipelineChart(made, format, (key, values) => say(`forecast:${key}`, values));
  const changed = context.movement(report.filters);
  const stages = stagesTable(made, tools);
  const outside = outsideTable(made, tools);
  return [
    stages,
    ...(made.periods.length === 0 ? [] : [{ is: 'chart', place: 'main', height: 'middle', chart } as const]),
    ...(outside === null ? [] : [outside]),
    ...(changed === null ? [] : [movementTable(changed, tools)]),
  ];
}

function stagesTable(
  { stages, total, withoutChance, withoutValue }: PipelineForecast,
  tools: PageTools,
): BlockOf<'table'> {
  const { say, grid } = tools.words;
  interface Line extends OpenDeals {
    readonly name: string;
  }
  const nameOf = (stage: string | null): string =>
    stage === null ? say('forecast:stages.none') : grid.member(stage, 'stage');
  const notes = [
    say('report:people.chanceNote'),
    ...(withoutChance > 0 ? [say('forecast:withoutChance', { count: withoutChance })] : []),
    ...(withoutValue > 0 ? [say('forecast:withoutValue', { count: withoutValue })] : []),
  ];
  return tableOf<Line>(
    {
      title: say('report:people.byStage'),
      alike: true,
      rows: stages.map((line) => ({ ...line, name: nameOf(line.stage) })),
      total: { ...total, name: say('forecast:total') },
      columns: [
        { label: say('forecast:stages.stage'), of: ({ name }) => name },
        { label: say('forecast:count'), unit: 'count', of: ({ deals }) => deals, carried: true },
        { label: say('forecast:value'), unit: 'money', of: ({ value }) => value, carried: true },
        {
          label: say('forecast:basis.label'),
          unit: 'ratio',
          decimals: 0,
          as: 'quiet',
          of: ({ value, weighted }) => (value > 0 ? weighted / value : null),
        },
        { label: say('forecast:weighted'), unit: 'money', of: ({ weighted }) => weighted, as: 'strong', carried: true },
      ],
      note: notes.join(' '),
      opens: {
        of: 'pipeline',
        asked: askedOf(tools),
        rows: [...stages.map(({ stage }) => ({ stage })), 'total'],
        columns: [null, 'deals', 'value', null, 'weighted'],
      },
    },
    tools,
  );
}

/** Deals that stand in no month; null where all do. */
function outsideTable(made: PipelineForecast, tools: PageTools): BlockOf<'table'> | null {
  const { say } = tools.words;
  const parts = (['overdue', 'undated', 'later'] as const).filter((part) => made[part].deals > 0);
  if (parts.length === 0) return null;
  return tableOf<(typeof parts)[number]>(
    {
      place: 'aside',
      title: say('report:people.outside'),
      alike: true,
      rows: parts,
      columns: [
        { label: '', of: (part) => say(`forecast:${part}`), tone: (part) => (part === 'overdue' ? 'bad' : 'neutral') },
        { label: say('forecast:count'), unit: 'count', of: (part) => made[part].deals },
        { label: say('forecast:value'), unit: 'money', of: (part) => made[part].value },
        { label: say('forecast:weighted'), unit: 'money', of: (part) => made[part].weighted },
      ],
      opens: {
        of: 'pipeline',
        asked: askedOf(tools),
        rows: [...parts],
        columns: [null, 'deals', 'value', 'weighted'],
      },
    },
    tools,
  );
}

const askedOf = ({ report }: PageTools) => ({ filters: [...report.filters], basis: 'deal' as const });

type Changed = NonNullable<ReturnType<PageTools['context']['movement']>>;

function movementTable({ from, to, moved, moments }: Changed, tools: PageTools): BlockOf<'table'> {
  const { say, format } = tools.words;
  interface Step {
    readonly name: string;
    readonly deals: number;
    readonly value: number;
    readonly step: ToldOf<'movement'>['step'];
  }
  const { start, end, moves, postponed } = moved;
  const steps: readonly Step[] = [
    { ...start, name: formatDate(from, format.locale), step: 'start' },
    ...moves
      .filter(({ deals }) => deals > 0)
      .map((each) => ({ ...each, name: say(`forecast:movement.moves.${each.move}`), step: each.move })),
  ];
  const money = joined(formatCompact(postponed.value, 'money', format), format.locale);
  return tableOf<Step>(
    {
      place: 'aside',
      title: say('forecast:movement.title'),
      rows: steps,
      total: { ...end, name: formatDate(to, format.locale), step: 'end' },
      columns: [
        { label: '', of: ({ name }) => name },
        { label: say('forecast:count'), unit: 'count', of: ({ deals }) => deals, as: 'quiet' },
        { label: say('forecast:value'), unit: 'money', of: ({ value }) => value },
      ],
      opens: {
        of: 'movement',
        asked: { filters: [...tools.report.filters], ...moments, period: null },
        rows: [...steps.map(({ step }) => step), 'end'],
        columns: [null, 'deals', 'value'],
      },
      note: postponed.deals === 0 ? null : say('forecast:movement.postponed', { count: postponed.deals, value: money }),
    },
    tools,
  );
}
