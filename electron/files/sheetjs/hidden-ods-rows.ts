import { XmlFeed } from '../xlsx/xml-feed.ts';
import { afterSpecial, afterTag, incomplete, isSpecial, localNameAt, LT, SLASH } from '../xlsx/xml-bytes.ts';

/** Rows from and up to which a sheet hides them, 1-based, the second not included. */
export type HiddenRanges = readonly (readonly [from: number, to: number])[];

/** More is no table that a person has filtered. */
const MOST_RANGES = 200_000;

/**
 * The rows that an OpenDocument spreadsheet hides, sheet by sheet, from the stream of its content: the library that reads the
 * cells does not say. Whatever is no XML says nothing.
 */
export class HiddenOdsRows {
  private readonly feed = new XmlFeed((bytes, end) => this.scan(bytes, end));
  private readonly open: string[] = [];
  private readonly found: [number, number][][] = [];
  private row = 1;
  private isBroken = false;

  push(chunk: Buffer): void {
    if (this.isBroken) return;
    try {
      this.feed.push(chunk);
    } catch {
      this.isBroken = true;
    }
  }

  /** In the order of the sheets; none where the content could not be followed to its end. */
  finish(): readonly HiddenRanges[] {
    try {
      if (!this.isBroken) this.feed.finish();
    } catch {
      this.isBroken = true;
    }
    return this.isBroken ? [] : this.found;
  }

  private scan(bytes: Uint8Array, end: number): number {
    let p = 0;
    for (;;) {
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (bytes[p] === 0) {
        incomplete(p, end);
        return p;
      }
      if (p + 1 >= end) return p;
      const special = isSpecial(bytes, p);
      const after = special ? afterSpecial(bytes, p, end) : afterTag(bytes, p, end);
      if (after < 0) return p;
      if (!special) this.element(bytes, p, after);
      p = after;
    }
  }

  private element(bytes: Uint8Array, at: number, after: number): void {
    if (bytes[at + 1] === SLASH) {
      this.open.pop();
      return;
    }
    const name = localNameAt(bytes, at + 1);
    if (name === 'table' && this.open.at(-1) === 'spreadsheet') {
      this.found.push([]);
      this.row = 1;
    } else if (name === 'table-row' && !this.open.includes('table-cell')) {
      this.addRow(Buffer.from(bytes.subarray(at, after)).toString('latin1'));
    }
    if (bytes[after - 2] !== SLASH) this.open.push(name);
  }

  private addRow(tag: string): void {
    const repeated = Number(/:number-rows-repeated\s*=\s*["'](\d{1,7})["']/.exec(tag)?.[1] ?? 1);
    const isHidden = /:visibility\s*=\s*["'](?:collapse|filter)["']/.test(tag);
    const ranges = this.found.at(-1);
    if (isHidden && ranges !== undefined && ranges.length < MOST_RANGES) {
      const last = ranges.at(-1);
      if (last?.[1] === this.row) last[1] += repeated;
      else ranges.push([this.row, this.row + repeated]);
    }
    this.row += repeated;
  }
}

/** How many rows of a sheet are hidden; `fileRows` null when row i is the sheet's row i + 1. */
export function countHidden(ranges: HiddenRanges, rows: number, fileRows: Int32Array | null): number {
  let [hidden, place] = [0, 0];
  for (let i = 0; i < rows; i++) {
    const row = fileRows === null ? i + 1 : (fileRows[i] ?? 0);
    while (place < ranges.length && row >= (ranges[place]?.[1] ?? 0)) place++;
    const range = ranges[place];
    if (range === undefined) break;
    if (row >= range[0]) hidden++;
  }
  return hidden;
}
