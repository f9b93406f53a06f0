import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { readersWords } from '#shared/readers-words.ts';

/** A text as it is compared in a search. Swedish has no case rules of its own, and the general ones are quicker. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** Which codes of a dimension have a name that holds the folded text; the missing one never. */
export type NamesWith = (dimension: string, text: string) => Uint8Array;

/**
 * Names are folded once a revision. What is merged is found by the names its files have as well, and what the import
 * rules wrote by what it is shown as.
 */
export function foldedNames(columns: StoredColumns): NamesWith {
  const known = new Map<string, readonly string[]>();
  const foldedOf = (dimension: string): readonly string[] => {
    const folded =
      known.get(dimension) ??
      columns.members(dimension).map((name) => fold([name, ...readersWords(dimension, name)].join('\n')));
    known.set(dimension, folded);
    return folded;
  };
  return (dimension, text) => {
    const written = new Set<string>();
    for (const [name, shown] of columns.merged(dimension)) if (fold(name).includes(text)) written.add(shown);
    const members = columns.members(dimension);
    const folded = foldedOf(dimension);
    const found = new Uint8Array(folded.length);
    for (let code = 1; code < folded.length; code++) {
      const name = folded[code] ?? '';
      if (name === '') continue;
      if (name.includes(text) || (written.size > 0 && written.has(members[code] ?? ''))) found[code] = 1;
    }
    return found;
  };
}
