import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import type { CellRows, ColumnQueries, DayRange } from '../ports/column-queries.ts';
import { NO_DAY } from '../ports/workspace-columns.ts';
import type { Plan } from './plan.ts';

/** What a row of a target names itself by its `level`, the one that holds the most first. */
const BITS = [
  { dimension: 'region', bit: 4 },
  { dimension: 'team', bit: 2 },
  { dimension: 'category', bit: 16 },
  { dimension: 'product', bit: 8 },
  { dimension: 'rep', bit: 1 },
] as const;

const EVER: DayRange = { from: -1_000_000, to: 4_000_000 };

/** Whether targets of one level must be told from those of the others. */
export function hasLevels({ kind, nature }: MeasureDefinition): boolean {
  return kind === 'target' && nature === 'spread';
}

/**
 * What makes targets those that answer a question split by these dimensions: a company's, its regions' and its reps' say the same
 * money several times over, and so do a year's and its months'; they are never added together. Of the levels that have all that is
 * asked, lists included, it is the one that names least beside; of its lengths the shortest that fills as much of the period as any.
 * Where no level has all of it no target is meant.
 * Example: with targets for the company and for each rep, the total is the company's and a table by rep has those of the reps.
 */
export function targetLevel(
  measure: MeasureDefinition,
  dimensions: readonly string[],
  { period, filters }: Pick<Plan, 'period' | 'filters'>,
  queries: ColumnQueries,
): readonly Condition[] {
  const { kind, date, nature, until = null } = measure;
  const breakdown = queries.breakdown([]);
  const having = [...rowConditions(measure), ...dimensions.map((field): Condition => ({ field, is: 'present' }))];
  const targetsIn = (days: DayRange): CellRows =>
    queries.rows({ kind, date, nature, until, standing: null, filters, breakdown, slots: [days] });
  const levelsIn = (rows: CellRows): readonly string[] =>
    queries.columns
      .members('level')
      .filter((name) => name !== '' && queries.count(rows, [[...having, oneOf('level', name)]]).at(0) > 0);
  const asked = [...dimensions, ...filters.map(({ dimension }) => dimension)];
  const rows = targetsIn(period);
  const inPeriod = levelsIn(rows);
  const levels = inPeriod.length > 0 ? inPeriod : levelsIn(targetsIn(EVER));
  const [level] = levels.toSorted((a, b) => surplus(a, asked) - surplus(b, asked));
  if (level === undefined) return [{ field: 'level', is: 'one-of', values: [] }];
  const ofLevel = oneOf('level', level);
  const [starts, ends] = [queries.days(kind, date), until === null ? null : queries.days(kind, until)];
  const filled = queries.columns.members('stretch').flatMap((name) => {
    const stretch = oneOf('stretch', name);
    const positions = name === '' ? [] : queries.positions(rows, 0, [[...having, ofLevel, stretch]]);
    const days = [...positions].map((row): DayRange => {
      const from = starts?.[row] ?? NO_DAY;
      return { from, to: Math.max(from, ends?.[row] ?? NO_DAY) };
    });
    return days.length === 0 ? [] : [{ stretch, days: filledDays(days, period) }];
  });
  // In the order of their length.
  const [fullest] = filled.toSorted((a, b) => b.days - a.days);
  return fullest === undefined ? [ofLevel] : [ofLevel, fullest.stretch];
}

/** How many days of a period some of the ranges hold. */
function filledDays(ranges: readonly DayRange[], period: DayRange): number {
  let [next, count] = [period.from, 0];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const [first, last] = [Math.max(from, next), Math.min(to, period.to)];
    count += Math.max(0, last - first + 1);
    next = Math.max(next, last + 1);
  }
  return count;
}

const oneOf = (field: string, value: string): Condition => ({ field, is: 'one-of', values: [value] });

/** How much a level names that nobody asked for: first how many things, then how small ones. */
function surplus(level: string, asked: readonly string[]): number {
  return BITS.reduce(
    (sum, { dimension, bit }, place) =>
      (Number(level) & bit) === 0 || asked.includes(dimension) ? sum : sum + 100 + place,
    0,
  );
}
