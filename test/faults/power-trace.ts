import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What a program asked of the disk, in its order; `said` is what it wrote to its standard output. */
export type DiskStep =
  | { readonly do: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly do: 'sync' | 'create' | 'remove'; readonly file: string }
  | { readonly do: 'sync-folder' }
  | { readonly do: 'said'; readonly text: string };

const CALL = /^\d+ +(\w+)\((.*)\) = (\d+)/;
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

/** Runs `node script path` and tells what it asked of the disk for the file at `path` and what stands beside it. */
export function traceOf(script: string, path: string): readonly DiskStep[] {
  const trace = `${path}.trace`;
  const calls = 'trace=openat,pwrite64,pwritev,write,ftruncate,fallocate,fsync,fdatasync,unlink,rename';
  const seen = ['-f', '-qq', '-y', '-xx', '-s', '1000000', '-o', trace, '-e', calls];
  spawnSync('strace', [...seen, process.execPath, script, path], { stdio: 'ignore' });
  const lines = readFileSync(trace, 'latin1').split('\n');
  rmSync(trace);
  return lines.flatMap((line) => stepOf(line, path) ?? []);
}
