import { formatNumber, formatPercent } from '#shared/format.ts';
import type { Answer } from '#shared/question.ts';
import { cellsAt, totalOf } from '#shared/tiles/answer-cells.ts';
import { shortName } from './headline.ts';
import { inside } from './page-words.ts';
import { isNamed } from './report-table.ts';
import type { PageTools } from './page-tools.ts';

const HALF = 0.5;
/** Numbers that are written as words. */
const WORDS = 12;
const MANY = 10;
/** Dimensions whose members have a word of their own. */
const NOUNS: ReadonlySet<string> = new Set([
  'customer',
  'product',
  'rep',
  'region',
  'city',
  'country',
  'segment',
  'category',
  'channel',
]);

/**
 * How few members stand for half of revenue; ten of them and their share where that takes more than twelve. `whole` has every member.
 * Example: 'Tio kunder står för 52 % av intäkterna', 'Stockholm står för 61 % av intäkterna'.
 */
export function structureHeadline(whole: Answer, by: string, tools: PageTools): string {
  const { say, format, grid } = tools.words;
  const total = totalOf(whole, 'revenue')?.value ?? null;
  const largest = cellsAt(whole, 'revenue', 1)
    .filter((cell) => isNamed(cell) && (cell.value ?? 0) > 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const title = say('report:numbers.structure.title', { by: inside(grid.dimension(by)) });
  if (total === null) return say('report:numbers.headline.none');
  const [first] = largest;
  if (total <= 0 || first === undefined) return title;
  const shareOf = (count: number): number =>
    largest.slice(0, count).reduce((sum, { value }) => sum + (value ?? 0), 0) / total;
  const fewest = largest.findIndex((_, at) => shareOf(at + 1) >= HALF) + 1;
  // Returns of others may make them more than the whole: a share of that says nothing.
  const count = fewest === 0 || fewest > WORDS ? Math.min(MANY, largest.length) : fewest;
  const share = shareOf(count);
  if (share > 1) return title;
  const shown = formatPercent(share, format.locale, 0);
  if (count === 1)
    return say('report:numbers.structure.one', { name: shortName(first.row[0], by, tools), share: shown });
  if (count === largest.length) return title;
  const spelt = count <= WORDS ? say(`report:numbers.count.${String(count)}`) : '';
  const number = spelt === '' ? formatNumber(count, format.locale) : spelt;
  return NOUNS.has(by)
    ? say(`report:numbers.structure.many.${by}`, { number, share: shown })
    : say('report:numbers.structure.many.other', {
        number: inside(number),
        by: inside(grid.dimension(by)),
        share: shown,
      });
}
