import { civilOf, parseIsoDate } from '../calendar.ts';
import { formatDayMonth, formatRange } from '../format-period.ts';
import {
  formatGrowth,
  formatPercent,
  formatScaledSigned,
  moneyUnit,
  NO_VALUE,
  type FormatContext,
  type MoneyScale,
} from '../format.ts';
import type { Answer, AnswerCell, Reason, ResolvedPeriod } from '../question.ts';
import { needsText } from '../needs-words.ts';
import { storedValue, type Say } from '../stored-words.ts';

/** What every tile needs to speak: the catalogue, the locale and the page's one money scale. */
export interface Words {
  /** Whose members are named. */
  readonly dimension?: string;
  readonly t: Say;
  readonly format: FormatContext;
  readonly scale: MoneyScale;
  /** A member's name as it is shown, where it is not shown as it is stored. */
  readonly member?: (name: string, dimension: string) => string;
}

export const scaleWord = ({ scale, format }: Words): string => moneyUnit(scale.step, format);

/**
 * A period as it counts: an open one only through its last day with data.
 * Example: 2026 through 31 October is 'jan–okt 2026', through the 30th '2026 t.o.m. 30 okt'.
 */
export function periodName(
  { from, to, open, through }: ResolvedPeriod,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  const { locale } = format;
  if (!open || isMonthEnd(through)) return formatRange(from, open ? through : to, locale);
  return t('overview:state.through', { period: formatRange(from, to, locale), day: formatDayMonth(through, locale) });
}

function isMonthEnd(iso: string): boolean {
  const day = parseIsoDate(iso);
  return day !== null && civilOf(day + 1).day === 1;
}

/** The comparison's name; the bare year for a year or its beginning. Null without comparison. */
export function compareName(answer: Answer, { locale }: FormatContext): string | null {
  const { comparePeriod, period } = answer;
  if (comparePeriod === null) return null;
  const { from, to } = comparePeriod;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const fromNewYear = from.endsWith('-01-01') && period.from.endsWith('-01-01') && from !== period.from;
  return sameYear && fromNewYear ? from.slice(0, 4) : formatRange(from, to, locale);
}

/** The short names of both sides, for a chart's ends: '2025' and '2026', or the whole ranges. */
export function sideNames(answer: Answer, words: Pick<Words, 't' | 'format'>): readonly [string, string] {
  const before = compareName(answer, words.format) ?? '';
  const { from, to } = answer.period;
  const now =
    /^\d{4}$/.test(before) && from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : periodName(answer.period, words);
  return [before, now];
}

/** "pågår, t.o.m. 31 okt", null for a closed period. */
export function openState({ open, through }: ResolvedPeriod, t: Say, { locale }: FormatContext): string | null {
  return open ? t('overview:state.open', { day: formatDayMonth(through, locale) }) : null;
}

/** Why there is no value, in a sentence. */
export function reasonSentence(reason: Reason | null, t: Say): string {
  if (reason === null) return t('kpis:reasons.no-data');
  if (reason.code === 'needs-data' && reason.needs.length > 0) {
    return t('overview:needs', { needs: needsText(reason.needs, t) });
  }
  return t(`kpis:reasons.${reason.code}`);
}

/** A member of a dimension as shown: the unknown one has a name too. */
export function memberName(
  member: string | null | undefined,
  t: Say,
  dimension = '',
  shown: Words['member'] = (name) => storedValue(t, dimension, name),
): string {
  return member === null || member === undefined || member === '' ? t('overview:unknown') : shown(member, dimension);
}

/**
 * Growth of money for a table. From zero or less it has no percentage: a member with nothing before is new, the rest a dash, and
 * `reason` says why. Example: 55 000 from 0 is 'ny', 20 000 from −10 000 is '–' with the difference +30,0 tkr in the reason.
 */
export function growthWords(
  cell: AnswerCell,
  words: Words,
  decimals = 0,
): { readonly text: string; readonly reason: string | null } {
  const { t, format, scale } = words;
  const { value = null, difference = null, ratio = null } = cell.compare ?? {};
  if (ratio !== null) return { text: formatGrowth(ratio, format.locale, decimals), reason: null };
  if (value === null || difference === null) return { text: NO_VALUE, reason: null };
  const why = t('kpis:reasons.base-not-positive');
  const isMember = cell.row.length > 0 && !cell.other;
  if (value === 0) return { text: isMember && difference > 0 ? t('overview:new') : NO_VALUE, reason: why };
  const size = `${formatScaledSigned(difference, scale, format.locale)} ${scaleWord(words)}`;
  return { text: NO_VALUE, reason: `${t('charts:difference')} ${size}. ${why}` };
}

/**
 * What becomes of rows without cost in a KPI that cost enters: they are left out, or taken for free. Either way the part of
 * revenue that has a cost belongs beside it. Null for other KPIs.
 */
export function costlessRows(kpi: string, variant: string): 'left-out' | 'free' | null {
  if (kpi === 'gross-margin') return variant === 'net' ? 'free' : 'left-out';
  return kpi === 'gross-profit' ? 'left-out' : null;
}

/** The part of revenue whose cost is known, null where it is all of it. Example: 0.82 is '82 %', 0.998 is '99,8 %', 1 null. */
export function coverageText(coverage: number | null | undefined, { locale }: FormatContext): string | null {
  if (coverage == null || coverage >= 1) return null;
  const share = formatPercent(coverage, locale, coverage < 0.995 ? 0 : 1);
  return share === formatPercent(1, locale, 1) ? null : share;
}

/** With the part of revenue whose cost is known, where a KPI goes by cost. */
export function withCostShare(kpis: readonly string[]): string[] {
  const isCosted = kpis.some((kpi) => costlessRows(kpi, '') !== null);
  return [...new Set([...kpis, ...(isCosted ? ['cost-coverage'] : [])])];
}
