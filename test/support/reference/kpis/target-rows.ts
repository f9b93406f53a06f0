import { shift, spreadMean, spreadSum, type Cell, type Source } from '../cell.ts';
import { passes } from '../filters.ts';
import type { Num } from '../numbers.ts';
import { num, present, text, type Row } from '../rows.ts';
import { whole } from '../time.ts';

/** What a target can name, the largest first. */
const LEVELS = ['region', 'team', 'category', 'product', 'rep'];

const startOf = (row: Row): number => num(row, 'start') ?? 0;
const endOf = (row: Row): number => num(row, 'until_day') ?? 0;

/**
 * Targets of a KPI that belong together: of the level that has all that is asked (who, where, what) and names least beside, and
 * of its lengths the shortest that fills as much of the period as any. The others are the same money once more. Levels are
 * those of the question's period, else those there are.
 */
export function targetsFor(cell: Cell, kpi: string): Source {
  const { from, to } = cell.period;
  const asked = [...cell.members.map(([dimension]) => dimension), ...cell.filters.map(({ dimension }) => dimension)];
  const fits = (row: Row): boolean =>
    row['target_kpi'] === kpi &&
    present(row, 'value') &&
    cell.members.every(([dimension]) => present(row, dimension)) &&
    cell.filters.every((filter) => passes(row, filter, cell.world));
  const rows = (cell.world.tables['target'] ?? []).filter(fits);
  const inPeriod = rows.filter((row) => startOf(row) <= to && endOf(row) >= from);
  const surplus = (level: string): number =>
    level
      .split(' ')
      .filter((name) => name !== 'all' && !asked.includes(name))
      .reduce((sum, name) => sum + 100 + LEVELS.indexOf(name), 0);
  const levels = (inPeriod.length > 0 ? inPeriod : rows).map((row) => text(row, 'level') ?? '');
  const level = levels.toSorted((a, b) => surplus(a) - surplus(b))[0] ?? 'none';
  const own = inPeriod.filter((row) => row['level'] === level);
  const filled = (length: string): number => {
    const same = own.filter((row) => row['length'] === length);
    const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return days.filter((day) => same.some((row) => startOf(row) <= day && endOf(row) >= day)).length;
  };
  const lengths = [...new Set(own.map((row) => text(row, 'length') ?? ''))];
  const [length] = lengths.toSorted((a, b) => filled(b) - filled(a) || Number(a) - Number(b));
  const where = { target_kpi: [kpi], level: [level], ...(length === undefined ? {} : { length: [length] }) };
  return { kind: 'target', date: 'start', nature: 'spread', until: 'until_day', where };
}

export const targetSoFar = (cell: Cell, kpi: string): Num => spreadSum(cell, targetsFor(cell, kpi), 'value');
export const wholeTarget = (cell: Cell, kpi: string): Num => targetSoFar(shift(cell, whole), kpi);

/** KPIs that add up over time; of the others a target is a level, and its mean by the time it takes is what is due. */
const ADDING =
  /^(revenue|gross-profit|orders|units|sales-by-location:amount|monthly-progress:amount|active-customers|new-customers|won-back|lost-customers|bookings:(won|orders|invoiced)|weighted-pipeline:(probability|stage-weights)|calls|emails|meetings|demos:(all|done|from-deals)|quota)(:|$)/;

/** What is due of a KPI by now. */
export function targetOf(cell: Cell, ref: string): Num {
  const [kpi = ''] = ref.split(':');
  const source = targetsFor(cell, kpi);
  return ADDING.test(ref) ? spreadSum(cell, source, 'value') : spreadMean(cell, source, 'value');
}
