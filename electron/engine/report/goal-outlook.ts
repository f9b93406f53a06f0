import { parseIsoDate } from '#shared/calendar.ts';
import { formatCompact, joined, NO_VALUE, type FormatContext } from '#shared/format.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { AppError } from '#shared/errors.ts';
import { chanceText } from '#shared/goal-words.ts';
import type { BlockOf, ReportCell } from '#shared/report-content.ts';
import { goalStatus } from '../goals/goal-status.ts';
import { sameFilters } from '../goals/same-filters.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportWords } from './report-context.ts';
import { goalTitle } from './page-words.ts';
import { ratioWritten, tableBlock, wordCell, wordColumn, numberColumn } from './report-table.ts';

const MOST_GOALS = 5;
/** From here on a target is likelier met than not. */
const EVEN = 0.5;

/** Goals under the report's filters that go on after its last day, with where they are heading and how likely they are met; null without any. */
export function goalOutlook(through: string, tools: PageTools): BlockOf<'table'> | null {
  const { context, report, words } = tools;
  const { say, format } = words;
  const going = context.goals
    .filter((goal) => !goal.part && sameFilters(goal.filters, report.filters))
    .flatMap((goal) => {
      const status = statusOf(goal, tools);
      const goesOn =
        status !== null && status.period.from <= through && through < status.period.to && status.period.open;
      return goesOn && status.projection !== null ? [{ goal, status }] : [];
    })
    .toSorted((a, b) => rank(a.goal) - rank(b.goal))
    .slice(0, MOST_GOALS);
  const [first] = going;
  if (first === undefined) return null;
  const ends = new Set(going.map(({ status }) => status.period.to));
  const isYearsEnd =
    ends.size === 1 && (parseIsoDate(first.status.period.to) ?? 0) > 0 && first.status.period.to.endsWith('-12-31');
  const chance = numberColumn(say('report:numbers.goals.chance'), ratioWritten(0));
  return tableBlock(
    {
      place: 'aside',
      title: isYearsEnd
        ? say('report:numbers.goals.yearsEnd')
        : say('report:numbers.goals.title', { period: formatPeriodText(first.status.period.spec, format.locale) }),
      columns: [wordColumn(''), wordColumn(say('report:numbers.goals.projection')), chance],
      rows: going.map(({ goal, status }) => ({
        kind: 'row',
        cells: [
          wordCell(outlookTitle(goal, status, tools)),
          wordCell(valueText(status.projection?.value ?? null, status, format)),
          chanceCell(status.projection?.chance ?? null, words),
        ],
      })),
      opens: { of: 'goal', rows: going.map(({ goal }) => ({ ...goal, history: [] })), columns: [null, null, 'chance'] },
    },
    words,
  );
}

/** Its KPI and what it comes to, a name that it was given before that. Example: 'Intäkter 25,6 mkr' for +5 %. */
function outlookTitle(goal: Goal, { target, upTo }: GoalStatus, tools: PageTools): string {
  if (target === null || goal.name !== null) return goalTitle(goal, tools);
  return goalTitle({ ...goal, target: { shape: 'level', value: target }, upTo, per: 'period' }, tools);
}

/** Null for a goal that cannot be counted any more: its own page says why. */
function statusOf(goal: Goal, { context }: PageTools): GoalStatus | null {
  try {
    return goalStatus(goal, context.goals, context.question);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'E_CANCELLED') return null;
    throw error;
  }
}

/** Revenue, then what serves nothing else, then the rest. */
const rank = ({ kpi, parent }: Goal): number => (kpi === 'revenue' ? 0 : parent === null ? 1 : 2);

function valueText(value: number | null, { unit }: GoalStatus, format: FormatContext): string {
  if (value === null) return NO_VALUE;
  return joined(formatCompact(unit === 'count' ? Math.round(value) : value, unit, format), format.locale);
}

/** Green where a target is likelier met than not. */
function chanceCell(chance: number | null, { say, format }: ReportWords): ReportCell {
  if (chance === null) return wordCell(NO_VALUE);
  const text = chanceText(chance, { say: (key, values = {}) => say(`goals:${key}`, values), format });
  return { text, value: chance, tone: chance >= EVEN ? 'good' : 'bad' };
}
