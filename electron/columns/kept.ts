import type { ColumnRoom } from '#engine/ports/workspace-columns.ts';

/** What is worked out of the columns of one revision, as long as there is room for it. */
export interface Kept {
  /** A memory of its own: what it has under a key, computed when it is first asked for and again when it was let go of. */
  memory<K, V>(): (key: K, compute: () => V) => V;
  /** Gives the room back, at the end of the revision. */
  leave(): void;
}

export function keptIn(room: ColumnRoom): Kept {
  const lodged = new Set<object>();
  return {
    memory: <K, V>() => {
      const known = new Map<K, { readonly value: V }>();
      return (key: K, compute: () => V): V => {
        const found = known.get(key);
        if (found !== undefined) {
          room.used(found);
          return found.value;
        }
        const kept = { value: compute() };
        known.set(key, kept);
        const bytes = bytesIn(kept.value, 0);
        if (bytes > 0) {
          lodged.add(kept);
          room.keep(kept, bytes, () => {
            known.delete(key);
            lodged.delete(kept);
          });
        }
        return kept.value;
      };
    },
    leave: () => {
      for (const kept of lodged) room.forget(kept);
      lodged.clear();
    },
  };
}

/** Bytes of the arrays of numbers in what was computed: one, or an object of some. */
function bytesIn(value: unknown, depth: number): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + bytesIn(each, depth + 1), 0);
}
