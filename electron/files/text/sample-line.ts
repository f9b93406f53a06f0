import { isAscii } from 'node:buffer';

const MAX_LENGTH = 300;
const MAX_LINES = 200;
const swedish = /[åäöÅÄÖ]/;

/** Finds a line to judge the encoding by: the first with å ä ö, else the first with any letter beyond ASCII. */
export class SampleLine {
  best: string | null = null;
  private left = MAX_LINES;
  private readonly decode: (bytes: Buffer) => string;

  constructor(decode: (bytes: Buffer) => string) {
    this.decode = decode;
  }

  look(bytes: Buffer, from: number, to: number): void {
    if (this.left === 0 || isAscii(bytes.subarray(from, to))) return;
    for (let p = from; p < to && this.left > 0; p++) {
      if ((bytes[p] ?? 0) < 0x80) continue;
      const start = Math.max(bytes.lastIndexOf(0x0a, p) + 1, p - MAX_LENGTH, 0);
      const lineEnd = bytes.indexOf(0x0a, p);
      const end = Math.min(lineEnd < 0 ? to : lineEnd, to, start + 2 * MAX_LENGTH);
      this.take(this.decode(bytes.subarray(start, end)).replace(/\r$/, ''));
      p = end;
    }
  }

  private take(line: string): void {
    this.left--;
    if (swedish.test(line)) {
      this.left = 0;
      this.best = line;
    } else {
      this.best ??= line;
    }
  }
}
