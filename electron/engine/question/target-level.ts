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

/** Parts of a period in which targets of one length are looked for. */
const MOST_PARTS = 64;

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
  const named = (field: 'level' | 'stretch', slots: readonly DayRange[], more: readonly Condition[]) => {
    const rows = queries.rows({ kind, date, nature, until, standing: null, filters, breakdown, slots });
    return queries.columns.members(field).flatMap((name) => {
      const condition = oneOf(field, name);
      const parts = name === '' ? 0 : queries.count(rows, [[...having, ...more, condition]]).keys().length;
      return parts === 0 ? [] : [{ name, condition, parts }];
    });
  };
  const asked = [...dimensions, ...filters.map(({ dimension }) => dimension)];
  const inPeriod = named('level', [period], []);
  const levels = inPeriod.length > 0 ? inPeriod : named('level', [EVER], []);
  const [level] = levels.toSorted((a, b) => surplus(a.name, asked) - surplus(b.name, asked));
  if (level === undefined) return [{ field: 'level', is: 'one-of', values: [] }];
  // In the order of their length.
  const [stretch] = named('stretch', partsOfPeriod(period), [level.condition]).toSorted((a, b) => b.parts - a.parts);
  return stretch === undefined ? [level.condition] : [level.condition, stretch.condition];
}

function partsOfPeriod({ from, to }: DayRange): readonly DayRange[] {
  const days = Math.ceil((to - from + 1) / MOST_PARTS);
  return Array.from({ length: Math.ceil((to - from + 1) / days) }, (_, i) => ({
    from: from + i * days,
    to: Math.min(to, from + (i + 1) * days - 1),
  }));
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
