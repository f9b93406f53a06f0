import { randomInt } from 'node:crypto';

/** Differs from run to run, so that no file can be written whose names all fall into one slot. */
const SEED = randomInt(2 ** 31);

function hashOf(name: string): number {
  let hash = SEED;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01_00_01_93);
  return hash ^ (hash >>> 15);
}

/**
 * Codes of names by name, over a list of names by code. A map does the same in four times the time and makes much garbage
 * while it grows; the half million order numbers of a large file are looked up once each.
 */
export class NameCodes {
  readonly #names: readonly string[];
  /** Codes by slot, 0 where free; at most half of them are taken. */
  #slots = new Int32Array(64);
  /** By code. */
  #hashes = new Int32Array(32);
  #count = 0;

  /** `names` by code, of which 0 is none. It may grow; a name in it is found once it is added here. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** 0 for an unknown name. */
  codeOf(name: string): number {
    const hash = hashOf(name);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0 || (this.#hashes[code] === hash && this.#names[code] === name)) return code;
    }
  }

  /** Takes up a name of the list that is not known yet. */
  add(code: number): void {
    if (++this.#count * 2 > this.#slots.length) this.#growSlots();
    if (code >= this.#hashes.length) {
      const hashes = new Int32Array(Math.max(this.#hashes.length * 2, code + 1));
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#hashes[code] = hashOf(this.#names[code] ?? '');
    this.#place(code);
  }

  #place(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[code] ?? 0) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = code;
  }

  #growSlots(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot++) {
      const code = before[slot] ?? 0;
      if (code !== 0) this.#place(code);
    }
  }
}
