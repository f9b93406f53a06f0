import { joined, type Locale } from '../../shared/format.ts';
import type { ReportBlock, ReportContent } from '../../shared/report-content.ts';

/** A line of a report's table, or a figure. */
export interface ReportLine {
  /** For whoever reads a failure. */
  readonly where: string;
  readonly name: string;
  /** The numbers as they are shown, from left to right. */
  readonly shown: readonly string[];
  /** What a workbook has of them: numbers in base units, words where a column holds several units. */
  readonly values: readonly (number | string)[];
}

/** Every figure and every table line with a number in it, in the order of the pages. */
export const linesOf = ({ pages, locale }: Pick<ReportContent, 'pages' | 'locale'>): readonly ReportLine[] =>
  pages.flatMap(({ id, blocks }) => blocks.flatMap((block) => ofBlock(id, block, locale)));

/** The same of what slides show: of more than eighty rows the first sixty and the last, which is the total. */
export const linesOnSlides = ({ pages, locale }: Pick<ReportContent, 'pages' | 'locale'>): readonly ReportLine[] =>
  linesOf({
    locale,
    pages: pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block) =>
        block.is === 'table' && block.rows.length > 80
          ? { ...block, rows: [...block.rows.slice(0, 60), ...block.rows.slice(-1)] }
          : block,
      ),
    })),
  });

function ofBlock(id: string, block: ReportBlock, locale: Locale): readonly ReportLine[] {
  if (block.is === 'figures')
    return block.figures.map(({ name, text, unitText, value }) => ({
      where: `${id}: ${name}`,
      name,
      shown: value === null ? [] : [joined({ number: text, unit: unitText }, locale)],
      values: value === null ? [] : [value],
    }));
  if (block.is !== 'table') return [];
  const isWords = block.columns.map(({ written }) => written === null);
  return block.rows.flatMap(({ cells }) => {
    const name = cells[0]?.text ?? '';
    const numbers = cells.filter(({ value }) => value !== null);
    return numbers.length === 0
      ? []
      : [
          {
            where: `${id}: ${name}`,
            name,
            shown: numbers.map(({ text }) => text),
            values: cells.flatMap(({ value, text }, at) => (value === null ? [] : isWords[at] === true ? text : value)),
          },
        ];
  });
}

/** With ordinary spaces, however a program writes them. */
export const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

const literal = (text: string): string => plain(text).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/**
 * Lines whose numbers do not stand beside each other, in their order and as they are shown, anywhere on paper. What one line
 * has found no other can find again. A figure's unit is set smaller and may stand apart from its number.
 */
export function missingOnPaper(
  lines: readonly ReportLine[],
  paper: string,
  where: 'anywhere' | 'beside its name' = 'anywhere',
): readonly string[] {
  const paperLines = paper.replaceAll(/[\u00a0\u202f]/g, ' ').split('\n');
  const left = [...paperLines];
  // A long name stands on two lines, and its numbers between them.
  const isNear = (line: number, begin: string): boolean =>
    paperLines.slice(Math.max(0, line - 1), line + 2).some((text) => text.includes(begin));
  // The longest first: what they leave is enough for a number alone.
  const longest = lines.toSorted((a, b) => b.shown.length - a.shown.length);
  return longest.flatMap(({ where: from, name, shown }) => {
    if (shown.length === 0) return [];
    // Neither 12 nor 124 is found in 1 124 or 12,5; 124 is after the year 2026. A narrow space before a sign may be lost.
    const numbers = shown.map(
      (text) =>
        String.raw`(?<![\d.,]|(?<!\d{3})\d )${literal(text).replaceAll(/ |(?=%)/g, ' *')}(?!\d|[.,]\d| \d{3}(?!\d))`,
    );
    const pattern = new RegExp(numbers.join('.*?'));
    const begin = plain(name).slice(0, 8);
    const hits = left.flatMap((line, at) => (pattern.test(line) ? [at] : []));
    const at = hits.find((line) => isNear(line, begin)) ?? (where === 'anywhere' ? hits[0] : undefined);
    if (at === undefined) return [`${from}: ${name} ${shown.join(' | ')}`];
    left[at] = left[at]?.replace(pattern, (found) => '_'.repeat(found.length)) ?? '';
    return [];
  });
}

/** Lines whose values are not those of a row of the workbook that begins with their name. */
export function missingInBook(
  lines: readonly ReportLine[],
  book: readonly (readonly (readonly unknown[])[])[],
): readonly string[] {
  const rows = Map.groupBy(book.flat(), ([name]) => (typeof name === 'string' ? name : ''));
  return lines.flatMap(({ where, name, values }) =>
    (rows.get(name) ?? []).some((row) => isWithin(values, row.slice(1), isSame))
      ? []
      : [`${where}: ${values.join(' | ')}`],
  );
}

/** Lines that are not a row of a slide's table. */
export function missingOnSlides(
  lines: readonly ReportLine[],
  slides: readonly (readonly string[])[],
): readonly string[] {
  const rows = Map.groupBy(
    slides.map((row) => row.map(plain)),
    ([name]) => name ?? '',
  );
  return lines.flatMap(({ where, name, shown }) =>
    (rows.get(plain(name)) ?? []).some((row) => isWithin(shown.map(plain), row.slice(1), Object.is))
      ? []
      : [`${where}: ${shown.join(' | ')}`],
  );
}

/** Workbooks keep fifteen digits. */
const isSame = (wanted: number | string, cell: unknown): boolean =>
  wanted === cell ||
  (typeof wanted === 'number' && typeof cell === 'number' && Math.abs(cell - wanted) <= Math.abs(wanted) * 1e-14);

/** In this order, with others between them. */
function isWithin<T>(
  wanted: readonly T[],
  row: readonly unknown[],
  same: (wanted: T, cell: unknown) => boolean,
): boolean {
  let at = 0;
  for (const cell of row) {
    const next = wanted[at];
    if (next !== undefined && same(next, cell)) at++;
  }
  return at === wanted.length;
}
