import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isReadable } from '#shared/readable-files.ts';

/** Names looked at, and files worth reading among them: those that came last. A folder is for exports, not for an archive. */
const MOST_NAMES = 2000;
const MOST_FILES = 50;

export interface FolderFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** Changes with the file: size, time and inode. */
  readonly stamp: string;
  /** When it came or was changed last, milliseconds. */
  readonly at: number;
  /** Another program has it open or is still writing it, by the file that such programs put beside it. */
  readonly held: boolean;
}

/** `~$a.xlsx` (Excel), `.~lock.a.xlsx#` (LibreOffice), `a.csv.part` and alike (browsers) are about `a`. */
function heldName(name: string): string | null {
  const match = /^~\$(.+)$|^\.~lock\.(.+)#$|^(.+)\.(?:part|partial|crdownload|download|filepart|tmp)$/i.exec(name);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

/** The readable files of a folder, latest first. Links are not followed, folders in it not entered. */
export async function listFolder(folder: string): Promise<readonly FolderFile[]> {
  const names: string[] = [];
  const held = new Set<string>();
  for await (const entry of await opendir(folder)) {
    const about = heldName(entry.name);
    if (about !== null) held.add(about.toLowerCase());
    else if (entry.isFile() && isReadable(entry.name) && names.length < MOST_NAMES) names.push(entry.name);
  }
  const files: FolderFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() !== true) continue;
    const { size, mtimeMs, ctimeMs, birthtimeMs, ino } = stats;
    // A copy keeps the time of its original; the other two say when it came.
    const at = Math.max(mtimeMs, ctimeMs, birthtimeMs);
    files.push({ path, name, size, stamp: `${size}:${mtimeMs}:${ino}`, at, held: held.has(name.toLowerCase()) });
  }
  return files.toSorted((a, b) => b.at - a.at || a.name.localeCompare(b.name, 'sv')).slice(0, MOST_FILES);
}
