import { formatRange } from '#shared/format-period.ts';
import { formatPercent, NO_VALUE } from '#shared/format.ts';
import { chanceText, neededForm, neededSize } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import type { ToldOf } from '#shared/told.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';
import { spreadText, valueText, type GoalWords } from './goal-words.model.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Whose passport it opens; null where there is no value. */
  readonly figure: ToldOf<'goal'>['figure'] | null;
}

/** What a goal's panel says in numbers, in the order it is asked: how far, how far it should be, where it ends, what it takes. */
export function goalFacts(goal: Goal, status: GoalStatus, words: GoalWords): readonly Fact[] {
  const { t, format, kpiName } = words;
  const { unit, actual, target, expected, projection, required, recent, needed, baseline, over, period, days } = status;
  const text = (value: number | null): string => (value === null ? NO_VALUE : valueText(value, unit, format));
  const ifKnown = (value: number | null, figure: ToldOf<'goal'>['figure']) => (value === null ? null : figure);
  const facts: (Fact | null)[] = [
    {
      name: t(period.open ? 'goals:detail.actual' : 'goals:detail.actualOver'),
      value: text(actual),
      figure: ifKnown(actual, 'actual'),
    },
    expected === null || !period.open || over === 'averages'
      ? null
      : { name: expectedName(status, words), value: text(expected), figure: ifKnown(expected, 'expected') },
    {
      name: t(over === 'averages' ? 'goals:detail.targetDirect' : 'goals:detail.target'),
      value: targetOf(status, words),
      figure: ifKnown(target, 'target'),
    },
    baseline === null
      ? null
      : {
          name: t('goals:detail.baseline', { period: formatRange(baseline.from, baseline.to, format.locale) }),
          value: text(baseline.value),
          figure: ifKnown(baseline.value, 'baseline'),
        },
    projection === null
      ? null
      : {
          name: t(projection.method === 'forecast' ? 'goals:detail.projection' : 'goals:detail.runRate'),
          value:
            projection.high === null
              ? text(projection.value)
              : t('goals:detail.interval', {
                  value: text(projection.value),
                  half: spreadText(projection.high - projection.value, projection.value, unit, format),
                }),
          figure: 'projection',
        },
    projection?.chance == null
      ? null
      : { name: t('goals:detail.chance'), value: chanceText(projection.chance, words), figure: 'chance' },
    required === null || target === null || status.state === 'reached'
      ? null
      : {
          name: t(`goals:detail.${goal.better === 'lower' ? 'allowed' : 'required'}${days === 'all' ? 'All' : ''}`, {
            count: required.days,
          }),
          value: text(required.value),
          figure: 'required',
        },
    recent === null || over !== 'adds'
      ? null
      : {
          name: t(`goals:detail.recent${days === 'all' ? 'All' : ''}`, { count: recent.days }),
          value: text(recent.value),
          figure: 'recent',
        },
    needed === null || goal.better === 'range'
      ? null
      : {
          name: t(`goals:detail.of.${neededForm(needed, goal)}`, {
            of: kpiName(needed.of).toLocaleLowerCase(format.locale),
          }),
          value: valueText(neededSize(needed, goal), needed.unit, format),
          figure: 'needed',
        },
  ];
  return facts.filter((fact) => fact !== null);
}

function targetOf({ target, upTo, unit }: GoalStatus, { t, format }: GoalWords): string {
  if (target === null) return NO_VALUE;
  const text = valueText(target, unit, format);
  return upTo === null ? text : t('goals:between', { from: text, to: valueText(upTo, unit, format) });
}

function expectedName({ over, spread }: GoalStatus, { t }: GoalWords): string {
  return t(`goals:detail.expected.${over === 'stands' ? 'stands' : spread}`);
}

/** What must be known to read the numbers right. */
export function goalNotes(goal: Goal, status: GoalStatus, { t, format }: GoalWords): readonly string[] {
  const { reason, state, elapsed, spread, projection, over } = status;
  return [
    reason === null ? null : reasonSentence(reason, t),
    state === 'early' ? t('goals:detail.early', { share: formatPercent(elapsed, format.locale, 0) }) : null,
    goal.spread.by === 'last-year' && spread !== 'last-year' && over === 'adds' ? t('goals:detail.noYearBefore') : null,
    projection === null
      ? null
      : t(projection.method === 'forecast' ? 'goals:detail.forecastNote' : 'goals:detail.runRateNote'),
    goal.definition === null ? null : t('goals:detail.frozen', { formula: goal.definition.formula }),
  ].filter((note) => note !== null);
}
