import type { FileHandle } from 'node:fs/promises';
import { damaged } from '../file-errors.ts';
import { readAt } from './read-at.ts';

const HEADER = 512;
const ENTRY = 128;
const MAX_SECTORS = 4096;
/** Sector numbers from here on are marks: end of chain, free, and the tables' own. */
const MARKS = 0xfffffffa;

/**
 * Names of the streams and folders of a compound file (OLE 2), lower case: what is in it, without reading any of it.
 * Chains that loop, leave the file or are longer than any directory needs to be are damage.
 */
export async function compoundStreams(handle: FileHandle, size: number): Promise<readonly string[]> {
  const header = await readAt(handle, 0, HEADER);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged('container');
  const sectorSize = 2 ** shift;
  const sector = async (index: number): Promise<Buffer> => {
    const at = (index + 1) * sectorSize;
    if (at >= size) throw damaged('container');
    const bytes = Buffer.alloc(sectorSize);
    await handle.read(bytes, 0, sectorSize, at);
    return bytes;
  };
  const tables = await allocationTables(header, sector, sectorSize);
  const names: string[] = [];
  let index = header.readUInt32LE(48);
  for (let steps = 0; index < MARKS; steps++) {
    if (steps > MAX_SECTORS) throw damaged('container');
    const bytes = await sector(index);
    for (let at = 0; at + ENTRY <= sectorSize; at += ENTRY) {
      const length = Math.min(bytes.readUInt16LE(at + 64), 64);
      if (bytes[at + 66] !== 0 && length > 2) names.push(bytes.toString('utf16le', at, at + length - 2).toLowerCase());
    }
    const perTable = sectorSize / 4;
    const table = tables[Math.floor(index / perTable)];
    if (table === undefined) throw damaged('container');
    index = (await sector(table)).readUInt32LE((index % perTable) * 4);
  }
  return names;
}

/** Sectors that hold the chains: 109 are named in the header, the rest in a chain of their own. */
async function allocationTables(
  header: Buffer,
  sector: (index: number) => Promise<Buffer>,
  sectorSize: number,
): Promise<readonly number[]> {
  const tables: number[] = [];
  for (let at = 76; at < HEADER; at += 4) tables.push(header.readUInt32LE(at));
  let next = header.readUInt32LE(68);
  for (let steps = 0; next < MARKS; steps++) {
    if (steps > MAX_SECTORS) throw damaged('container');
    const bytes = await sector(next);
    for (let at = 0; at < sectorSize - 4; at += 4) tables.push(bytes.readUInt32LE(at));
    next = bytes.readUInt32LE(sectorSize - 4);
  }
  return tables.filter((table) => table < MARKS);
}
