/** How text in a file can be read. Apart from `importing.ts`, so that the pages can list them without the schemas. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp437', 'iso-8859-1'] as const;
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export const DECIMAL_MARKS = ['.', ','] as const;
export const DATE_FORMATS = [
  'ymd',
  'dmy',
  'mdy',
  'ydm',
  'serial-1900',
  'serial-1904',
  'yymmdd',
  'yyyymmdd',
  'month-name',
] as const;
/** What is done with rows that have changed since they were imported: the stored ones stay, the file's take their place, or the file takes the place of everything dated in its period. */
export const CHANGE_RULES = ['skip', 'update', 'replace-period'] as const;
/** What a column of the file's own can be kept as. */
export const CUSTOM_TYPES = ['text', 'decimal', 'date'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export type Separator = (typeof SEPARATORS)[number];
export type DecimalMark = (typeof DECIMAL_MARKS)[number];
export type DateFormat = (typeof DATE_FORMATS)[number];
export type ChangeRule = (typeof CHANGE_RULES)[number];
export type CustomType = (typeof CUSTOM_TYPES)[number];
