import { formatCompact, joined, NO_VALUE, type Tone } from '#shared/format.ts';
import { smartLines } from '#shared/goal-smart.ts';
import { chanceText, stateKey, targetText, type GoalSaying } from '#shared/goal-words.ts';
import type { GoalStatus } from '#shared/goals.ts';
import type { BlockOf, ReportBlock, ReportCell } from '#shared/report-content.ts';
import type { TableOpens } from '#shared/report-opens.ts';
import { goalsWithin, standingGoals, type StandingGoal } from '../goals-of-report.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

const INDENT = '\u2003';
const ON_TRACK: ReadonlySet<string> = new Set(['ahead', 'reached', 'near']);
const OFF_TRACK: ReadonlySet<string> = new Set(['behind', 'missed']);

/** The goals of the period: target, outcome, pace, where they will end and with what chance; what each day takes, and what to see to. */
export const goalsPage: PageMaker<'goals'> = (_page, tools) => {
  const { report, context, words, names, heading } = tools;
  const { standing, saying } = standingGoals({ ...context, words }, goalsWithin(context, report), names.inText);
  const on = standing.filter(({ status }) => ON_TRACK.has(status.state)).length;
  const off = standing.filter(({ status }) => OFF_TRACK.has(status.state)).length;
  mentionGoals(standing, tools);
  return {
    draft:
      standing.length === 0
        ? words.say('report:people.noGoals')
        : words.say('report:people.goalsDraft', { count: standing.length, on, off }),
    sub: subLine(words.say('report:page.goals'), heading),
    blocks: standing.length === 0 ? [] : [...blocksOf(standing, saying, tools)],
  };
};

function mentionGoals(standing: readonly StandingGoal[], { ask }: PageTools): void {
  const kpis = [...new Set(standing.map(({ goal }) => goal.kpi))].slice(0, 120);
  if (kpis.length > 0) ask({ kpis, compare: 'none' });
}

function blocksOf(standing: readonly StandingGoal[], saying: GoalSaying, tools: PageTools): readonly ReportBlock[] {
  const { say } = tools.words;
  const text = (title: string, paragraphs: readonly string[]): readonly ReportBlock[] =>
    paragraphs.length === 0 ? [] : [{ is: 'text', place: 'aside', title, paragraphs: [...paragraphs] }];
  return [
    goalsTable(standing, saying, tools),
    ...requiredTables(standing, tools),
    ...text(say('report:people.toSee'), remarksOf(standing, saying, tools)),
    ...text(say('report:people.nextTargets'), proposalsOf(standing, saying, tools)),
  ];
}

function valueCell(
  value: number | null,
  unit: GoalStatus['unit'],
  { words: { format } }: PageTools,
): Pick<ReportCell, 'text' | 'value'> {
  return { text: value === null ? NO_VALUE : joined(formatCompact(value, unit, format), format.locale), value };
}

function targetCell({ target, upTo, unit }: GoalStatus, tools: PageTools): Pick<ReportCell, 'text' | 'value'> {
  const from = valueCell(target, unit, tools);
  if (upTo === null) return from;
  const text = tools.words.say('goals:between', { from: from.text, to: valueCell(upTo, unit, tools).text });
  return { ...from, text };
}

function goalsTable(standing: readonly StandingGoal[], saying: GoalSaying, tools: PageTools): BlockOf<'table'> {
  const { say, format } = tools.words;
  const column = (key: string): string => say(`goals:column.${key}`);
  return tableOf<StandingGoal>(
    {
      title: '',
      rows: standing,
      columns: [
        { label: column('goal'), of: ({ name, depth }) => `${INDENT.repeat(depth)}${name}` },
        {
          label: say('report:people.target'),
          of: ({ status }) => targetCell(status, tools),
        },
        { label: column('actual'), as: 'strong', of: ({ status }) => valueCell(status.actual, status.unit, tools) },
        { label: column('pace'), unit: 'ratio', decimals: 0, of: ({ status }) => status.pace },
        {
          label: column('projection'),
          of: ({ status }) => valueCell(status.projection?.value ?? null, status.unit, tools),
        },
        {
          label: say('report:people.chance'),
          of: ({ status }) => {
            const chance = status.projection?.chance ?? null;
            return {
              text: chance === null ? NO_VALUE : chanceText(chance, { say: saying.say, format }),
              value: chance,
            };
          },
        },
        {
          label: column('state'),
          of: ({ goal, status }) => say(`goals:${stateKey(goal, status)}`),
          tone: ({ status }) => toneOfState(status.state),
        },
      ],
      opens: goalOpens(standing, [null, 'target', 'actual', null, 'projection', 'chance', null]),
    },
    tools,
  );
}

type GoalFigures = Extract<TableOpens, { of: 'goal' }>['columns'];

const goalOpens = (standing: readonly StandingGoal[], columns: GoalFigures): TableOpens => ({
  of: 'goal',
  rows: standing.map(({ goal }) => ({ ...goal, history: [] })),
  columns,
});

function toneOfState(state: GoalStatus['state']): Tone {
  if (state === 'ahead' || state === 'reached') return 'good';
  return OFF_TRACK.has(state) ? 'bad' : 'neutral';
}

/** What each day that is left takes, beside what the last ones brought; days of work and all days apart. */
function requiredTables(standing: readonly StandingGoal[], tools: PageTools): readonly ReportBlock[] {
  const { say } = tools.words;
  return (['working', 'all'] as const).flatMap((days) => {
    const rows = standing.filter(
      ({ goal, status }) =>
        status.days === days && status.required !== null && status.state !== 'reached' && goal.better !== 'lower',
    );
    if (rows.length === 0) return [];
    return tableOf<StandingGoal>(
      {
        place: 'aside',
        title: say(days === 'working' ? 'goals:column.required' : 'goals:column.requiredAll'),
        rows,
        columns: [
          { label: say('goals:column.goal'), of: ({ name }) => name },
          {
            label: say('report:people.required'),
            as: 'strong',
            of: ({ status }) => valueCell(status.required?.value ?? null, status.unit, tools),
          },
          {
            label: say('report:people.recent'),
            as: 'quiet',
            of: ({ status }) => valueCell(status.recent?.value ?? null, status.unit, tools),
          },
        ],
        opens: goalOpens(rows, [null, 'required', 'recent']),
      },
      tools,
    );
  });
}

/** The checks of a good goal that some do not pass. */
function remarksOf(
  standing: readonly StandingGoal[],
  saying: GoalSaying,
  { words, names, context }: PageTools,
): readonly string[] {
  return standing.flatMap(({ goal, status, name }) => {
    const shown = { ...goal, owner: goal.owner === null ? null : names.person(goal.owner) };
    const failed = smartLines(shown, status, context.goals, saying).filter(({ ok }) => ok === false);
    const texts = failed.map(({ check, text }) => `${words.say(`goals:smart.${check}`)} ${text}`);
    return texts.length === 0 ? [] : [`${name}. ${texts.join(' ')}`];
  });
}

function proposalsOf(standing: readonly StandingGoal[], saying: GoalSaying, { words }: PageTools): readonly string[] {
  return standing.flatMap(({ goal, status: { proposal, unit }, name }) => {
    if (proposal === null) return [];
    const target = { ...goal.target, value: proposal.value };
    const text = targetText({ ...goal, target, upTo: null }, unit, saying);
    return [`${name}: ${words.say(`goals:${proposal.do}`, { target: text })}`];
  });
}
