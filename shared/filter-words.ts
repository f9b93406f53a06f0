import { formatPeriodText } from './format-period.ts';
import { formatNumber, type Locale } from './format.ts';
import type { Filter } from './question.ts';

/** What filters are told with; `say` finds the words of the namespace `filters`. */
export interface FilterWords {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly locale: Locale;
  /** A member as it is shown, the unknown one included. */
  readonly member: (name: string | null, dimension: string) => string;
  readonly kpi: (reference: string) => string;
}

/**
 * What a filter asks of its field, to stand behind the field's name. Example: `in` with West and East is 'West, East', `not-in`
 * 'inte West, East', `between` from 100 on 'från 100', `period` of last-12-months 'senaste 12 hela månaderna'.
 */
export function filterCondition(filter: Filter, words: FilterWords): string {
  const { say, locale } = words;
  switch (filter.op) {
    case 'in':
    case 'not-in': {
      const names = filter.values.map((name) => words.member(name, filter.dimension)).join(', ');
      const values = names === '' ? say('none') : names;
      return filter.op === 'in' ? values : say('not-in', { values });
    }
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return say(filter.op, { text: filter.text });
    case 'blank':
    case 'not-blank':
      return say(filter.op);
    case 'between':
      return betweenText(filter, words);
    case 'period':
      return periodWords(filter.period, words);
    case 'top':
      return say(filter.lowest === true ? 'lowest' : 'top', {
        n: formatNumber(filter.n, locale),
        kpi: words.kpi(filter.by),
      });
  }
}

function betweenText(
  { from, to }: Extract<Filter, { readonly op: 'between' }>,
  { say, locale }: Pick<FilterWords, 'say' | 'locale'>,
): string {
  const number = (value: number): string => formatNumber(value, locale, 4, 0);
  if (from !== null && to !== null)
    return from === to ? number(from) : say('between', { from: number(from), to: number(to) });
  if (from !== null) return say('from', { from: number(from) });
  return to === null ? say('not-blank') : say('to', { to: number(to) });
}

/**
 * A period text as people say it, a relative one too. Example: 'this-month' is 'den här månaden', '2026-Q3' 'kv 3 2026'.
 */
export function periodWords(text: string, { say, locale }: Pick<FilterWords, 'say' | 'locale'>): string {
  const rolling = /^last-(\d{1,4})-(day|week|month|quarter|year)s?$/i.exec(text);
  if (rolling?.[2] !== undefined) return say(`rolling.${rolling[2].toLowerCase()}`, { count: Number(rolling[1]) });
  const named = /^(latest|this|last)-((?:fiscal-)?(?:day|week|month|quarter|year))$/i.exec(text);
  if (named?.[1] !== undefined && named[2] !== undefined)
    return say(`${named[1].toLowerCase()}.${named[2].toLowerCase()}`);
  return text.toLowerCase() === 'all' ? say('all') : formatPeriodText(text, locale);
}
