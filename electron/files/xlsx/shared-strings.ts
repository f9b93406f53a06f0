import { damaged } from '../file-errors.ts';
import type { TextDictionary } from '../text/text-dictionary.ts';
import { CellText } from './cell-text.ts';
import { afterSpecial, afterTag, incomplete, isSpecial, localNameAt, LT, SLASH } from './xml-bytes.ts';
import { XmlFeed } from './xml-feed.ts';

/** The workbook's list of texts, each read once and numbered in the dictionary that all columns share. */
export class SharedStrings {
  count = 0;
  private numbers = new Int32Array(1024);
  private depth = 0;
  private root = '';
  private readonly text: CellText;
  private readonly feed = new XmlFeed((bytes, end) => this.scan(bytes, end));

  constructor(dictionary: TextDictionary) {
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

  private scan(bytes: Uint8Array, end: number): number {
    let p = 0;
    for (;;) {
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (bytes[p] === 0 || p + 1 >= end) {
        if (bytes[p] === 0) incomplete(p, end);
        return p;
      }
      const next = isSpecial(bytes, p) ? afterSpecial(bytes, p, end) : this.element(bytes, p, end);
      if (next < 0) return p;
      p = next;
    }
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
