import type { Merge } from './merges.ts';

/**
 * The name shown for every merged name. Merges count in the order they were made, each over the names as the ones before
 * it show them: after `A → B` and `B → C` both A and B are C; without the first, A is A again.
 */
export function shownNames(merges: readonly Pick<Merge, 'names' | 'into'>[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { names, into } of merges.toReversed()) {
    const final = shown.get(into) ?? into;
    for (const name of names) shown.set(name, final);
  }
  for (const [name, as] of shown) if (name === as) shown.delete(name);
  return shown;
}

/** A dictionary as it is shown: merged codes have no name of their own. */
export interface ShownDictionary {
  readonly names: readonly string[];
  /** Code shown for each code of the file's own names; null when nothing in the dictionary is merged. */
  readonly codes: Int32Array | null;
}

/** Names shown as one share a code: that of the name itself where a file has it, else the first one's. */
export function shownDictionary(names: readonly string[], shown: ReadonlyMap<string, string>): ShownDictionary {
  if (!names.some((name) => shown.has(name))) return { names, codes: null };
  const as = names.map((name) => shown.get(name) ?? name);
  const first = new Map<string, number>();
  for (let code = 1; code < as.length; code++) {
    const name = as[code] ?? '';
    if (names[code] === name || !first.has(name)) first.set(name, code);
  }
  // A code no longer used has no name and stays by itself.
  const codes = Int32Array.from(as, (name, code) => (name === '' ? code : (first.get(name) ?? code)));
  return { names: as.map((name, code) => (codes[code] === code ? name : '')), codes };
}
