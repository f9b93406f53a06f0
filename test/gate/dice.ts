import { randomNumbers } from '../faults/random-numbers.ts';

/** Chance that comes out the same for the same seed and number. */
export class Dice {
  private readonly random: () => number;

  constructor(seed: number, number: number) {
    this.random = randomNumbers(seed ^ Math.imul(number + 1, 0x9e3779b1));
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
