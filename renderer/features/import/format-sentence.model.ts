import type { TFunction } from 'i18next';
import type { DateFormat, DecimalMark, Encoding, Inspection, Separator } from '#shared/importing.ts';

const SEPARATOR_WORDS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const;
const DECIMAL_WORDS = { ',': 'comma', '.': 'point' } as const;

export type SeparatorWord = (typeof SEPARATOR_WORDS)[Separator];
export type DecimalWord = (typeof DECIMAL_WORDS)[DecimalMark];

export function separatorWord(separator: Separator): SeparatorWord {
  return SEPARATOR_WORDS[separator];
}

export function decimalWord(mark: DecimalMark): DecimalWord {
  return DECIMAL_WORDS[mark];
}

export function encodingName(t: TFunction, encoding: Encoding): string {
  return t(`import:encodings.${encoding}`);
}

export function dateFormatName(t: TFunction, format: DateFormat): string {
  return t(`import:dateFormats.${format}`);
}

/** Small whole numbers are written as words inside a sentence, larger ones as figures. */
export function smallNumber(t: TFunction, value: number): string {
  const words: unknown = t('import:sentence.small', { returnObjects: true });
  const word: unknown = Array.isArray(words) ? words[value] : undefined;
  return typeof word === 'string' ? word : String(value);
}

interface Reading extends Pick<Inspection, 'sheet' | 'format'> {
  /** The known export it was recognised as. */
  readonly preset?: Inspection['preset'];
  readonly sheets: readonly Inspection['sheets'][number][];
  readonly skippedRows: readonly Inspection['skippedRows'][number][];
  /** Null where it is no longer known, 0 where the file has none. */
  readonly headerRow: number | null;
}

/**
 * How the file is read, in one to three sentences: first what it was recognised as, if anything. What a file cannot have (a workbook has no separator) is left out.
 * Example: "Semikolon, Windows-1252, decimalkomma, datum ÅÅÅÅ-MM-DD. Rubrikrad 4; tre rader ovanför hoppas över."
 */
export function formatSentence(
  t: TFunction,
  { preset, sheets, sheet, format, headerRow, skippedRows }: Reading,
): string {
  const parts = [
    sheet !== null && sheets.length > 1 ? t('import:sentence.sheet', { sheet }) : null,
    format.separator === null ? null : t(`import:sentence.separator.${separatorWord(format.separator)}`),
    format.encoding === null ? null : encodingName(t, format.encoding),
    format.decimal === null ? null : t(`import:sentence.decimal.${decimalWord(format.decimal)}`),
    format.date === null ? null : t('import:sentence.date', { format: dateFormatName(t, format.date) }),
  ].filter((part) => part !== null);
  const skipped = skippedRows.length;
  const source = preset == null ? '' : t('import:sentence.preset', { source: t(`import:presetSources.${preset}`) });
  const read = parts.length === 0 ? '' : `${capitalised(parts.join(', '))}.`;
  const start = `${source} ${read}`.trim();
  if (headerRow === null || headerRow === 0) return start;
  const header =
    skipped === 0
      ? t('import:sentence.header', { row: headerRow })
      : t('import:sentence.headerSkipped', { count: skipped, row: headerRow, n: smallNumber(t, skipped) });
  return `${start} ${header}`.trim();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
