import type { GridLine, GridView } from '#shared/grid.ts';
import { MOST_GROUPS, tooManyGroups, type Axis } from '../question/axis.ts';
import type { QuestionContext } from '../question/context.ts';
import { indexOf } from '../question/locate.ts';
import { namer } from '../question/member-names.ts';
import { mayStop } from '../stoppable.ts';

/** The lines of one axis of a table, in order. */
export interface GridLines {
  readonly count: number;
  at(line: number): { readonly group: number; readonly value: number | null };
  told(line: number): GridLine;
  /** The groups with a line that are no totals of others. */
  readonly leaves: Int32Array;
}

export interface LineOptions {
  readonly folded: readonly (readonly (string | null)[])[];
  readonly subtotals: GridView['subtotals'];
  /** The line over all. */
  readonly total: boolean;
  /** Values below or beside each other under every group; null where they stand on the other axis. */
  readonly values: number | null;
}

/**
 * Lays the groups of an axis out as lines: members with their subtotal above or below or only where they are folded, the total last.
 * An axis without dimensions is its total. Throws E_BAD_REQUEST beyond a million groups.
 * Example: North with Ann and Bo, subtotals above: North, North Ann, North Bo, total.
 */
export function gridLines(
  axis: Axis,
  { folded, subtotals, total, values }: LineOptions,
  context: QuestionContext,
): GridLines {
  const { dimensions, groups } = axis;
  if (groups.size > MOST_GROUPS) throw tooManyGroups();
  const shut = new Set(
    folded.flatMap((path) => {
      const codes = path.map((name, depth) => {
        const dimension = dimensions[depth];
        return dimension === undefined ? -1 : indexOf(dimension, name, context);
      });
      const group = groups.find(codes);
      return group < 0 ? [] : group;
    }),
  );
  const { firsts } = groups;
  const membersEnd = (group: number): number => firsts[group + 1] ?? groups.size;
  const isParent = (group: number): boolean => membersEnd(group) > (firsts[group] ?? 0);
  const lines = new Int32Array(groups.size);
  const leaves = new Int32Array(groups.size);
  let [lineCount, leafCount] = [0, 0];
  const visit = (from: number, to: number): void => {
    for (let group = from; group < to; group++) {
      if (!isParent(group) || shut.has(group)) {
        lines[lineCount++] = group;
        leaves[leafCount++] = group;
        continue;
      }
      if (subtotals === 'above') lines[lineCount++] = group;
      visit(firsts[group] ?? 0, membersEnd(group));
      if (subtotals === 'below') lines[lineCount++] = group;
    }
  };
  mayStop();
  visit(firsts[0] ?? 0, membersEnd(0));
  if (dimensions.length === 0) leaves[leafCount++] = 0;
  if (total || dimensions.length === 0) lines[lineCount++] = 0;
  const each = values ?? 1;
  const named = dimensions.map((dimension) => namer(context.queries, dimension));
  const at: GridLines['at'] = (line) => ({
    group: lines[Math.floor(line / each)] ?? 0,
    value: values === null ? null : line % each,
  });
  return {
    count: lineCount * each,
    leaves: leaves.subarray(0, leafCount),
    at,
    told: (line) => {
      const { group, value } = at(line);
      return {
        path: groups.path(group).map((index, depth) => named[depth]?.(index) ?? null),
        other: axis.isRest(group),
        parent: group > 0 && isParent(group),
        folded: shut.has(group),
        value,
      };
    },
  };
}
