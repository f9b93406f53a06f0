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
        const arrays = arraysIn(kept.value, 0);
        if (arrays.length > 0) {
          lodged.add(kept);
          room.keep(kept, arrays, () => {
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

/** The arrays of numbers in what was computed: one, or an object of some. */
function arraysIn(value: unknown, depth: number): readonly ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return [];
  return Object.values(value).flatMap((each) => arraysIn(each, depth + 1));
}
