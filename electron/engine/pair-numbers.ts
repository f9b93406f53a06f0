import { LOOK_UPS, mayStop } from './stoppable.ts';

/** Numbers for pairs of whole numbers, handed out from 0 in the order they are met. */
export interface PairNumbers {
  size(): number;
  number(first: number, second: number): number;
  /** −1 for a pair that was never met. */
  find(first: number, second: number): number;
  first(number: number): number;
  second(number: number): number;
}

/** A hash table in typed arrays: a tenth of the time of a Map of keys, and pairs need not fit one number. */
export function pairNumbers(): PairNumbers {
  let slots = new Int32Array(1024).fill(-1);
  let firsts = new Int32Array(512);
  let seconds = new Int32Array(512);
  let size = 0;

  const slotIn = (slots: Int32Array, first: number, second: number): number => {
    const last = slots.length - 1;
    let slot = hashOf(first, second) & last;
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0 || (firsts[number] === first && seconds[number] === second)) return slot;
      slot = (slot + 1) & last;
    }
  };
  const grow = (): void => {
    // Whole before it takes the place of the one before: the work may end at any step.
    const more = new Int32Array(size * 4).fill(-1);
    for (let number = 0; number < size; number++) {
      if ((number & LOOK_UPS) === 0) mayStop();
      more[slotIn(more, firsts[number] ?? 0, seconds[number] ?? 0)] = number;
    }
    const [oldFirsts, oldSeconds] = [firsts, seconds];
    firsts = new Int32Array(size * 2);
    seconds = new Int32Array(size * 2);
    firsts.set(oldFirsts);
    seconds.set(oldSeconds);
    slots = more;
  };

  return {
    size: () => size,
    number: (first, second) => {
      const slot = slotIn(slots, first, second);
      const known = slots[slot] ?? -1;
      if (known >= 0) return known;
      if (size === firsts.length) {
        grow();
        slots[slotIn(slots, first, second)] = size;
      } else {
        slots[slot] = size;
      }
      firsts[size] = first;
      seconds[size] = second;
      return size++;
    },
    find: (first, second) => slots[slotIn(slots, first, second)] ?? -1,
    first: (number) => firsts[number] ?? 0,
    second: (number) => seconds[number] ?? 0,
  };
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}
