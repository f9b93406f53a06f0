import { execFileSync, spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** Poppler's tools, on every Debian desktop; null where they are missing. */
export const hasPoppler = ['pdftotext', 'pdffonts', 'pdfinfo'].every(
  (tool) => spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined,
);

const run = (tool: string, ...args: readonly string[]): string => execFileSync(tool, args, { encoding: 'utf8' });

/** The text of every page, as it stands on it, with ordinary spaces. */
export function pagesOf(path: string): readonly string[] {
  const text = run('pdftotext', '-layout', path, '-').replaceAll('\u00a0', ' ');
  return text.split('\f').filter((page) => page.trim() !== '');
}

/** What `pdfinfo` says: 'Page size' → '594.96 x 841.92 pts (A4)'. */
export function infoOf(path: string): Readonly<Record<string, string>> {
  const pairs = run('pdfinfo', path)
    .split('\n')
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']])));
}

/** Fonts that are named but not carried along. */
export function missingFonts(path: string): readonly string[] {
  const [, rule = '', ...fonts] = run('pdffonts', path).trimEnd().split('\n');
  const embedded = rule.split(' ').slice(0, 3).join(' ').length + 1;
  return fonts.filter((line) => line.slice(embedded).trimStart().slice(0, 3) !== 'yes');
}

/** The file's bytes with every compressed stream opened, to look for what must not be in it. */
export function contentOf(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    try {
      return inflateSync(bytes.subarray(index + mark.length)).toString('latin1');
    } catch {
      // Not compressed, or a picture: the raw text has it.
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}
