import { hashByte, HASH_SEED, type TextDictionary } from '../text/text-dictionary.ts';
import {
  afterElement,
  afterSpecial,
  afterTag,
  incomplete,
  isCdata,
  isSpecial,
  localNameAt,
  LT,
  SLASH,
} from './xml-bytes.ts';
import { damaged } from '../file-errors.ts';
import { unescapeCell } from './xml-text.ts';

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const CR = 0x0d;
const CDATA_START = 9;
const CDATA_END = 3;

/** Bytes that may begin a reference, an `_x000D_` escape or a line end to be changed; and the zero that ends all bytes. */
export function standsForOther(byte: number): boolean {
  return byte === AMPERSAND || byte === UNDERSCORE || byte === CR || byte === 0;
}

/** Collects the text of one cell or shared string from the runs it is made of, and numbers it. */
export class CellText {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private readonly dictionary: TextDictionary;

  constructor(dictionary: TextDictionary) {
    this.dictionary = dictionary;
  }

  clear(): void {
    this.length = 0;
  }

  /** Character data with references as they stand. */
  add(source: Uint8Array, from: number, to: number): void {
    this.room(to - from);
    for (let p = from; p < to; p++) this.bytes[this.length++] = source[p] ?? 0;
  }

  /** Reads character data from `at` to the end tag that follows; gives that tag's place, or -1. */
  addUntilTag(source: Uint8Array, at: number, end: number): number {
    let from = at;
    let p = at;
    for (;;) {
      while (source[p] !== LT && source[p] !== 0) p++;
      if (source[p] === 0) return incomplete(p, end);
      if (p + 1 >= end) return -1;
      this.add(source, from, p);
      if (!isSpecial(source, p)) return p;
      const next = afterSpecial(source, p, end);
      if (next < 0) return -1;
      if (isCdata(source, p)) this.addLiteral(source, p + CDATA_START, next - CDATA_END);
      from = p = next;
    }
  }

  /**
   * Reads the inside of an `si` or `is` element from `at`: its `t` runs, without those of phonetic guides. Gives the place
   * after the element's end tag, or -1.
   */
  readRuns(source: Uint8Array, at: number, end: number): number {
    this.clear();
    let open = '';
    let p = at;
    for (;;) {
      while (source[p] !== LT && source[p] !== 0) p++;
      if (source[p] === 0) return incomplete(p, end);
      if (p + 1 >= end) return -1;
      if (isSpecial(source, p)) {
        p = afterSpecial(source, p, end);
        if (p < 0) return -1;
        continue;
      }
      const after = afterTag(source, p, end);
      if (after < 0) return -1;
      const name = localNameAt(source, source[p + 1] === SLASH ? p + 2 : p + 1);
      if (source[p + 1] === SLASH) {
        if (open === '') {
          if (name !== 'si' && name !== 'is') throw damaged('xml');
          return after;
        }
        if (name !== open) throw damaged('xml');
        open = '';
        p = after;
      } else if (source[after - 2] === SLASH) {
        p = after;
      } else if (name === 't') {
        p = this.addUntilTag(source, after, end);
        if (p < 0) return -1;
        const close = afterTag(source, p, end);
        if (close < 0) return -1;
        if (source[p + 1] !== SLASH || localNameAt(source, p + 2) !== 't') throw damaged('xml');
        p = close;
      } else if (name === 'r' && open === '') {
        open = 'r';
        p = after;
      } else {
        p = afterElement(source, p, end);
        if (p < 0) return -1;
      }
    }
  }

  /** The text's number in the dictionary, -1 for an empty one. */
  number(): number {
    let hash = HASH_SEED;
    let escaped = false;
    for (let i = 0; i < this.length; i++) {
      const byte = this.bytes[i] ?? 0;
      if (standsForOther(byte)) escaped = true;
      hash = hashByte(hash, byte);
    }
    if (escaped) return this.numberUnescaped();
    return this.length === 0 ? -1 : this.dictionary.number(this.bytes, 0, this.length, hash);
  }

  /** The characters as they stand, references included. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** The text as it stands, for the few kinds of cell that are no text. */
  toString(): string {
    return Buffer.from(this.bytes.buffer, 0, this.length).toString('latin1');
  }

  private numberUnescaped(): number {
    const bytes = Buffer.from(unescapeCell(Buffer.from(this.bytes.buffer, 0, this.length).toString('utf8')));
    if (bytes.length === 0) return -1;
    let hash = HASH_SEED;
    for (const byte of bytes) hash = hashByte(hash, byte);
    return this.dictionary.number(bytes, 0, bytes.length, hash);
  }

  /** The inside of a CDATA section, in which an ampersand is only an ampersand. */
  private addLiteral(source: Uint8Array, from: number, to: number): void {
    const escaped = Buffer.from(source.subarray(from, to)).toString('latin1').replaceAll('&', '&amp;');
    const bytes = Buffer.from(escaped, 'latin1');
    this.add(bytes, 0, bytes.length);
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}
