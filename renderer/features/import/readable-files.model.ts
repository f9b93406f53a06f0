import { isReadable } from '#shared/readable-files.ts';

/** A file and where it stood, `2026/september.csv`. */
export interface FoundFile<F> {
  readonly path: string;
  readonly file: F;
}

/** The readable files of folders in the order of their paths, numbers by size: `9.csv` before `10.csv`. */
export function readableFiles<F>(found: readonly FoundFile<F>[]): readonly F[] {
  return found
    .filter(
      ({ path }) => path.split('/').every((part) => !part.startsWith('.')) && isReadable(path.split('/').at(-1) ?? ''),
    )
    .toSorted((a, b) => a.path.localeCompare(b.path, 'sv', { numeric: true }))
    .map(({ file }) => file);
}
