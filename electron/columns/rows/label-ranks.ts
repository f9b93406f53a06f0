import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { sortByLabels } from '#engine/question/member-order.ts';
import type { LabelRanks } from './sort-positions.ts';

/** Ranks of names, each dictionary put in order once a revision. */
export function labelRanks(columns: StoredColumns): LabelRanks {
  const known = new Map<string, Int32Array>();
  return (dimension) => {
    const names = columns.members(dimension);
    const ranks = known.get(dimension) ?? new Int32Array(names.length);
    if (known.has(dimension)) return ranks;
    const order = sortByLabels([...names.keys()], (compare) => (a, b) => compare(names[a] ?? '', names[b] ?? ''));
    order.forEach((code, rank) => {
      ranks[code] = rank;
    });
    known.set(dimension, ranks);
    return ranks;
  };
}
