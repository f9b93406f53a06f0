import type { ImportRecord } from '#shared/importing.ts';
import type { Explanation } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';

/** How many of the ascending positions are below `end`. */
function countBelow(positions: Int32Array, end: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The imports that rows of a kind came from. A kind's rows stand in the order of their imports, those that were replaced left
 * out, so an import is a stretch of positions. A derived kind's come from none.
 */
export function rowSources(
  imports: readonly ImportRecord[],
  kind: AnyKind,
  positions: Int32Array,
): Explanation['sources'] {
  let [end, counted] = [0, 0];
  return imports
    .filter((record) => record.kind === kind)
    .flatMap(({ id, file, sheet, importedAt, rows, replaced }) => {
      end += rows - replaced;
      const below = countBelow(positions, end);
      const own = below - counted;
      counted = below;
      return own === 0 ? [] : [{ importId: id, file: file.name, sheet, importedAt, rows: own }];
    });
}

/** Names of the files that a kind's rows came from, those left out whose rows were all replaced. */
export function filesOf(imports: readonly ImportRecord[], kind: AnyKind): readonly string[] {
  const there = imports.filter((record) => record.kind === kind && record.rows > record.replaced);
  return [...new Set(there.map(({ file }) => file.name))];
}
