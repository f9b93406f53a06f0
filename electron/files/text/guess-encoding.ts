import { isUtf8 } from 'node:buffer';
import type { Encoding } from '#shared/importing.ts';
import { SingleByteVote } from './single-byte.ts';

/** Length of the byte order mark at the start of a text in this encoding, 0 without one. */
export function byteOrderMark(head: Uint8Array, encoding: Encoding): number {
  const [a, b, c] = head;
  if (encoding === 'utf-8' && a === 0xef && b === 0xbb && c === 0xbf) return 3;
  if (encoding === 'utf-16le' && a === 0xff && b === 0xfe) return 2;
  return encoding === 'utf-16be' && a === 0xfe && b === 0xff ? 2 : 0;
}

/** UTF-16 by its mark, or by the zero bytes it puts beside every Latin letter. Null when it is neither. */
export function sniffUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (byteOrderMark(head, 'utf-16le') > 0) return 'utf-16le';
  if (byteOrderMark(head, 'utf-16be') > 0) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = head.length * 0.2;
  if (odd > enough && even < odd / 10) return 'utf-16le';
  return even > enough && odd < even / 10 ? 'utf-16be' : null;
}

/**
 * Guesses a text's encoding from all of its bytes, fed chunk by chunk: UTF-16, else UTF-8 if every byte fits,
 * else the better of CP437 and Windows-1252.
 */
export class EncodingGuess {
  private utf16: 'utf-16le' | 'utf-16be' | null | undefined;
  private utf8 = true;
  private cut = new Uint8Array(0);
  private readonly vote = new SingleByteVote();

  add(chunk: Uint8Array): void {
    if (this.utf16 === undefined) this.utf16 = sniffUtf16(chunk.subarray(0, 4096));
    if (this.utf16 !== null) return;
    const bytes = this.cut.length > 0 ? Buffer.concat([this.cut, chunk]) : chunk;
    const whole = this.utf8 ? wholeCharacters(bytes) : bytes.length;
    if (this.utf8 && !isUtf8(bytes.subarray(0, whole))) this.utf8 = false;
    this.cut = this.utf8 ? Uint8Array.from(bytes.subarray(whole)) : new Uint8Array(0);
    if (!this.utf8) this.vote.count(bytes);
  }

  get encoding(): Encoding {
    if (this.utf16) return this.utf16;
    if (this.cut.length > 0) this.vote.count(this.cut);
    return this.utf8 && this.cut.length === 0 ? 'utf-8' : this.vote.winner;
  }
}

/** Length without the character that the end of the chunk cuts in two. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
