import { damaged, tooLarge } from '../file-errors.ts';
import { XmlBytes } from './xml-text.ts';

const MAX_PENDING = 64 * 1024 * 1024;
/** Bytes behind the last one: a zero, and room to look at several at a time. */
const BEHIND = 8;

/** Gives the place up to which it is done; `bytes[end]` is 0. `view` is of the same bytes. */
type Scan = (bytes: Uint8Array, end: number, view: DataView) => number;

/** Hands XML that comes in chunks to a scanner that takes whole pieces and leaves the last, incomplete one for later. */
export class XmlFeed {
  private readonly scan: Scan;
  private readonly source = new XmlBytes();
  private bytes = new Uint8Array(1 << 14);
  private view = new DataView(this.bytes.buffer);
  private length = 0;
  /** No new look before this much is there: keeps the work linear when one piece spans many chunks. */
  private wanted = 0;

  constructor(scan: Scan) {
    this.scan = scan;
  }

  push(raw: Buffer): void {
    const chunk = this.source.next(raw);
    const needed = this.length + chunk.length + BEHIND;
    if (needed > this.bytes.length) {
      const bigger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      bigger.set(this.bytes.subarray(0, this.length));
      this.bytes = bigger;
      this.view = new DataView(bigger.buffer);
    }
    this.bytes.set(chunk, this.length);
    this.length += chunk.length;
    if (this.length < this.wanted) return;
    this.look();
    this.wanted = this.length > chunk.length ? this.length * 2 : 0;
    if (this.length > MAX_PENDING) throw tooLarge('text');
  }

  finish(): void {
    this.look();
    for (let i = 0; i < this.length; i++) if ((this.bytes[i] ?? 0) > 0x20) throw damaged('xml');
  }

  private look(): void {
    this.bytes[this.length] = 0;
    const done = this.scan(this.bytes, this.length, this.view);
    this.bytes.copyWithin(0, done, this.length);
    this.length -= done;
  }
}
