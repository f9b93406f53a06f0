import { formatRange } from '../format-period.ts';
import {
  formatCompact,
  formatGrowth,
  formatNumber,
  formatPercent,
  formatScaledSigned,
  joined,
  moneyScale,
  moneyUnit,
} from '../format.ts';
import { scopeText } from '../goal-words.ts';
import type { Insight, InsightOpens, InsightPart, InsightWord } from '../insights.ts';
import { saidPieces, type PutNumber, type SaidPiece } from '../said-pieces.ts';
import { memberName, type Words } from './tile-words.ts';

export interface InsightWords extends Pick<Words, 't' | 'format' | 'member'> {
  readonly dimensionOf: (dimension: string) => string;
  readonly kpiName: (reference: string) => string;
}

/** A stretch of an insight; a number of the data with whose passport it opens. */
export type InsightPiece = SaidPiece<InsightOpens>;

/** An insight as it is read: what it says, and the numbers behind in a second line. Example: 'Tio kunder står för 52 % av intäkterna' and '240 kunder köpte i perioden.' */
export function insightText(insight: Insight, words: InsightWords): { readonly title: string; readonly text: string } {
  const { title, text } = insightPieces(insight, words);
  const plain = (pieces: readonly InsightPiece[]): string => pieces.map((piece) => piece.text).join('');
  return { title: plain(title), text: plain(text) };
}

/** The same in pieces, so that every number can be opened. Example: 'Revenue rose by ', '50.0 k SEK', ' (', '+20%', '), by customer'. */
export function insightPieces(
  { rule, form, count, countOpens, parts, change, words: said }: Insight,
  words: InsightWords,
): { readonly title: readonly InsightPiece[]; readonly text: readonly InsightPiece[] } {
  const line = (name: string): readonly InsightPiece[] =>
    saidPieces((put) =>
      words.t(`insights:${rule}.${form}.${name}`, {
        ...Object.fromEntries(
          Object.entries(said).map(([key, word]) => [
            key,
            put(wordText(word, words), 'opens' in word ? word.opens : null),
          ]),
        ),
        parts: partsText(parts, change ?? 0, words, put),
        count,
        n: put(counted(count, words).n, countOpens),
      }),
    );
  return { title: line('title'), text: line('text') };
}

/** `count` chooses singular or plural, `n` is how it is written. Example: 1711 is '1 711'. */
const counted = (count: number, { format }: Pick<Words, 'format'>) => ({
  count,
  n: formatNumber(count, format.locale),
});

function wordText(word: InsightWord, words: InsightWords): string {
  const { format, dimensionOf, kpiName } = words;
  switch (word.as) {
    case 'number':
      return word.unit === 'ratio'
        ? formatPercent(word.value, format.locale, 0)
        : joined(formatCompact(word.value, word.unit, format), format.locale);
    case 'growth':
      return formatGrowth(word.value, format.locale);
    case 'period':
      return formatRange(word.from, word.to, format.locale);
    case 'kpi':
      return kpiName(word.kpi);
    case 'goal': {
      const scope = scopeText(word, { member: (name, dimension) => memberText({ dimension, name }, words) });
      return scope === null ? kpiName(word.kpi) : `${kpiName(word.kpi)} · ${scope}`;
    }
    case 'dimension':
      return inside(dimensionOf(word.dimension));
    case 'member':
      return memberText(word, words);
    case 'text':
      return word.text;
  }
}

/** All parts in one scale fine enough for the smallest that matter: ten thousandths of the change are lost at most. */
function partsText(
  parts: readonly InsightPart[],
  change: number,
  words: InsightWords,
  put: PutNumber<InsightOpens>,
): string {
  const { t, format } = words;
  const scale = moneyScale(Math.abs(change) / 10);
  return parts
    .map(({ part, member, count, amount, opens }) => {
      const name =
        part === 'member' && member !== null
          ? memberText(member, words)
          : t(`insights:part.${part}`, counted(count, words));
      const number = formatScaledSigned(amount, { ...scale, decimals: 0 }, format.locale);
      const amountText = `${number}\u00A0${moneyUnit(scale.step, format)}`;
      // How many the others are is told by their passport too.
      return part === 'others' ? put(`${name} ${amountText}`, opens) : `${name} ${put(amountText, opens)}`;
    })
    .join(', ');
}

function memberText(
  { dimension, name }: { readonly dimension: string; readonly name: string | null },
  { t, member }: Pick<Words, 't' | 'member'>,
): string {
  return memberName(name, t, dimension, member);
}

/** As within a sentence. */
const inside = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
