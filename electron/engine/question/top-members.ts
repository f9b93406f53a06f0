import type { QuestionContext } from './context.ts';
import { levelOf } from './levels.ts';
import { keysWithRows } from './rows-used.ts';
import { measureReader } from './measure-reader.ts';
import { compareLabels } from './member-order.ts';
import { memberNames } from './member-names.ts';
import type { Plan, TextDimension } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import { valueOf } from './value-of.ts';

export interface Ranking {
  readonly n: number;
  readonly lowest: boolean;
  readonly kpi: PlannedKpi;
}

interface Ranked {
  readonly code: number;
  readonly value: number | null;
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
  const byParent = new Map<string, { readonly parent: readonly number[]; readonly members: Ranked[] }>();
  for (const group of keysWithRows(reader, level, kpi.inputs)) {
    const codes = level.breakdown.codes(group);
    const parent = codes.slice(0, -1);
    const key = parent.join();
    const siblings = byParent.get(key) ?? { parent, members: [] };
    byParent.set(key, siblings);
    siblings.members.push({ code: codes.at(-1) ?? 0, value: valueOf(reader, level, { group, slot: 0 }, kpi).value });
  }
  const names = memberNames(queries, dimension);
  const groups = [...byParent.values()].map(({ parent, members }) => ({
    parent,
    size: members.length,
    best: firstOf(members, n, lowest, names),
  }));
  return {
    keep: groups.flatMap(({ parent, best }) => best.map(({ code }) => [...parent, code])),
    most: Math.max(0, ...groups.map(({ size }) => size)),
    valued: groups.flatMap(({ best }) => best.flatMap(({ code, value }) => (value === null ? [] : [code]))),
  };
}

/** Only those that can be among the first are put in order. */
function firstOf(members: readonly Ranked[], n: number, lowest: boolean, names: readonly string[]): readonly Ranked[] {
  const rank = ({ value }: Ranked): number => (value === null ? Infinity : lowest ? value : -value);
  const last = Float64Array.from(members, rank).sort()[Math.min(n, members.length) - 1] ?? Infinity;
  return members
    .filter((member) => rank(member) <= last)
    .sort((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      return left === right ? compareLabels(names[a.code] ?? '', names[b.code] ?? '') : left - right;
    })
    .slice(0, n);
}
