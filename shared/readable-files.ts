/** Endings of the files the reader knows. */
export const READABLE = [
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.xls',
  '.ods',
  '.csv',
  '.tsv',
  '.txt',
  '.se',
  '.si',
  '.sie',
] as const;

/**
 * True for a file worth reading in a folder, by its name alone; hidden files and what spreadsheet programs leave while a file
 * is open are not. Example: `Oktober.XLSX` is, `~$Oktober.xlsx` and `oktober.csv.part` are not.
 */
export function isReadable(name: string): boolean {
  const lower = name.toLowerCase();
  return !/^(\.|~\$)/.test(lower) && READABLE.some((ending) => lower.endsWith(ending));
}
