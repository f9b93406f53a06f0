import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's root folder. */
export const root = join(import.meta.dirname, '..', '..');

export type TextFile = { readonly path: string; readonly text: string };

const generated = ['node_modules', 'dist', 'coverage', 'artifacts', '.git'];

/** Paths of the checkout that match, from the root, with forward slashes, in order; nothing installed or built. */
export function pathsOf(patterns: readonly string[]): readonly string[] {
  return globSync(patterns, { cwd: root, exclude: (name) => generated.includes(name) })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The sources that make up the product. */
export function productSources(): readonly TextFile[] {
  return pathsOf(['{shared,electron,renderer}/**/*.{ts,tsx,css}']).map((path) => ({ path, text: readText(path) }));
}
