import { AppError } from '#shared/errors.ts';
import type { FileFormat } from './identify-file.ts';
import { sniffUtf16 } from './text/guess-encoding.ts';

/** First bytes of what people drop by mistake, and what it is. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'pdf'],
  [
    /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|avif|mif1))/s,
    'image',
  ],
  [/^(?:\u001f\u008b|7z\u00bc\u00af|Rar!|\u00fd7zXZ|BZh)/, 'archive'],
  [/^SQLite format 3\0/, 'database'],
  [/^PAR1/, 'parquet'],
  [/^\{\\rtf/, 'rtf'],
  [/^(?:\u00ff\u00fe\0\0|\0\0\u00fe\u00ff)/, 'utf-32'],
];

const markup = /^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<style)/i;
const xml = /^\s*<\?xml/;

export function wrongType(what: string, file: string): AppError {
  return new AppError('E_FILE_TYPE', `The file is no table (${what}).`, { what, file });
}

/** The format by the file's first bytes, looking into containers where they are not enough. */
export function knownType(head: Buffer, file: string): FileFormat {
  const start = head.toString('latin1', 0, 512);
  const other = others.find(([pattern]) => pattern.test(start));
  if (other !== undefined) throw wrongType(other[1], file);
  return textType(head, file);
}

/** Text, unless it is markup or so full of control characters that it is no text at all. */
function textType(head: Buffer, file: string): FileFormat {
  const wide = sniffUtf16(head.subarray(0, 4096));
  const text = wide === null ? head.toString('latin1') : new TextDecoder(wide).decode(head);
  const start = text.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '');
  if (markup.test(start)) throw wrongType('html', file);
  if (xml.test(start)) throw wrongType(/<html/i.test(start) ? 'html' : 'xml', file);
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++;
  if (controls > 4 && controls > text.length / 20) throw wrongType('binary', file);
  return 'text';
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x1a;
}
