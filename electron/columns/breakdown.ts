import type { Breakdown } from '#engine/ports/column-queries.ts';
import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import { inBlocks, LOOK_UPS, mayStop } from '#engine/stoppable.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from './fields.ts';
import { pairNumbers } from '#engine/pair-numbers.ts';
import { remembered } from './remembered.ts';

/** A breakdown and the group of every row of a kind, computed once. */
export interface RowGroups extends Breakdown {
  /** Numbers stand for all groups there can be, not for those met alone. */
  readonly isPlain: boolean;
  /** How many group numbers are in use. */
  size(): number;
  /** Null with no dimension: every row is in group 0. */
  groups(kind: AnyKind): CodeColumn | null;
  /** By group its code in every dimension. */
  codesByDepth(): readonly CodeColumn[];
  /** Groups of whatever has these codes, a column a dimension. */
  among(columns: readonly CodeColumn[], count: number): CodeColumn;
}

/** One dimension more: group numbers for pairs of a parent group and a code. */
interface Step {
  readonly size: () => number;
  readonly number: (parent: number, code: number) => number;
  readonly find: (parent: number, code: number) => number | null;
  readonly parts: (group: number) => readonly [parent: number, code: number];
  /** The codes of some groups, which become their parents. */
  readonly split: (groups: Int32Array) => CodeColumn;
  /** Codes, where numbers are parent × codes + code. */
  readonly plain: number | null;
}

/** Group numbers are plain mixed radix while that wastes no more than this many numbers a row of the largest kind. */
const NUMBERS_A_ROW = 4;
const ALWAYS_PLAIN = 65_536;

export function rowGroups(fields: Fields, dimensions: readonly string[]): RowGroups {
  const kinds = fields.columns.kinds();
  const mostRows = Math.max(0, ...kinds.map((kind) => fields.rows(kind)));
  const codesIn = (kind: AnyKind, dimension: string) => fields.codes(kind, dimension);
  // A key without names has its codes from a stored kind; a derived kind need not be built to know how many there are.
  const members = dimensions.map((dimension) =>
    Math.max(1, fields.columns.members(dimension).length, ...kinds.map((kind) => fields.members(kind, dimension))),
  );
  const steps: Step[] = [];
  let plainSize = 1;
  for (const codes of members) {
    plainSize *= codes;
    const plain = plainSize <= ALWAYS_PLAIN + NUMBERS_A_ROW * mostRows;
    steps.push(plain ? plainStep(codes, plainSize) : numberedStep());
    if (!plain) plainSize = Infinity;
  }
  const find = (codes: readonly number[]): number | null => {
    let group: number | null = 0;
    for (const [depth, code] of codes.entries())
      group = group === null ? null : (steps[depth]?.find(group, code) ?? null);
    return group;
  };
  const known = new Map<AnyKind, CodeColumn>();
  const among = (columns: readonly CodeColumn[], count: number): CodeColumn => {
    let groups: CodeColumn | null = null;
    for (const [depth, step] of steps.entries()) {
      mayStop();
      const codes = columns[depth] ?? new Uint8Array(count);
      if (step.plain === null) groups = numberAll(groups, codes, step);
      else groups = groups === null ? codes : combine(groups, codes, step.plain, step.size());
    }
    return groups ?? new Uint8Array(count);
  };
  const compute = (kind: AnyKind): CodeColumn => {
    const rows = fields.rows(kind);
    const columns = dimensions.map((dimension) => codesIn(kind, dimension)?.codes ?? new Uint8Array(rows));
    return among(columns, rows);
  };
  const size = (): number => steps.at(-1)?.size() ?? 1;
  let all: readonly CodeColumn[] | null = null;

  return {
    dimensions,
    isPlain: steps.every(({ plain }) => plain !== null),
    find,
    size,
    codes: (group) => {
      const codes = Array<number>(steps.length).fill(0);
      let at = group;
      for (let depth = steps.length - 1; depth >= 0; depth--) {
        const [parent, code] = steps[depth]?.parts(at) ?? [0, 0];
        codes[depth] = code;
        at = parent;
      }
      return codes;
    },
    groups: (kind) => (dimensions.length === 0 ? null : remembered(known, kind, () => compute(kind))),
    columns: (groups) => columnsOf(steps, groups),
    codesByDepth: () => {
      // Rows of another kind may have met more groups since.
      if (all?.[0]?.length !== size()) all = columnsOf(steps, numbersTo(size()));
      return all;
    },
    among,
  };
}

function columnsOf(steps: readonly Step[], groups: ArrayLike<number>): readonly CodeColumn[] {
  const at = new Int32Array(groups.length);
  at.set(groups);
  return steps
    .toReversed()
    .map(({ split }) => split(at))
    .reverse();
}

function numbersTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/** The narrowest array for whole numbers from 0 to below `size`. */
export function arrayFor(size: number, length: number): CodeColumn {
  if (size <= 0x100) return new Uint8Array(length);
  return size <= 0x1_0000 ? new Uint16Array(length) : new Int32Array(length);
}

function combine(parents: CodeColumn, codes: CodeColumn, count: number, size: number): CodeColumn {
  const groups = arrayFor(size, codes.length);
  inBlocks(groups.length, (from, to) => {
    for (let row = from; row < to; row++) groups[row] = (parents[row] ?? 0) * count + (codes[row] ?? 0);
  });
  return groups;
}

function numberAll(parents: CodeColumn | null, codes: CodeColumn, { number }: Step): CodeColumn {
  const groups = new Int32Array(codes.length);
  for (let row = 0; row < groups.length; row++) {
    if ((row & LOOK_UPS) === 0) mayStop();
    groups[row] = number(parents?.[row] ?? 0, codes[row] ?? 0);
  }
  return groups;
}

function plainStep(codes: number, size: number): Step {
  return {
    size: () => size,
    number: (parent, code) => parent * codes + code,
    find: (parent, code) => parent * codes + code,
    parts: (group) => [Math.floor(group / codes), group % codes],
    split: (groups) => {
      const own = arrayFor(codes, groups.length);
      for (let i = 0; i < own.length; i++) {
        const group = groups[i] ?? 0;
        const parent = Math.floor(group / codes);
        groups[i] = parent;
        own[i] = group - parent * codes;
      }
      return own;
    },
    plain: codes,
  };
}

function numberedStep(): Step {
  const pairs = pairNumbers();
  return {
    size: pairs.size,
    number: pairs.number,
    find: (parent, code) => {
      const number = pairs.find(parent, code);
      return number < 0 ? null : number;
    },
    parts: (group) => [pairs.first(group), pairs.second(group)],
    split: (groups) => {
      const own = new Int32Array(groups.length);
      for (let i = 0; i < own.length; i++) {
        const group = groups[i] ?? 0;
        groups[i] = pairs.first(group);
        own[i] = pairs.second(group);
      }
      return own;
    },
    plain: null,
  };
}
