import type { CustomerValue, TrustNote } from './customer-value.ts';
import { formatNumber, formatPercent, type Locale } from './format.ts';

/**
 * What speaks against a prediction of customer value, a sentence each; empty where nothing does. `say` finds the words of the namespace
 * `clv`. Example: 40 customers who came back give 'Få kunder har kommit tillbaka: 40. Under hundra är modellen osäker.'
 */
export function trustSentences(
  { model, notes, repeaters }: Pick<CustomerValue, 'model' | 'notes' | 'repeaters'>,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
  locale: Locale,
): readonly string[] {
  const said = notes
    .filter(({ code }) => model !== null || code !== 'few-repeats')
    .map(({ code, value }) => say(`notes.${wordsOf(code, value)}`, { n: numberOf(code, value, locale) }));
  return model === null ? [say('notes.noModel', { n: formatNumber(repeaters, locale) }), ...said] : said;
}

const wordsOf = (code: TrustNote['code'], value: number): string =>
  code === 'hold-out-off' ? `hold-out-${value < 0 ? 'low' : 'high'}` : code;

function numberOf(code: TrustNote['code'], value: number, locale: Locale): string {
  if (code === 'hold-out-off') return formatPercent(Math.abs(value), locale, 0);
  return formatNumber(value, locale, code === 'spend-follows-frequency' ? 2 : 0);
}
