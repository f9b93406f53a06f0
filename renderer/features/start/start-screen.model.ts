const LONGEST_NAME = 120;
/** What a file's name may not hold on some system, and marks that turn the direction of writing. */
const FORBIDDEN = /[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
/** Names of devices on Windows, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Whether a workspace, which is one file, may be called so. Blanks around the name do not count. */
export function isWorkspaceName(name: string): boolean {
  const text = name.normalize('NFC').trim();
  const dotted = text.includes('..') || text.startsWith('.') || text.endsWith('.');
  return text !== '' && text.length <= LONGEST_NAME && !dotted && !FORBIDDEN.test(text) && !RESERVED.test(text);
}

/**
 * A workspace's name from a dropped file's: the name without its ending, with what no file may be called left out.
 * Example: `fakturarader-2026-09.csv` gives 'fakturarader-2026-09'; a name with nothing left gives null.
 */
export function workspaceNameFrom(fileName: string): string | null {
  const name = fileName
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(new RegExp(FORBIDDEN, 'gu'), ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  return isWorkspaceName(name) ? name : null;
}
