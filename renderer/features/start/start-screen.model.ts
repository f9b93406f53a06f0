const LONGEST_NAME = 120;

/**
 * A workspace's name from a dropped file's: the name without its ending, with what no file may be called left out.
 * Example: `fakturarader-2026-09.csv` gives 'fakturarader-2026-09'; a name with nothing left gives null.
 */
export function workspaceNameFrom(fileName: string): string | null {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const name = stem
    .replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  return name === '' ? null : name;
}
