import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a program asked of the disk, in its order; `said` is what it wrote to its standard output. */
export type DiskStep =
  | { readonly do: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly do: 'sync' | 'create' | 'remove'; readonly file: string }
  | { readonly do: 'sync-folder' }
  | { readonly do: 'said'; readonly text: string };

const CALL = /^(\w+)\((.*)\) = (\d+)/;
const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll(String.raw`\x`, ''), 'hex');
const textOf = (escaped: string): string => bytesOf(escaped).toString();

/** The step of one line of the trace; null where it does not touch the workspace. */
function stepOf(line: string, path: string): DiskStep | null {
  const [, call, given = ''] = CALL.exec(line) ?? [];
  const opened = textOf(/^\d+<([^>]*)>/.exec(given)?.[1] ?? '');
  const [, quoted = ''] = /"([^"]*)"/.exec(given) ?? [];
  if (call === 'write') return given.startsWith('1<') ? { do: 'said', text: textOf(quoted) } : null;
  if (call === 'fsync' && opened === dirname(path)) return { do: 'sync-folder' };
  if (call === 'openat' || call === 'unlink') {
    const file = textOf(quoted);
    if (!file.startsWith(path) || (call === 'openat' && !given.includes('O_CREAT'))) return null;
    return { do: call === 'unlink' ? 'remove' : 'create', file: basename(file) };
  }
  if (!opened.startsWith(path)) return null;
  const file = basename(opened);
  if (call === 'fsync' || call === 'fdatasync') return { do: 'sync', file };
  if (call !== 'pwrite64') throw new Error(`${String(call)} is not known of ${file}`);
  return { do: 'write', file, at: Number(/(\d+)$/.exec(given)?.[1]), bytes: bytesOf(quoted) };
}

/**
 * Runs `node script path` and tells what it asked of the disk for the file at `path` and what stands beside it. Each thread has a
 * trace of its own, in which no other one cuts a call in two; the one that writes the database is the program's.
 */
export function traceOf(script: string, path: string): readonly DiskStep[] {
  const folder = `${path}.traces`;
  mkdirSync(folder);
  const calls = 'trace=openat,pwrite64,pwritev,write,ftruncate,fallocate,fsync,fdatasync,unlink,rename';
  const seen = ['-ff', '-qq', '-y', '-xx', '-s', '1000000', '-o', join(folder, 'thread'), '-e', calls];
  spawnSync('strace', [...seen, process.execPath, script, path], { stdio: 'ignore' });
  const threads = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1').split('\n'));
  rmSync(folder, { recursive: true });
  const writing = threads
    .map((lines) => lines.flatMap((line) => stepOf(line, path) ?? []))
    .filter((steps) => steps.some((step) => step.do === 'write'));
  const [steps = [], ...others] = writing;
  if (others.length > 0) throw new Error('more than one thread writes the database');
  return steps;
}
