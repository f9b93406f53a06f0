import type { TFunction } from 'i18next';
import {
  formatCompact,
  formatNumber,
  formatPercent,
  formatScaled,
  joined,
  type FormatContext,
} from '#shared/format.ts';
import type { Goal, GoalStatus, GoalTerms } from '#shared/goals.ts';
import type { Unit } from '#shared/units.ts';
import type { Tone } from '../../ui/badge.tsx';

/** What goals are said with. */
export interface GoalWords {
  readonly t: TFunction;
  readonly format: FormatContext;
  readonly kpiName: (reference: string) => string;
  /** Unit of a KPI, as the catalogue has it. */
  readonly unitOf: (reference: string) => Unit;
  readonly member: (name: string | null, dimension: string) => string;
}

export const valueText = (value: number, unit: Unit, format: FormatContext): string =>
  joined(formatCompact(value, unit, format), format.locale);

/** Percent without decimals that say nothing: '5 %', '2,5 %'. */
function shareText(value: number, { locale }: FormatContext): string {
  const decimals = Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1;
  return formatPercent(value, locale, decimals);
}

/** A whole amount loses its zeroes: '200 tkr', not '200,0 tkr'; '25,6 mkr'. */
function targetValue(value: number, unit: Unit, format: FormatContext): string {
  if (unit === 'ratio') return shareText(value, format);
  const { number, unit: word } = formatCompact(value, unit, format);
  return joined({ number: number.replace(/([.,]\d*?)0+$/, '$1').replace(/[.,]$/, ''), unit: word }, format.locale);
}

/** A target as it was set. Example: '+5 %', '+190 tkr i månaden', 'högst 4 h', '10–12 %'. */
export function targetText(
  { target, upTo, per, better }: Pick<GoalTerms, 'target' | 'upTo' | 'per' | 'better'>,
  unit: Unit,
  { t, format }: Pick<GoalWords, 't' | 'format'>,
): string {
  const isChange = target.shape === 'difference' || target.shape === 'percentage';
  const one = (value: number): string => {
    const text = target.shape === 'percentage' ? shareText(value, format) : targetValue(value, unit, format);
    return isChange && value > 0 ? `+${text}` : text;
  };
  const text =
    upTo !== null
      ? t('goals:between', { from: one(target.value), to: one(upTo) })
      : better === 'lower' && !isChange
        ? t('goals:atMost', { target: one(target.value) })
        : one(target.value);
  return per === 'month' && target.shape !== 'percentage' ? t('goals:perMonth', { target: text }) : text;
}

/** Whose it is: the members that filters name; null for the whole company. */
export function scopeText({ filters }: Pick<Goal, 'filters'>, { member }: Pick<GoalWords, 'member'>): string | null {
  const names = filters.map((filter) =>
    'values' in filter ? filter.values.map((name) => member(name, filter.dimension)).join(', ') : filter.dimension,
  );
  return names.length === 0 ? null : names.join(' · ');
}

/** What a goal is called. Example: 'Intäkter +5 %', 'Samtal 300 i månaden · Syd'. */
export function goalName(goal: GoalTerms, words: GoalWords): string {
  if (goal.name !== null) return goal.name;
  const scope = scopeText(goal, words);
  const text = `${words.kpiName(goal.kpi)} ${targetText(goal, words.unitOf(goal.kpi), words)}`;
  return scope === null ? text : `${text} · ${scope}`;
}

/** A chance, never said to be certain. Example: 0.998 is 'över 99 %'. */
export function chanceText(chance: number, { t, format }: Pick<GoalWords, 't' | 'format'>): string {
  const share = (value: number): string => formatPercent(value, format.locale, 0);
  if (chance > 0.99) return t('goals:chanceOver', { chance: share(0.99) });
  return chance < 0.01 ? t('goals:chanceUnder', { chance: share(0.01) }) : share(chance);
}

/** The word of a state and its colour; none that means anything before a fifth of the period. */
export function stateBadge(
  { better }: Pick<Goal, 'better'>,
  { state, over, attained, projection }: Pick<GoalStatus, 'state' | 'over' | 'attained' | 'projection'>,
  { t, format }: Pick<GoalWords, 't' | 'format'>,
): { readonly tone: Tone; readonly text: string } {
  const chance = projection?.chance ?? null;
  switch (state) {
    case 'ahead':
      return {
        tone: 'good',
        text: t(better === 'higher' || over === 'adds' ? 'goals:state.ahead' : 'goals:state.within'),
      };
    case 'near':
      return { tone: 'warn', text: t('goals:state.near') };
    case 'behind':
      return chance !== null && chance >= 0.01 && (attained ?? 0) > 0.9
        ? { tone: 'bad', text: t('goals:chance', { chance: chanceText(chance, { t, format }) }) }
        : { tone: 'bad', text: t('goals:state.behind') };
    case 'reached':
      return { tone: 'good', text: t('goals:state.reached') };
    case 'missed':
      return { tone: 'bad', text: t(better === 'higher' ? 'goals:state.missed' : 'goals:state.over') };
    case 'waiting':
    case 'no-value':
    case 'early':
    case 'incomplete':
      return { tone: 'neutral', text: t(`goals:state.${state}`) };
  }
}

/** States that colour a bar: what falls short is red. */
export function barTone({ state }: Pick<GoalStatus, 'state'>): 'actual' | 'bad' | 'quiet' {
  if (state === 'behind' || state === 'missed') return 'bad';
  return state === 'early' || state === 'incomplete' ? 'quiet' : 'actual';
}

/** A number in a field, and back. Shares are written in per cent. */
export const typedScale = (shape: Goal['target']['shape'], unit: Unit): number =>
  shape === 'percentage' || unit === 'ratio' ? 100 : 1;

export function fieldNumber(value: number, { locale }: FormatContext): string {
  return formatNumber(value, locale, 4, 0);
}

/** How far a value may be off, on the value's own scale: ± 0,85 beside 33,64 mkr. */
export function spreadText(half: number, beside: number, unit: Unit, format: FormatContext): string {
  if (unit !== 'money') return formatCompact(half, unit, format).number;
  const size = Math.abs(beside);
  const step = size >= 999_950_000 ? 'billion' : size >= 999_950 ? 'million' : size >= 9999.5 ? 'thousand' : 'one';
  return formatScaled(half, { step, decimals: step === 'one' ? 0 : step === 'thousand' ? 1 : 2 }, format.locale);
}
