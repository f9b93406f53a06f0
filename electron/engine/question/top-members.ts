import type { TopMembers } from '../ports/column-queries.ts';
import type { QuestionContext } from './context.ts';
import { levelOf, type Level } from './levels.ts';
import { keysWithRows } from './rows-used.ts';
import { measureReader } from './measure-reader.ts';
import { compareLabels } from './member-order.ts';
import { memberNames } from './member-names.ts';
import type { Plan } from './plan.ts';
import { valueOf } from './value-of.ts';

/**
 * The members of the last row dimension with the highest values of the first KPI over the whole period, under each
 * combination of the text dimensions before it; dates before it do not split the ranking. Equal values go by name.
 * Null without `top` and where there are no more members than it keeps.
 */
export function topMembers(plan: Plan, context: QuestionContext): TopMembers | null {
  const [kpi] = plan.kpis;
  const texts = plan.rows.filter(({ type }) => type === 'text');
  const last = texts.at(-1);
  const { top } = plan.question;
  if (top === undefined || kpi === undefined || last?.type !== 'text') return null;
  const ranking: Plan = { ...plan, rows: texts, columns: [], kpis: [kpi] };
  const reader = measureReader(ranking, context);
  const level: Level = levelOf(ranking, context.queries, texts.length, 0, null);
  const names = memberNames(context.queries, last.dimension);
  const byParent = new Map<
    string,
    { readonly codes: readonly number[]; readonly value: number; readonly name: string }[]
  >();
  for (const group of keysWithRows(reader, level, kpi.inputs)) {
    const codes = level.breakdown.codes(group);
    const parent = codes.slice(0, -1).join();
    const value = valueOf(reader, level, { group, slot: 0 }, kpi).value ?? -Infinity;
    const siblings = byParent.get(parent) ?? [];
    siblings.push({ codes, value, name: names[codes.at(-1) ?? 0] ?? '' });
    byParent.set(parent, siblings);
  }
  const groups = [...byParent.values()];
  if (groups.every(({ length }) => length <= top)) return null;
  const keep = groups.flatMap((siblings) =>
    siblings
      .sort((a, b) => (a.value === b.value ? compareLabels(a.name, b.name) : b.value - a.value))
      .slice(0, top)
      .map(({ codes }) => codes),
  );
  return { depth: texts.length - 1, keep };
}
