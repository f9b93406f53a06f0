import type { FileHandle } from 'node:fs/promises';
import { damaged, tooLarge } from '../file-errors.ts';
import { readAt } from './read-at.ts';

const MAX_ENTRIES = 1000;
const MAX_DIRECTORY = 4 * 1024 * 1024;
const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const IN_EXTRA = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file and after unpacking, as claimed. */
  readonly packed: number;
  readonly size: number;
  /** Of the entry's own header. */
  readonly offset: number;
}

interface Extent {
  readonly entries: number;
  readonly length: number;
  readonly offset: number;
}

/**
 * Entries of a zip file by lower-case name with forward slashes. Refuses what only an attack or damage brings about:
 * two entries of one name, entries that overlap or lie outside the file, more than a thousand of them.
 */
export async function zipDirectory(handle: FileHandle, size: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const extent = await directoryExtent(handle, size);
  if (extent.entries > MAX_ENTRIES) throw tooLarge('entries');
  if (extent.length > MAX_DIRECTORY) throw tooLarge('entries');
  if (extent.offset + extent.length > size) throw damaged('zip');
  const bytes = await readAt(handle, extent.offset, extent.length);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < extent.entries; i++) {
    const entry = readEntry(bytes, at);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged('zip');
    entries.set(key, entry);
    at += 46 + entry.rawName.length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  refuseOverlap([...entries.values()], extent.offset);
  return entries;
}

async function directoryExtent(handle: FileHandle, size: number): Promise<Extent> {
  const length = Math.min(size, END_LENGTH + 0xffff);
  const tail = await readAt(handle, size - length, length);
  let at = length - END_LENGTH;
  while (at >= 0 && !(tail.readUInt32LE(at) === END && at + END_LENGTH + tail.readUInt16LE(at + 20) <= length)) at--;
  if (at < 0) throw damaged('zip');
  const extent = {
    entries: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  if (extent.entries !== 0xffff && extent.length !== IN_EXTRA && extent.offset !== IN_EXTRA) return extent;
  return await extent64(handle, size - length + at - 20, extent);
}

/** The directory's place in a file beyond 4 GB or written as if it were; without the record the short form stands. */
async function extent64(handle: FileHandle, locatorAt: number, short: Extent): Promise<Extent> {
  if (locatorAt < 0) return short;
  const locator = await readAt(handle, locatorAt, 20);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return short;
  const record = await readAt(handle, number64(locator, 8), 56);
  if (record.readUInt32LE(0) !== END_64) throw damaged('zip');
  return { entries: number64(record, 32), length: number64(record, 40), offset: number64(record, 48) };
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged('zip');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  if (extraEnd > bytes.length) throw damaged('zip');
  const rawName = bytes.subarray(at + 46, nameEnd);
  const wide = wideFields(bytes.subarray(nameEnd, extraEnd));
  const field = (value: number): number => (value === IN_EXTRA ? wide() : value);
  const size = field(bytes.readUInt32LE(at + 24));
  const packed = field(bytes.readUInt32LE(at + 20));
  const offset = field(bytes.readUInt32LE(at + 42));
  return {
    name: rawName.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''),
    rawName,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    size,
    offset,
  };
}

/** The 8-byte numbers of the ZIP64 extra field, one after another. */
function wideFields(extra: Buffer): () => number {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return () => {
    if (at + 8 > extra.length) throw damaged('zip');
    at += 8;
    return number64(extra, at - 8);
  };
}

function number64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('zip');
  return Number(value);
}

function refuseOverlap(entries: readonly ZipEntry[], end: number): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.offset ?? end;
    if (entry.offset + 30 + entry.rawName.length + entry.packed > next) throw damaged('zip');
  });
}
