import type { KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { fold, type NamesWith } from './folded-names.ts';

/** Lets go of the rows, 1 in `mask`, that lack one of the words in all their texts. No word lets all pass. */
export function searchRows(
  mask: Uint8Array,
  search: string,
  table: KindTable,
  columns: StoredColumns,
  namesWith: NamesWith,
): void {
  const words = fold(search).split(/\s+/).filter(Boolean);
  // Short dictionaries first: often they have the word for every row, and a long one need not be gone through.
  const texts = table.fields
    .flatMap(({ key, dimension }) =>
      dimension === null ? [] : [{ key, dimension, names: columns.members(dimension) }],
    )
    .toSorted((a, b) => a.names.length - b.names.length);
  for (const word of words) {
    const found = new Uint8Array(mask.length);
    for (const { key, dimension } of texts) {
      if (!found.includes(0)) break;
      const allowed = namesWith(dimension, word);
      const codes = allowed.includes(1) ? table.codes(key) : null;
      if (codes === null) continue;
      for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) | (allowed[codes[row] ?? 0] ?? 0);
    }
    for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (found[row] ?? 0);
  }
}
