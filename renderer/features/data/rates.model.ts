import type { TFunction } from 'i18next';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { FROM_THE_START, readRates, type Rate, type ReadRates } from '#shared/rates.ts';

/** The day a rate counts from, as people say it. */
export function fromText(t: TFunction, { from }: Rate, locale: Locale): string {
  return from === FROM_THE_START ? t('data:rates.always') : formatDate(from, locale);
}

/** At least two decimals, all that the rate has. */
export function rateText({ rate }: Rate, locale: Locale): string {
  return formatNumber(rate, locale, 8, 2);
}

export interface TypedRates extends ReadRates {
  /** What is wrong with the text; null where nothing is, or nothing is typed yet. */
  readonly error: string | null;
}

/** What a text typed or pasted gives. The workspace's own currency has no rate. */
export function typedRates(t: TFunction, text: string, base: string, locale: Locale): TypedRates {
  const read = readRates(text);
  const [line] = read.unread;
  if (line !== undefined) {
    const count = read.unread.length;
    return { ...read, error: t('data:rates.unread', { count, n: formatNumber(count, locale), line }) };
  }
  const own = read.rates.some(({ currency }) => currency === base);
  return { ...read, error: own ? t('data:rates.own', { base }) : null };
}
