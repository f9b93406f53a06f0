import type { QuestionContext } from './context.ts';
import { levelOf, pathsOf } from './levels.ts';
import { keysWithRows } from './rows-used.ts';
import { measureReader } from './measure-reader.ts';
import { compareMembers } from './member-order.ts';
import { memberNames } from './member-names.ts';
import type { Plan, TextDimension } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import { valueOf } from './value-of.ts';

export interface Ranking {
  readonly n: number;
  readonly lowest: boolean;
  readonly kpi: PlannedKpi;
}

/**
 * The members of a dimension with the highest (lowest) values of a KPI over a plan's period and filters, under each combination of
 * the dimensions `under`: codes of the combination, then of the member, the best first. Equal values go by name, members without
 * value come last. `most` is how many there are under any one combination.
 */
export function bestMembers(
  plan: Plan,
  under: readonly TextDimension[],
  dimension: string,
  { n, lowest, kpi }: Ranking,
  context: QuestionContext,
): { readonly keep: readonly (readonly number[])[]; readonly most: number; readonly valued: readonly number[] } {
  const { queries } = context;
  const texts = [...under, { type: 'text', dimension, top: null } as const];
  const ranking: Plan = { ...plan, rows: texts.map((one) => ({ ...one, order: null })), columns: [], kpis: [kpi] };
  const reader = measureReader(ranking, context);
  const level = levelOf(ranking, queries, texts.length, 0);
  const groups = keysWithRows(reader, level, kpi.inputs);
  const steps = pathsOf(level, groups);
  const above = steps.slice(0, -1);
  const codes = steps.at(-1) ?? [];
  const read = valueOf(reader, level, kpi);
  const ranks = new Float64Array(groups.length);
  const byParent = new Map<string, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const { value } = read({ group: groups[i] ?? 0, slot: 0 });
    ranks[i] = value === null ? Infinity : lowest ? value : -value;
    const parent = above.length === 0 ? '' : above.map((step) => step[i] ?? 0).join();
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [i]);
    else siblings.push(i);
  }
  const inOrder = compareMembers(dimension, memberNames(queries, dimension));
  const compare = (a: number, b: number): number =>
    (ranks[a] ?? 0) === (ranks[b] ?? 0) ? inOrder(codes[a] ?? 0, codes[b] ?? 0) : (ranks[a] ?? 0) - (ranks[b] ?? 0);
  const best = [...byParent.values()].flatMap((siblings) => firstOf(siblings, n, ranks, compare));
  return {
    keep: best.map((i) => steps.map((step) => step[i] ?? 0)),
    most: Math.max(0, ...[...byParent.values()].map(({ length }) => length)),
    valued: best.flatMap((i) => (ranks[i] === Infinity ? [] : (codes[i] ?? 0))),
  };
}

/** Only those that can be among the first are put in order. */
function firstOf(
  members: readonly number[],
  n: number,
  ranks: Float64Array,
  compare: (a: number, b: number) => number,
): readonly number[] {
  const last = nthSmallest(
    Float64Array.from(members, (member) => ranks[member] ?? 0),
    n,
  );
  return members
    .filter((member) => (ranks[member] ?? 0) <= last)
    .sort(compare)
    .slice(0, n);
}

/** Infinity of fewer numbers. Of those looked at, the n smallest are a heap with the largest of them on top. */
function nthSmallest(numbers: Float64Array, n: number): number {
  if (numbers.length <= n) return Infinity;
  const heap = numbers.slice(0, n).sort().reverse();
  for (let i = n; i < numbers.length; i++) {
    const number = numbers[i] ?? 0;
    if (number >= (heap[0] ?? -Infinity)) continue;
    let at = 0;
    for (let child = 1; child < n; child = 2 * at + 1) {
      if ((heap[child + 1] ?? -Infinity) > (heap[child] ?? 0)) child += 1;
      if ((heap[child] ?? 0) <= number) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = number;
  }
  return heap[0] ?? Infinity;
}
