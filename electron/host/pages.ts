import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface Page {
  readonly file: string;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The allow-list of what a shell serves: every file of the built pages by its address, and nothing else, ever. */
export function listPages(folder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, file).split(sep).join('/')}`;
    pages.set(address === '/index.html' ? '/' : address, { file, type });
  }
  return pages;
}

/** Where the pages are built to: `dist/renderer`, seen both from the sources and from the bundle. */
export function pagesFolder(): URL {
  return new URL('../../dist/renderer/', import.meta.url);
}
