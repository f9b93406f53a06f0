import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
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

/** The condition that a row is of one level. */
export function levelCondition(level: string): Condition {
  return { field: 'level', is: 'one-of', values: [level] };
}

/**
 * The level of the targets that answer a question split by these dimensions: a company's, its regions' and its reps' targets say the
 * same money several times over and are never added together. Of the levels that have all that is asked, lists included, it is the
 * one that names least beside; null where no target is there.
 * Example: with targets for the company and for each rep, the total is the company's and a table by rep has those of the reps.
 */
export function targetLevel(
  measure: MeasureDefinition,
  dimensions: readonly string[],
  { period, filters }: Pick<Plan, 'period' | 'filters'>,
  queries: ColumnQueries,
): string | null {
  const { kind, date, nature, until = null } = measure;
  const asked = [...dimensions, ...filters.map(({ dimension }) => dimension)];
  const breakdown = queries.breakdown([]);
  const having = [...rowConditions(measure), ...dimensions.map((field): Condition => ({ field, is: 'present' }))];
  const levelsIn = (slot: DayRange): readonly string[] => {
    const rows = queries.rows({ kind, date, nature, until, standing: null, filters, breakdown, slots: [slot] });
    const isThere = (level: string): boolean => queries.count(rows, [[...having, levelCondition(level)]]).at(0) > 0;
    return queries.columns.members('level').filter((level) => level !== '' && isThere(level));
  };
  const inPeriod = levelsIn({ from: period.from, to: period.to });
  const levels = inPeriod.length > 0 ? inPeriod : levelsIn(EVER);
  return levels.toSorted((a, b) => surplus(a, asked) - surplus(b, asked))[0] ?? null;
}

/** How much a level names that nobody asked for: first how many things, then how small ones. */
function surplus(level: string, asked: readonly string[]): number {
  return BITS.reduce(
    (sum, { dimension, bit }, place) =>
      (Number(level) & bit) === 0 || asked.includes(dimension) ? sum : sum + 100 + place,
    0,
  );
}
