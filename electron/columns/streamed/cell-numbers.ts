import { pairNumbers } from '#engine/pair-numbers.ts';

/** Ids of cells over all blocks: their keys where these are few, else handed out as cells are met. */
export interface CellIds {
  /** Null where ids are keys: how many there are. */
  readonly dense: number | null;
  size(): number;
  /** Makes one where there is none. */
  of(key: number): number;
  /** −1 for a cell that was never met. */
  find(key: number): number;
  keyOf(id: number): number;
}

export function denseIds(cellCount: number): CellIds {
  return {
    dense: cellCount,
    size: () => cellCount,
    of: (key) => key,
    find: (key) => (key < cellCount ? key : -1),
    keyOf: (id) => id,
  };
}

export function metIds(slotCount: number): CellIds {
  const pairs = pairNumbers();
  return {
    dense: null,
    size: pairs.size,
    of: (key) => pairs.number(Math.floor(key / slotCount), key % slotCount),
    find: (key) => (key < 0 ? -1 : pairs.find(Math.floor(key / slotCount), key % slotCount)),
    keyOf: (id) => pairs.first(id) * slotCount + pairs.second(id),
  };
}

/** A number a cell, zero until something is added; there may always be more cells. */
export class CellNumbers {
  #numbers: Float64Array;

  constructor(size: number) {
    this.#numbers = new Float64Array(Math.max(size, 1024));
  }

  at(id: number): number {
    return this.#numbers[id] ?? 0;
  }

  /** The number afterwards. */
  add(id: number, number: number): number {
    if (id >= this.#numbers.length) {
      const more = new Float64Array(Math.max(id + 1, this.#numbers.length * 2));
      more.set(this.#numbers);
      this.#numbers = more;
    }
    const sum = (this.#numbers[id] ?? 0) + number;
    this.#numbers[id] = sum;
    return sum;
  }
}
