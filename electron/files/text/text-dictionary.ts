import { isAscii, isUtf8 } from 'node:buffer';
import { randomInt } from 'node:crypto';
import { damaged, tooLarge } from '../file-errors.ts';

const MAX_BYTES = 256 * 1024 * 1024;
const PRIME = 16_777_619;
/** Differs from run to run, so that no file can be written whose texts all fall into one slot. */
export const HASH_SEED = randomInt(2 ** 31);

/** FNV-1a over bytes, to be run alongside the scan of a cell. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** Distinct byte strings, numbered in order of first appearance; they become strings once, at the end. */
export class TextDictionary {
  count = 0;
  private slots = new Int32Array(64).fill(-1);
  private hashes = new Int32Array(32);
  private ends = new Int32Array(32);
  private bytes = Buffer.alloc(256);

  /** Number of the bytes `from` to `to`, whose hash (seeded with `HASH_SEED`) the caller has at hand. */
  number(source: Uint8Array, from: number, to: number, hash: number): number {
    const { slots, hashes, ends, bytes } = this;
    const mask = slots.length - 1;
    const length = to - from;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const id = slots[slot] ?? -1;
      if (id < 0) break;
      if (hashes[id] === hash) {
        const start = id === 0 ? 0 : (ends[id - 1] ?? 0);
        if ((ends[id] ?? 0) - start === length) {
          let k = 0;
          while (k < length && bytes[start + k] === source[from + k]) k++;
          if (k === length) return id;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.add(source, from, to, hash, slot);
  }

  /** All texts in order. `decode` turns bytes into text, one character a byte where `singleByte`. */
  texts(decode: (bytes: Buffer) => string, singleByte: boolean): string[] {
    const used = this.bytes.subarray(0, this.start(this.count));
    const texts = new Array<string>(this.count);
    const whole = singleByte ? decode(used) : isAscii(used) ? used.toString('latin1') : null;
    for (let id = 0; id < this.count; id++) {
      const [from, to] = [this.start(id), this.start(id + 1)];
      texts[id] = whole === null ? decode(used.subarray(from, to)) : whole.slice(from, to);
    }
    return texts;
  }

  /** All texts of a workbook, which knows no other encoding: a byte that does not fit is damage. */
  utf8Texts(): string[] {
    if (!isUtf8(this.bytes.subarray(0, this.start(this.count)))) throw damaged('encoding');
    return this.texts((bytes) => bytes.toString('utf8'), false);
  }

  private start(id: number): number {
    return id === 0 ? 0 : (this.ends[id - 1] ?? 0);
  }

  private add(source: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const id = this.count++;
    const start = this.start(id);
    const end = start + to - from;
    if (end > MAX_BYTES) throw tooLarge('text');
    if (end > this.bytes.length) {
      const bytes = Buffer.alloc(Math.max(this.bytes.length * 2, end));
      bytes.set(this.bytes);
      this.bytes = bytes;
    }
    // Byte by byte: a view of a short text costs more than the text.
    for (let k = from; k < to; k++) this.bytes[start + k - from] = source[k] ?? 0;
    this.slots[slot] = id;
    this.hashes[id] = hash;
    this.ends[id] = end;
    if (this.count * 2 >= this.slots.length) this.grow();
    return id;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      const hash = this.hashes[id] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
    const hashes = new Int32Array(slots.length / 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const ends = new Int32Array(slots.length / 2);
    ends.set(this.ends);
    this.ends = ends;
  }
}
