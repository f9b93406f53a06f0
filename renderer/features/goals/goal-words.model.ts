import type { TFunction } from 'i18next';
import { formatCompact, formatNumber, formatScaled, joined, type FormatContext } from '#shared/format.ts';
import { chanceText, stateKey, type GoalSaying } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import type { Unit } from '#shared/units.ts';
import type { Tone } from '../../ui/badge.tsx';

/** What goals are said with on the screen. */
export interface GoalWords extends GoalSaying {
  readonly t: TFunction;
}

/** In a cell with nothing to say. */
export const BLANK = '\u00a0';

export const valueText = (value: number, unit: Unit, format: FormatContext): string =>
  joined(formatCompact(value, unit, format), format.locale);

/** The word of a state and its colour; none that means anything before a fifth of the period. */
export function stateBadge(
  { better }: Pick<Goal, 'better'>,
  { state, over, attained, projection }: Pick<GoalStatus, 'state' | 'over' | 'attained' | 'projection'>,
  { t, say, format }: Pick<GoalWords, 't' | 'say' | 'format'>,
): { readonly tone: Tone; readonly text: string; readonly figure?: 'chance' } {
  const chance = projection?.chance ?? null;
  const word = t(`goals:${stateKey({ better }, { state, over })}`);
  switch (state) {
    case 'ahead':
    case 'reached':
      return { tone: 'good', text: word };
    case 'near':
      return { tone: 'warn', text: word };
    case 'behind':
      return chance !== null && (attained ?? 0) > 0.9
        ? { tone: 'bad', text: t('goals:chance', { chance: chanceText(chance, { say, format }) }), figure: 'chance' }
        : { tone: 'bad', text: word };
    case 'missed':
      return { tone: 'bad', text: word };
    case 'waiting':
    case 'no-value':
    case 'early':
    case 'incomplete':
      return { tone: 'neutral', text: word };
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
