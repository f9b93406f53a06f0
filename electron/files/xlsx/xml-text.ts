import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { damaged } from '../file-errors.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references to characters; an unknown one stays as typed. Line ends become LF, as XML asks. */
export function unescapeXml(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    if (typeof name === 'string') return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** A cell's text: XML references, then the spreadsheet's own `_x000D_` escapes. */
export function unescapeCell(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes('_x')) return plain;
  return plain.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Brings the parts of a workbook, UTF-8 or UTF-16, to UTF-8 without mark. */
export class XmlBytes {
  private wide: TextDecoder | null | undefined;

  next(chunk: Buffer): Buffer {
    if (this.wide === undefined) {
      this.wide = wideDecoder(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return chunk.subarray(3);
    }
    if (this.wide === null) return chunk;
    try {
      return Buffer.from(this.wide.decode(chunk, { stream: true }));
    } catch {
      throw damaged('encoding');
    }
  }
}

function wideDecoder(head: Buffer): TextDecoder | null {
  const [a, b] = head;
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  return little || big ? new TextDecoder(little ? 'utf-16le' : 'utf-16be', { fatal: true }) : null;
}

export function xmlString(bytes: Buffer): string {
  const utf8 = new XmlBytes().next(bytes);
  if (!isUtf8(utf8)) throw damaged('encoding');
  return utf8.toString('utf8');
}
