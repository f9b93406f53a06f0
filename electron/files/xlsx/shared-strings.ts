import { damaged } from '../file-errors.ts';
import { hashByte, HASH_SEED, type TextDictionary } from '../text/text-dictionary.ts';
import { CellText, standsForOther } from './cell-text.ts';
import { afterSpecial, afterTag, asNumber, GT, incomplete, isSpecial, localNameAt, LT, SLASH } from './xml-bytes.ts';
import { XmlFeed } from './xml-feed.ts';

const STARTS = asNumber('<si>');
const TEXT_STARTS = asNumber('><t>');
const TEXT_ENDS = asNumber('</t>');
const ENDS = asNumber('</si');

/** The workbook's list of texts, each read once and numbered in the dictionary that all columns share. */
export class SharedStrings {
  count = 0;
  private numbers = new Int32Array(1024);
  private depth = 0;
  private root = '';
  private readonly dictionary: TextDictionary;
  private readonly text: CellText;
  private readonly feed = new XmlFeed((bytes, end, view) => this.scan(bytes, end, view));

  constructor(dictionary: TextDictionary) {
    this.dictionary = dictionary;
    this.text = new CellText(dictionary);
  }

  push(chunk: Buffer): void {
    this.feed.push(chunk);
  }

  finish(): void {
    this.feed.finish();
    if (this.root !== 'sst' || this.depth !== 0) throw damaged('xml');
  }

  /** Dictionary number of a shared string, -1 for an empty one. An index beyond the list is damage. */
  at(index: number): number {
    if (index >= this.count) throw damaged('sheet');
    return this.numbers[index] ?? -1;
  }

  private scan(bytes: Uint8Array, end: number, view: DataView): number {
    let p = 0;
    for (;;) {
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (bytes[p] === 0 || p + 1 >= end) {
        if (bytes[p] === 0) incomplete(p, end);
        return p;
      }
      const plain = this.depth === 1 ? this.plainText(bytes, view, p) : 0;
      const next = plain > 0 ? plain : isSpecial(bytes, p) ? afterSpecial(bytes, p, end) : this.element(bytes, p, end);
      if (next < 0) return p;
      p = next;
    }
  }

  /** `<si><t>North</t></si>` with nothing in it that stands for something else: the place after it, 0 for all others. */
  private plainText(bytes: Uint8Array, view: DataView, at: number): number {
    if (view.getInt32(at, true) !== STARTS || view.getInt32(at + 3, true) !== TEXT_STARTS) return 0;
    const from = at + 7;
    let p = from;
    let hash = HASH_SEED;
    for (let byte = bytes[p] ?? 0; byte !== LT && !standsForOther(byte); byte = bytes[++p] ?? 0) {
      hash = hashByte(hash, byte);
    }
    if (view.getInt32(p, true) !== TEXT_ENDS || view.getInt32(p + 4, true) !== ENDS || bytes[p + 8] !== GT) return 0;
    this.add(p === from ? -1 : this.dictionary.number(bytes, from, p, hash));
    return p + 9;
  }

  /** `sst` start and end tags, whole `si` elements, and the tags of whatever extensions follow them. */
  private element(bytes: Uint8Array, at: number, end: number): number {
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (bytes[at + 1] === SLASH) {
      if (--this.depth < 0) throw damaged('xml');
      return after;
    }
    const name = localNameAt(bytes, at + 1);
    const empty = bytes[after - 2] === SLASH;
    if (this.depth === 1 && name === 'si') {
      const next = empty ? after : this.text.readRuns(bytes, after, end);
      if (next >= 0) this.add(empty ? -1 : this.text.number());
      return next;
    }
    if (this.depth === 0) {
      if (this.root !== '') throw damaged('xml');
      this.root = name;
    }
    if (!empty) this.depth++;
    return after;
  }

  private add(number: number): void {
    if (this.count === this.numbers.length) {
      const bigger = new Int32Array(this.count * 2);
      bigger.set(this.numbers);
      this.numbers = bigger;
    }
    this.numbers[this.count++] = number;
  }
}
