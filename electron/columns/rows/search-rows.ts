import type { KindTable } from '#engine/ports/workspace-columns.ts';
import { fold, type NamesWith } from './folded-names.ts';

/** Lets go of the rows, 1 in `mask`, that lack one of the words in all their texts. No word lets all pass. */
export function searchRows(mask: Uint8Array, search: string, table: KindTable, namesWith: NamesWith): void {
  const words = fold(search).split(/\s+/).filter(Boolean);
  for (const word of words) {
    const found = new Uint8Array(mask.length);
    for (const { key, dimension } of table.fields) {
      if (dimension === null) continue;
      const allowed = namesWith(dimension, word);
      const codes = allowed.includes(1) ? table.codes(key) : null;
      if (codes === null) continue;
      for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) | (allowed[codes[row] ?? 0] ?? 0);
    }
    for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (found[row] ?? 0);
  }
}
