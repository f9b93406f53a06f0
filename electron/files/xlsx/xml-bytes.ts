import { damaged } from '../file-errors.ts';

/**
 * Steps over XML in bytes. `bytes[end]` must be 0, which stops every loop: before `end` it is damage, for XML holds no
 * zero; at `end` it means that more has to come, which is answered with -1.
 */
export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;
const BRACKET = 0x5b;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

export function incomplete(at: number, end: number): -1 {
  if (at < end) throw damaged('xml');
  return -1;
}

/** Up to four characters as a view of bytes gives them, little-endian, in one look. */
export function asNumber(text: string): number {
  return [...text].reduceRight((number, letter) => (number << 8) | letter.charCodeAt(0), 0);
}

/** Place after the `>` of the tag that starts at `at`; a `>` inside quotes does not count. */
export function afterTag(bytes: Uint8Array, at: number, end: number): number {
  let p = at + 1;
  for (;;) {
    const byte = bytes[p] ?? 0;
    if (byte === GT) return p + 1;
    if (byte === QUOTE || byte === APOSTROPHE) {
      p++;
      while (bytes[p] !== byte && bytes[p] !== 0) p++;
    }
    if (bytes[p] === 0 || byte === 0) return incomplete(p, end);
    if (byte === LT) throw damaged('xml');
    p++;
  }
}

/** True for a comment, an instruction or a CDATA section at `at`. */
export function isSpecial(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === EXCLAMATION || bytes[at + 1] === QUESTION;
}

export function isCdata(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === EXCLAMATION && bytes[at + 2] === BRACKET;
}

/** Place after a comment, instruction or CDATA section. A document type is refused. */
export function afterSpecial(bytes: Uint8Array, at: number, end: number): number {
  const instruction = bytes[at + 1] === QUESTION;
  if (at + 9 > end && !instruction) return -1;
  const comment = bytes[at + 2] === DASH && bytes[at + 3] === DASH;
  if (!instruction && !comment && bytes[at + 2] !== BRACKET) throw damaged('doctype');
  const mark = instruction ? '?>' : comment ? '-->' : ']]>';
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, end).indexOf(
    mark,
    at + (instruction ? 2 : comment ? 4 : 9),
  );
  return found < 0 ? -1 : found + mark.length;
}

/** Name of the element whose name starts at `at`, without prefix. */
export function localNameAt(bytes: Uint8Array, at: number): string {
  let name = '';
  for (let p = at; ; p++) {
    const byte = bytes[p] ?? 0;
    if (byte <= 0x20 || byte === GT || byte === SLASH) return name;
    name = byte === COLON ? '' : name + String.fromCharCode(byte);
    if (name.length > 200) throw damaged('xml');
  }
}

/** Place after the element that starts at `at`, with everything in it. */
export function afterElement(bytes: Uint8Array, at: number, end: number): number {
  const open: string[] = [];
  let p = at;
  for (;;) {
    while (bytes[p] !== LT && bytes[p] !== 0) p++;
    if (bytes[p] === 0) return incomplete(p, end);
    if (p + 1 >= end) return -1;
    const next = isSpecial(bytes, p) ? afterSpecial(bytes, p, end) : afterTag(bytes, p, end);
    if (next < 0) return -1;
    if (bytes[p + 1] === SLASH) {
      if (open.pop() !== localNameAt(bytes, p + 2)) throw damaged('xml');
    } else if (!isSpecial(bytes, p) && bytes[next - 2] !== SLASH) {
      open.push(localNameAt(bytes, p + 1));
      if (open.length > 64) throw damaged('xml');
    }
    p = next;
    if (open.length === 0) return p;
  }
}
