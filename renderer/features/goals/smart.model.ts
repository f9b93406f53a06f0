import { formatDate } from '#shared/format-period.ts';
import { goalName, scopeText } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { chanceText, type GoalWords } from './goal-words.model.ts';

export const SMART_CHECKS = ['specific', 'measurable', 'achievable', 'relevant', 'timeBound'] as const;

export interface SmartLine {
  readonly check: (typeof SMART_CHECKS)[number];
  /** Null where it cannot be told yet. */
  readonly ok: boolean | null;
  readonly text: string;
}

/** The five checks in words. */
export function smartLines(
  goal: Goal,
  status: GoalStatus,
  goals: readonly Goal[],
  words: GoalWords,
): readonly SmartLine[] {
  const { smart } = status;
  const texts = {
    specific: specificText(goal, smart.specific, words),
    measurable:
      smart.measurable && smart.dataTo !== null
        ? words.t('goals:smart.measured', { day: formatDate(smart.dataTo, words.format.locale) })
        : words.t('goals:smart.unmeasured'),
    achievable: achievableText(status, words),
    relevant: relevantText(goal, smart.relevant, goals, words),
    timeBound: smart.timeBound
      ? words.t('goals:smart.daysLeft', { count: smart.daysLeft })
      : words.t('goals:smart.ended'),
  };
  return SMART_CHECKS.map((check) => ({ check, ok: smart[check], text: texts[check] }));
}

function specificText(goal: Goal, isSpecific: boolean, words: GoalWords): string {
  const { t, kpiName } = words;
  const scope = scopeText(goal, words) ?? t('goals:detail.company');
  const about = { scope, kpi: kpiName(goal.kpi).toLocaleLowerCase(words.format.locale) };
  if (!isSpecific) return t('goals:smart.nobody');
  return goal.owner === null
    ? t('goals:smart.filtered', about)
    : t('goals:smart.owned', { ...about, owner: goal.owner });
}

function achievableText({ smart: { past }, projection }: GoalStatus, { t, format }: GoalWords): string {
  const chance = projection?.chance ?? null;
  const share = chance === null ? '' : chanceText(chance, { t, format });
  if (past.of === 0) return chance === null ? t('goals:smart.noPast') : t('goals:smart.chanceOnly', { chance: share });
  const met = t('goals:smart.past', { met: past.met, count: past.of });
  return chance === null
    ? t('goals:smart.withoutChance', { past: met })
    : t('goals:smart.withChance', { past: met, chance: share });
}

function relevantText(goal: Goal, isRelevant: boolean, goals: readonly Goal[], words: GoalWords): string {
  const served = goals.find(({ id }) => id === goal.parent);
  if (served !== undefined) return words.t('goals:smart.serves', { name: goalName(served, words) });
  return words.t(isRelevant ? 'goals:smart.top' : 'goals:smart.alone');
}
