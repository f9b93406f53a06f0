import { formatCompact, formatPercent, joined, type FormatContext } from './format.ts';
import type { GoalStatus, GoalTerms } from './goals.ts';
import type { Unit } from './units.ts';

/** What goals are told with; `say` finds the words of the namespace `goals`. */
export interface GoalSaying {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly format: FormatContext;
  readonly kpiName: (reference: string) => string;
  /** Unit of a KPI, as the catalogue has it. */
  readonly unitOf: (reference: string) => Unit;
  /** A member as it is shown, the unknown one included. */
  readonly member: (name: string | null, dimension: string) => string;
}

/** Percent without decimals that say nothing: '5 %', '2,5 %'. */
function shareText(value: number, { locale }: FormatContext): string {
  const decimals = Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1;
  return formatPercent(value, locale, decimals);
}

/** A whole amount loses its zeroes: '200 tkr', not '200,0 tkr'; '25,6 mkr'. */
function targetValue(value: number, unit: Unit, format: FormatContext): string {
  if (unit === 'ratio') return shareText(value, format);
  const { number, unit: word } = formatCompact(value, unit, format);
  const decimals = format.locale === 'sv-SE' ? /,(\d*?)0+$/ : /\.(\d*?)0+$/;
  const bare = number.replace(decimals, (whole, kept: string) => (kept === '' ? '' : whole.charAt(0) + kept));
  return joined({ number: bare, unit: word }, format.locale);
}

/** A target as it was set. Example: '+5 %', '+190 tkr i månaden', 'högst 4 h', '10–12 %'. */
export function targetText(
  { target, upTo, per, better }: Pick<GoalTerms, 'target' | 'upTo' | 'per' | 'better'>,
  unit: Unit,
  { say, format }: Pick<GoalSaying, 'say' | 'format'>,
): string {
  const isChange = target.shape === 'difference' || target.shape === 'percentage';
  const one = (value: number): string => {
    const text = target.shape === 'percentage' ? shareText(value, format) : targetValue(value, unit, format);
    return isChange && value > 0 ? `+${text}` : text;
  };
  const text =
    upTo !== null
      ? say('between', { from: one(target.value), to: one(upTo) })
      : better === 'lower' && !isChange
        ? say('atMost', { target: one(target.value) })
        : one(target.value);
  return per === 'month' && target.shape !== 'percentage' ? say('perMonth', { target: text }) : text;
}

/** Whose it is: the members that filters name; null for the whole company. */
export function scopeText(
  { filters }: Pick<GoalTerms, 'filters'>,
  { member }: Pick<GoalSaying, 'member'>,
): string | null {
  const names = filters.map((filter) =>
    'values' in filter ? filter.values.map((name) => member(name, filter.dimension)).join(', ') : filter.dimension,
  );
  return names.length === 0 ? null : names.join(' · ');
}

/** What a goal is called. Example: 'Intäkter +5 %', 'Samtal 300 i månaden · Syd'. */
export function goalName(goal: GoalTerms, words: GoalSaying): string {
  if (goal.name !== null) return goal.name;
  const scope = scopeText(goal, words);
  const text = `${words.kpiName(goal.kpi)} ${targetText(goal, words.unitOf(goal.kpi), words)}`;
  return scope === null ? text : `${text} · ${scope}`;
}

/** The word of a state: a goal that is not for more is not ahead but within, and over rather than missed. */
export function stateKey(
  { better }: Pick<GoalTerms, 'better'>,
  { state, over }: Pick<GoalStatus, 'state' | 'over'>,
): string {
  if (state === 'ahead' && better !== 'higher' && over !== 'adds') return 'state.within';
  return state === 'missed' && better !== 'higher' ? 'state.over' : `state.${state}`;
}

/** A chance, never said to be certain. Example: 0.998 is 'över 99 %'. */
export function chanceText(chance: number, { say, format }: Pick<GoalSaying, 'say' | 'format'>): string {
  const share = (value: number): string => formatPercent(value, format.locale, 0);
  if (chance > 0.99) return say('chanceOver', { chance: share(0.99) });
  return chance < 0.01 ? say('chanceUnder', { chance: share(0.01) }) : share(chance);
}

/**
 * What a ratio's numerator is told to have: more needed or a margin where more is better, else room left or too much.
 * Example: lost customers that may be 3 more for churn to stay below 5 % are 'room'.
 */
export function neededForm(
  { value }: Pick<NonNullable<GoalStatus['needed']>, 'value'>,
  { better }: Pick<GoalTerms, 'better'>,
): 'needed' | 'margin' | 'room' | 'over' {
  if (better === 'higher') return value > 0 ? 'needed' : 'margin';
  return value >= 0 ? 'room' : 'over';
}

/**
 * The size of what a ratio's numerator needs more of or has to spare, as it is shown: whole things are needed whole, and spared whole.
 * Example: 2.5 won deals more where more is better is 3; −2.3 is a margin of 2.
 */
export function neededSize(
  { value, unit }: Pick<NonNullable<GoalStatus['needed']>, 'value' | 'unit'>,
  { better }: Pick<GoalTerms, 'better'>,
): number {
  const isNeed = value > 0 === (better === 'higher');
  const size = Math.abs(value);
  return unit !== 'count' ? size : isNeed ? Math.ceil(size - 1e-9) : Math.floor(size + 1e-9);
}
