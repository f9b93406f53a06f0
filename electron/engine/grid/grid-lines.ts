import { AppError } from '#shared/errors.ts';
import type { GridLine, GridView } from '#shared/grid.ts';
import type { Axis } from '../question/axis.ts';
import type { AxisNode } from '../question/axis-node.ts';
import type { QuestionContext } from '../question/context.ts';
import { indexOf } from '../question/locate.ts';
import { nameOf } from '../question/member-names.ts';

/** The lines of one axis of a table, in order. */
export interface GridLines {
  readonly count: number;
  at(line: number): { readonly node: AxisNode; readonly value: number | null };
  told(line: number): GridLine;
  /** The groups with a line that are no totals of others. */
  readonly leaves: readonly AxisNode[];
}

export interface LineOptions {
  readonly folded: readonly (readonly (string | null)[])[];
  readonly subtotals: GridView['subtotals'];
  /** The line over all. */
  readonly total: boolean;
  /** Values below or beside each other under every group; null where they stand on the other axis. */
  readonly values: number | null;
}

/** More are not for reading, and as objects take memory that the rows need. */
const MOST_GROUPS = 1_000_000;

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
  if (axis.size > MOST_GROUPS)
    throw new AppError(
      'E_BAD_REQUEST',
      'The table would have too many lines; ask for fewer dimensions, or the top ones.',
    );
  const shut = new Set(
    folded.flatMap((path) => {
      const codes = path.map((name, depth) => {
        const dimension = axis.dimensions[depth];
        return dimension === undefined ? -1 : indexOf(dimension, name, context);
      });
      return axis.at(codes) ?? [];
    }),
  );
  const nodes: AxisNode[] = [];
  const leaves: AxisNode[] = [];
  const visit = (node: AxisNode): void => {
    if (node.members.length === 0 || shut.has(node)) {
      nodes.push(node);
      leaves.push(node);
      return;
    }
    if (subtotals === 'above') nodes.push(node);
    for (const member of node.members) visit(member);
    if (subtotals === 'below') nodes.push(node);
  };
  for (const member of axis.root.members) visit(member);
  if (axis.dimensions.length === 0) leaves.push(axis.root);
  if (total || axis.dimensions.length === 0) nodes.push(axis.root);
  const each = values ?? 1;
  const at: GridLines['at'] = (line) => ({
    node: nodes[Math.floor(line / each)] ?? axis.root,
    value: values === null ? null : line % each,
  });
  return {
    count: nodes.length * each,
    leaves,
    at,
    told: (line) => {
      const { node, value } = at(line);
      return {
        path: node.path.map((index, depth) => {
          const dimension = axis.dimensions[depth];
          return dimension === undefined ? null : nameOf(context.queries, dimension, index);
        }),
        other: node.other,
        parent: node.parent !== null && node.members.length > 0,
        folded: shut.has(node),
        value,
      };
    },
  };
}
