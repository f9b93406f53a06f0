import type { Separator } from '#shared/importing.ts';
import { CsvParser } from './csv-parser.ts';

/** In order of trust: a comma also stands in numbers and texts, so that it wins only where it fits better. */
const candidates = ['\t', ';', '|', ','] as const satisfies readonly Separator[];
const SAMPLE_PLACES = 8_000_000;

/** The number of cells most rows have, and how many rows have it. */
export function usualWidth(widths: Int32Array): { readonly width: number; readonly rows: number } {
  let width = 0;
  for (let w = 1; w < widths.length; w++) if ((widths[w] ?? 0) > (widths[width] ?? 0)) width = w;
  return { width, rows: widths[width] ?? 0 };
}

/** The separator that cuts most rows of the sample into the same number of cells, at least two; a comma when none does. */
export function guessSeparator(sample: Buffer, whole: boolean): Separator {
  let best: Separator = ',';
  let bestShare = 0;
  for (const separator of candidates) {
    const share = evenShare(sample, whole, separator);
    if (share > bestShare) [best, bestShare] = [separator, share];
  }
  return best;
}

function evenShare(sample: Buffer, whole: boolean, separator: Separator): number {
  const parser = new CsvParser(separator.charCodeAt(0), SAMPLE_PLACES);
  const bytes = Buffer.alloc(sample.length + 1);
  sample.copy(bytes);
  const rest = parser.parse(bytes, 0, sample.length);
  if (whole || parser.table.rows === 0) parser.parseLast(bytes, rest, sample.length);
  const { widths } = parser;
  const { width, rows } = usualWidth(widths.with(1, 0));
  return width === 0 ? 0 : rows / widths.reduce((sum, count) => sum + count, 0);
}
