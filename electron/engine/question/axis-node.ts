import type { Steps } from './levels.ts';

/** A group on an axis: all of it, a member, a member of a member. */
export interface AxisNode {
  /** Member codes and bucket indexes down to it. */
  readonly path: readonly number[];
  readonly depth: number;
  /** The last of its path. */
  readonly code: number;
  readonly parent: AxisNode | null;
  /** The united remainder of its parent's members. */
  readonly other: boolean;
  /** In order. */
  readonly members: readonly AxisNode[];
  /** Its own place among its parent's members. */
  readonly index: number;
  /** After all its members, as groups are read with their subtotal last. */
  readonly place: number;
}

const NONE: readonly GrowingNode[] = [];

/** A group while its axis is made. A table may have a million: each holds a number, not its path. */
export class GrowingNode implements AxisNode {
  readonly parent: GrowingNode | null;
  readonly code: number;
  readonly depth: number;
  readonly other: boolean;
  /** Of its cell over all of the other axis in the first of the questions asked; −1 where it has none of its own there. */
  readonly key: number;
  #members: GrowingNode[] | null = null;
  index = 0;
  place = 0;
  /** By code one more than the member's index, as long as codes are few; else by a map. */
  #places: Int32Array | Map<number, number> | null = null;

  constructor(parent: GrowingNode | null, code: number, other: boolean, key = -1) {
    this.parent = parent;
    this.code = code;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.other = other;
    this.key = key;
  }

  get members(): readonly GrowingNode[] {
    return this.#members ?? NONE;
  }

  /** Its next member. */
  take(node: GrowingNode): void {
    (this.#members ??= []).push(node);
  }

  get path(): readonly number[] {
    const path = Array<number>(this.depth).fill(0);
    this.#fill(path);
    return path;
  }

  #fill(path: number[]): void {
    if (this.parent === null) return;
    this.parent.#fill(path);
    path[this.depth - 1] = this.code;
  }

  /** The groups at the ends of some paths, a column a step; null for none. */
  ends(steps: readonly Steps[], count: number): readonly (GrowingNode | null)[] {
    const nodes = Array<GrowingNode | null>(count).fill(this);
    for (const codes of steps) {
      let parent: GrowingNode | null = null;
      let code = -1;
      let node: GrowingNode | null = null;
      for (let i = 0; i < count; i++) {
        const above = nodes[i] ?? null;
        const own = codes[i] ?? 0;
        // Paths mostly follow each other in the order of groups.
        if (above !== parent || own !== code) {
          parent = above;
          code = own;
          node = parent?.member(code) ?? null;
        }
        nodes[i] = node;
      }
    }
    return nodes;
  }

  /** The member with a code; null without one. */
  member(code: number): GrowingNode | null {
    if (this.members.length === 0) return null;
    const places = (this.#places ??= placesOf(this.members));
    const place = places instanceof Int32Array ? places[code] : places.get(code);
    return this.members[(place ?? 0) - 1] ?? null;
  }

  /** Numbers the groups below it and itself. Gives the next number. */
  number(from: number): number {
    let next = from;
    let index = 0;
    for (const member of this.members) {
      member.index = index++;
      next = member.number(next);
    }
    this.place = next;
    return next + 1;
  }
}

/** So many codes for every member that there is. */
const CODES_A_MEMBER = 8;

function placesOf(members: readonly GrowingNode[]): Int32Array | Map<number, number> {
  const codes = members.reduce((most, { code }) => Math.max(most, code), 0) + 1;
  if (codes > CODES_A_MEMBER * members.length) return new Map(members.map(({ code }, i) => [code, i + 1]));
  const places = new Int32Array(codes);
  for (const [i, { code }] of members.entries()) places[code] = i + 1;
  return places;
}
