import { formatDate } from './format-period.ts';
import { chanceText, goalName, scopeText, type GoalSaying } from './goal-words.ts';
import type { Goal, GoalStatus } from './goals.ts';

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
  words: GoalSaying,
): readonly SmartLine[] {
  const { smart } = status;
  const texts = {
    specific: specificText(goal, smart.specific, words),
    measurable:
      smart.measurable && smart.dataTo !== null
        ? words.say('smart.measured', { day: formatDate(smart.dataTo, words.format.locale) })
        : words.say('smart.unmeasured'),
    achievable: achievableText(status, words),
    relevant: relevantText(goal, smart.relevant, goals, words),
    timeBound: smart.timeBound ? words.say('smart.daysLeft', { count: smart.daysLeft }) : words.say('smart.ended'),
  };
  return SMART_CHECKS.map((check) => ({ check, ok: smart[check], text: texts[check] }));
}

function specificText(goal: Goal, isSpecific: boolean, words: GoalSaying): string {
  const { say, kpiName } = words;
  const scope = scopeText(goal, words) ?? say('detail.company');
  const about = { scope, kpi: kpiName(goal.kpi).toLocaleLowerCase(words.format.locale) };
  if (!isSpecific) return say('smart.nobody');
  return goal.owner === null ? say('smart.filtered', about) : say('smart.owned', { ...about, owner: goal.owner });
}

function achievableText({ smart: { past }, projection }: GoalStatus, { say, format }: GoalSaying): string {
  const chance = projection?.chance ?? null;
  const share = chance === null ? '' : chanceText(chance, { say, format });
  if (past.of === 0) return chance === null ? say('smart.noPast') : say('smart.chanceOnly', { chance: share });
  const met = say('smart.past', { met: past.met, count: past.of });
  return chance === null
    ? say('smart.withoutChance', { past: met })
    : say('smart.withChance', { past: met, chance: share });
}

function relevantText(goal: Goal, isRelevant: boolean, goals: readonly Goal[], words: GoalSaying): string {
  const served = goals.find(({ id }) => id === goal.parent);
  if (served !== undefined) return words.say('smart.serves', { name: goalName(served, words) });
  return words.say(isRelevant ? 'smart.top' : 'smart.alone');
}
