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

type Sources = ReturnType<typeof rowSources>;

/**
 * The imports of several sorts of rows, each once. Rows as they stood at one moment are different ones and add up; of several moments
 * they are the same rows again: the most that one of them has. Example: 36 won and 2 open deals of one file are 38 rows of it.
 */
export function unitedSources(sorts: readonly { readonly asOf: number | null; readonly sources: Sources }[]): Sources {
  const byMoment = [...Map.groupBy(sorts, ({ asOf }) => asOf).values()].map((those) =>
    merged(
      those.flatMap(({ sources }) => sources),
      (a, b) => a + b,
    ),
  );
  return merged(byMoment.flat(), Math.max);
}

const merged = (all: Sources, join: (a: number, b: number) => number): Sources =>
  [...Map.groupBy(all, ({ importId }) => importId).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({
      ...first,
      rows: same.slice(1).reduce((rows, each) => join(rows, each.rows), first.rows),
    })),
  );

/** Names of the files that a kind's rows came from, those left out whose rows were all replaced. */
export function filesOf(imports: readonly ImportRecord[], kind: AnyKind): readonly string[] {
  const there = imports.filter((record) => record.kind === kind && record.rows > record.replaced);
  return [...new Set(there.map(({ file }) => file.name))];
}
