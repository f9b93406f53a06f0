import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { AppError } from '#shared/errors.ts';
import { compoundStreams } from './containers/compound-file.ts';
import type { FileFormat } from './identify-file.ts';
import { sniffUtf16 } from './text/guess-encoding.ts';
import { ZipArchive } from './containers/zip-archive.ts';

const ZIP = /^504b(?:0304|0506)/;
const COMPOUND = /^d0cf11e0a1b11ae1/;
/** BOF records of Excel 2 to 4 and of bare later streams, which come without a container. */
const BARE_WORKBOOK = /^09(?:000400|020600|040600|080800|081000)/;

/** First bytes, in hexadecimal, of what people drop by mistake, and what it is. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^255044462d/, 'pdf'],
  [/^(?:89504e47|ffd8ff|47494638|424d.{8}00000000|49492a00|4d4d002a|52494646.{8}57454250)/, 'image'],
  [/^.{8}66747970(?:68656963|61766966|6d696631)/, 'image'],
  [/^(?:1f8b08|377abcaf271c|526172211a07|fd377a585a|425a683[1-9]314159)/, 'archive'],
  [/^53514c69746520666f726d6174203300/, 'database'],
  [/^5041523115/, 'parquet'],
  [/^7b5c727466/, 'rtf'],
  [/^(?:fffe0000|0000feff)/, 'utf-32'],
];

/** Parts that tell what a zip file is, in this order. */
const packages: readonly (readonly [RegExp, FileFormat | { readonly wrong: string }])[] = [
  [/(?:^|\/)workbook\.bin$/, 'xlsb'],
  [/^xl\//, 'xlsx'],
  [/^word\//, { wrong: 'document' }],
  [/^ppt\//, { wrong: 'presentation' }],
  [/^index\/.*\.iwa$|^index\.zip$/, { wrong: 'numbers' }],
  [/^content\.xml$/, 'ods'],
  [/^\[content_types\]\.xml$/, 'xlsx'],
];

/** Streams that tell what a compound file is. */
const compounds: readonly (readonly [string, FileFormat | { readonly wrong: string }])[] = [
  ['workbook', 'xls'],
  ['book', 'xls'],
  ['worddocument', { wrong: 'document' }],
  ['powerpoint document', { wrong: 'presentation' }],
];

/** The first line of a SIE file. */
const SIE = /^\s*#(?:FLAGGA[\s\d]|(?:FORMAT|SIETYP|PROGRAM)[ \t].*[\r\n]+#)/;
const markup = /^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<style)/i;
const xml = /^\s*<\?xml/;

function wrongType(what: string, file: string): AppError {
  return new AppError('E_FILE_TYPE', `The file is no table (${what}).`, { what, file });
}

/** The format by the file's first bytes, looking into containers where they are not enough. */
export async function knownType(handle: FileHandle, head: Buffer, file: string): Promise<FileFormat> {
  const start = head.toString('hex', 0, 32);
  const other = others.find(([pattern]) => pattern.test(start));
  if (other !== undefined) throw wrongType(other[1], file);
  if (ZIP.test(start)) return await packageType(handle, file);
  if (COMPOUND.test(start)) return await compoundType(handle, file);
  if (BARE_WORKBOOK.test(start)) return 'xls';
  return textType(head, file);
}

async function packageType(handle: FileHandle, file: string): Promise<FileFormat> {
  const { size } = await handle.stat();
  const archive = await ZipArchive.open(handle, size);
  const names = archive.names();
  const found = packages.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (found === undefined) throw wrongType('archive', file);
  if (typeof found[1] === 'object') throw wrongType(found[1].wrong, file);
  if (found[1] === 'ods') await checkOpenDocument(archive, file);
  return found[1];
}

/** OpenDocument text and drawings have the same parts as a spreadsheet; protected ones say so in their manifest. */
async function checkOpenDocument(archive: ZipArchive, file: string): Promise<void> {
  const [mimetype, manifest] = [archive.entry('mimetype'), archive.entry('META-INF/manifest.xml')];
  const type = mimetype === undefined ? '' : (await archive.bytes(mimetype, 200)).toString('latin1');
  if (type !== '' && !type.includes('spreadsheet')) throw wrongType('document', file);
  const listed = manifest === undefined ? '' : (await archive.bytes(manifest, 1 << 20)).toString('latin1');
  if (listed.includes('encryption-data')) throw encrypted(file);
}

async function compoundType(handle: FileHandle, file: string): Promise<FileFormat> {
  const { size } = await handle.stat();
  const names = await compoundStreams(handle, size);
  if (names.includes('encryptedpackage')) throw encrypted(file);
  const found = compounds.find(([name]) => names.includes(name));
  if (found === undefined) throw wrongType('compound', file);
  if (typeof found[1] === 'object') throw wrongType(found[1].wrong, file);
  return found[1];
}

function encrypted(file: string): AppError {
  return new AppError('E_FILE_ENCRYPTED', 'The file is protected by a password.', { file });
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
  return SIE.test(start) ? 'sie' : 'text';
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x1a;
}
