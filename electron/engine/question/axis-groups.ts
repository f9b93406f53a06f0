import { pairNumbers } from '../pair-numbers.ts';
import type { Steps } from './levels.ts';

/**
 * The groups on an axis: all of it, its members, members of those. There may be a million, so a group is a number, with what is known
 * of it in columns: the total is 0, groups of the same depth follow each other in the order they are read in, and so do the members of
 * each.
 */
export class AxisGroups {
  size = 1;
  /** By group: how many steps lead to it. */
  depths = new Uint8Array(1);
  /** By group the last of its steps: a member's code or a bucket's index. */
  codes = new Int32Array(1);
  /** By group the one it is a member of, −1 for the total. */
  parents = Int32Array.of(-1);
  /** Where the groups of each depth begin, and where the last of them end. */
  readonly #starts = [0, 1];
  readonly #finders: FindMember[] = [];
  #firsts: Int32Array | null = null;

  /** Adds the groups of the next depth, in order, those under the same parent together. */
  take(parents: Int32Array, codes: Int32Array): void {
    const from = this.size;
    this.size += codes.length;
    this.depths = longer(new Uint8Array(this.size), this.depths).fill(this.#starts.length - 1, from);
    this.codes = longer(new Int32Array(this.size), this.codes);
    this.parents = longer(new Int32Array(this.size), this.parents);
    this.codes.set(codes, from);
    this.parents.set(parents, from);
    this.#starts.push(this.size);
    this.#firsts = null;
  }

  /** Groups at a depth: from the first to before the second number. */
  at(depth: number): readonly [from: number, to: number] {
    return [this.#starts[depth] ?? this.size, this.#starts[depth + 1] ?? this.size];
  }

  /** By group its first member, and one more for the end of all: members end where those of the next group begin. */
  get firsts(): Int32Array {
    if (this.#firsts !== null) return this.#firsts;
    const firsts = new Int32Array(this.size + 1).fill(this.size);
    // Parents never descend.
    let parent = -1;
    for (let group = 1; group < this.size; group++)
      for (const own = this.parents[group] ?? 0; parent < own;) firsts[++parent] = group;
    return (this.#firsts = firsts);
  }

  /** Member codes and bucket indexes down to a group. */
  path(group: number): readonly number[] {
    const path = Array<number>(this.depths[group] ?? 0).fill(0);
    let at = group;
    for (let depth = path.length - 1; depth >= 0; depth--) {
      path[depth] = this.codes[at] ?? 0;
      at = this.parents[at] ?? 0;
    }
    return path;
  }

  /** The group at the end of a path; −1 for none. */
  find(path: readonly number[]): number {
    let group = 0;
    for (const [depth, code] of path.entries()) if (group >= 0) group = this.#finder(depth)(group, code);
    return group;
  }

  /** The groups at the ends of some paths, a column a step; −1 for none. */
  ends(steps: readonly Steps[], count: number): Int32Array {
    const groups = new Int32Array(count);
    for (const [depth, codes] of steps.entries()) {
      const find = this.#finder(depth);
      for (let i = 0; i < count; i++) {
        const parent = groups[i] ?? 0;
        if (parent >= 0) groups[i] = find(parent, codes[i] ?? 0);
      }
    }
    return groups;
  }

  /** By group its place in the order they are read in, each after all its members: the total has the last. */
  places(): Int32Array {
    const { size, parents } = this;
    // First how many groups a group is with all below it, then where the next of its members begins.
    const within = new Int32Array(size).fill(1);
    for (let group = size - 1; group > 0; group--) add(within, parents[group] ?? 0, within[group] ?? 0);
    const places = new Int32Array(size);
    const next = new Int32Array(size);
    for (let group = 0; group < size; group++) {
      const parent = parents[group] ?? 0;
      const from = parent < 0 ? 0 : (next[parent] ?? 0);
      next[group] = from;
      places[group] = from + (within[group] ?? 0) - 1;
      if (parent >= 0) add(next, parent, within[group] ?? 0);
    }
    return places;
  }

  #finder(depth: number): FindMember {
    const [from, to] = this.at(depth + 1);
    return (this.#finders[depth] ??= memberFinder(this.parents, this.codes, from, to));
  }
}

/** The member of a group that has a code; −1 for none. */
type FindMember = (parent: number, code: number) => number;

/** So many entries of a table a group, and always so many. */
const ENTRIES_A_GROUP = 8;
const ALWAYS_A_TABLE = 65_536;

/** A table of all codes under all parents where it is not too empty, else a table of the pairs that there are. */
function memberFinder(parents: Int32Array, codes: Int32Array, from: number, to: number): FindMember {
  if (from >= to) return () => -1;
  const first = parents[from] ?? 0;
  const width = codes.subarray(from, to).reduce((most, code) => (code > most ? code : most), 0) + 1;
  const length = ((parents[to - 1] ?? 0) - first + 1) * width;
  if (length > ALWAYS_A_TABLE + ENTRIES_A_GROUP * (to - from)) {
    const numbers = pairNumbers();
    for (let group = from; group < to; group++) numbers.number(parents[group] ?? 0, codes[group] ?? 0);
    return (parent, code) => {
      const found = numbers.find(parent, code);
      return found < 0 ? -1 : from + found;
    };
  }
  const groups = new Int32Array(length).fill(-1);
  for (let group = from; group < to; group++)
    groups[((parents[group] ?? 0) - first) * width + (codes[group] ?? 0)] = group;
  return (parent, code) => (code < 0 || code >= width ? -1 : (groups[(parent - first) * width + code] ?? -1));
}

function longer<T extends Uint8Array | Int32Array>(into: T, values: T): T {
  into.set(values);
  return into;
}

function add(sums: Int32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
