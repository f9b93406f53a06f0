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
  members: readonly GrowingNode[] = NONE;
  index = 0;
  place = 0;
  #byCode: Map<number, GrowingNode> | null = null;

  constructor(parent: GrowingNode | null, code: number, other: boolean) {
    this.parent = parent;
    this.code = code;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.other = other;
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

  /** The member with a code; null without one. */
  member(code: number): GrowingNode | null {
    if (this.members.length === 0) return null;
    this.#byCode ??= new Map(this.members.map((node) => [node.code, node]));
    return this.#byCode.get(code) ?? null;
  }

  /** Numbers the groups below it and itself. Gives the next number. */
  number(from: number): number {
    let next = from;
    for (let at = 0; at < this.members.length; at++) {
      const member = this.members[at];
      if (member === undefined) continue;
      member.index = at;
      next = member.number(next);
    }
    this.place = next;
    return next + 1;
  }
}
