import type { Breakdown, TopMembers } from '#engine/ports/column-queries.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from './fields.ts';

/** A breakdown and the group of every row of a kind, computed once. */
export interface RowGroups extends Breakdown {
  /** How many group numbers are in use. */
  size(): number;
  /** Null with no dimension: every row is in group 0. */
  groups(kind: AnyKind): Int32Array | null;
}

/** One dimension more: group numbers for pairs of a parent group and a code. */
interface Step {
  readonly size: () => number;
  readonly number: (parent: number, code: number) => number;
  readonly find: (parent: number, code: number) => number | null;
  readonly parts: (group: number) => readonly [parent: number, code: number];
}

/** Group numbers are plain mixed radix while that wastes no more than this many numbers a row of the largest kind. */
const NUMBERS_A_ROW = 4;
const ALWAYS_PLAIN = 65_536;

export function rowGroups(fields: Fields, dimensions: readonly string[], top?: TopMembers): RowGroups {
  const kinds = fields.columns.kinds();
  const mostRows = Math.max(0, ...kinds.map((kind) => fields.rows(kind)));
  const codesIn = (kind: AnyKind, dimension: string) => fields.codes(kind, dimension);
  // A key without names has its codes from a stored kind; a derived kind need not be built to know how many there are.
  const members = dimensions.map((dimension) =>
    Math.max(
      1,
      fields.columns.members(dimension).length,
      ...kinds.map((kind) => codesIn(kind, dimension)?.members ?? 1),
    ),
  );
  const steps: Step[] = [];
  let plainSize = 1;
  members.forEach((count, depth) => {
    const codes = count + (top?.depth === depth ? 1 : 0);
    plainSize *= codes;
    const plain = plainSize <= ALWAYS_PLAIN + NUMBERS_A_ROW * mostRows;
    steps.push(plain ? plainStep(codes, plainSize) : numberedStep(codes));
    if (!plain) plainSize = Infinity;
  });
  const find = (codes: readonly number[]): number | null => {
    let group: number | null = 0;
    for (const [depth, code] of codes.entries())
      group = group === null ? null : (steps[depth]?.find(group, code) ?? null);
    return group;
  };
  const otherCode = top === undefined ? null : (members[top.depth] ?? 0);
  const kept = new Map<number, Set<number>>();
  const known = new Map<AnyKind, Int32Array>();

  const keptUnder = (parent: number): Set<number> => {
    let set = kept.get(parent);
    if (set === undefined && top !== undefined) {
      set = new Set(top.keep.filter((codes) => find(codes.slice(0, -1)) === parent).map((codes) => codes.at(-1) ?? 0));
      kept.set(parent, set);
    }
    return set ?? new Set();
  };
  const compute = (kind: AnyKind): Int32Array => {
    const groups = new Int32Array(fields.rows(kind));
    dimensions.forEach((dimension, depth) => {
      const step = steps[depth];
      const codes = codesIn(kind, dimension)?.codes;
      if (step === undefined || codes === undefined) return;
      const unites = top?.depth === depth && otherCode !== null;
      for (let row = 0; row < groups.length; row++) {
        const parent = groups[row] ?? 0;
        const code = codes[row] ?? 0;
        groups[row] = step.number(parent, unites && !keptUnder(parent).has(code) ? otherCode : code);
      }
    });
    return groups;
  };

  return {
    dimensions,
    otherCode,
    find,
    size: () => steps.at(-1)?.size() ?? 1,
    codes: (group) => {
      const codes: number[] = [];
      let at = group;
      for (const step of steps.toReversed()) {
        const [parent, code] = step.parts(at);
        codes.unshift(code);
        at = parent;
      }
      return codes;
    },
    groups: (kind) => {
      if (dimensions.length === 0) return null;
      const groups = known.get(kind) ?? compute(kind);
      known.set(kind, groups);
      return groups;
    },
  };
}

function plainStep(codes: number, size: number): Step {
  return {
    size: () => size,
    number: (parent, code) => parent * codes + code,
    find: (parent, code) => parent * codes + code,
    parts: (group) => [Math.floor(group / codes), group % codes],
  };
}

function numberedStep(codes: number): Step {
  const numbers = new Map<number, number>();
  const pairs: number[] = [];
  return {
    size: () => pairs.length,
    number: (parent, code) => {
      const pair = parent * codes + code;
      const known = numbers.get(pair);
      if (known !== undefined) return known;
      numbers.set(pair, pairs.length);
      return pairs.push(pair) - 1;
    },
    find: (parent, code) => numbers.get(parent * codes + code) ?? null,
    parts: (group) => {
      const pair = pairs[group] ?? 0;
      return [Math.floor(pair / codes), pair % codes];
    },
  };
}
