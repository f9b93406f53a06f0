/** What a text may say about its row: nothing but a total, a total of something, or a footer of a report. */
export type RowLabel = 'total' | 'total-of' | 'footer';

const TOTAL =
  /^(?:summa|totalt?|delsumma|del-?total|slutsumma|totalsumma|summa totalt|total summa|sum|sub-?total|grand totals?|grand sum|totals|total general|att betala|report total)\s*:?$/i;
const TOTAL_OF =
  /^(?:summa|totalt?|delsumma|slutsumma|totalsumma|sum|sub-?total|grand totals?|totals)(?:\s*[:(]|\s+\S)|\S\s+(?:total|summa|totalt)\s*:?$/i;
const FOOTER =
  /^(?:copyright|©|\(c\)\s|confidential|konfidentiell|generated (?:by|on|at)|report generated|skapad (?:av|den)|utskriven|utskrivet|källa:|source:|sida \d|page \d|\*{3}|filter(?:ed by|s applied)|applied filters|end of report)/i;
const RECORDS = /\((\d+) (?:records?|poster|rader|rows)\)/i;

/** Cheap gate: most texts of a file have none of these. */
const HINT =
  /tot|sum|att b|^\s*(?:copy|©|\(c\)|conf|konf|gener|report|skapad|utskri|käll|sour|sid|page|\*|filt|appl|end of)/i;

/**
 * Example: 'Summa:' is a total, 'Total for Anna' and 'Delsumma Central' totals of something, 'Copyright (c) 2026' a footer,
 * 'Totalbygg AB' none of them.
 */
export function rowLabel(text: string): RowLabel | null {
  if (text.length > 300 || !HINT.test(text)) return null;
  const trimmed = text.trim();
  return labelOf(trimmed);
}

function labelOf(text: string): RowLabel | null {
  if (TOTAL.test(text)) return 'total';
  if (TOTAL_OF.test(text)) return 'total-of';
  return FOOTER.test(text) ? 'footer' : null;
}

/** The count in 'Grand Totals (24 records)', or null. */
export function recordCount(text: string): number | null {
  const count = RECORDS.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}
