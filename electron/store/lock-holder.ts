import { readFileSync, statSync } from 'node:fs';

export interface LockHolder {
  readonly pid: number;
  readonly program: string;
}

/**
 * Who holds a lock on the file, from the kernel's own list, so that nothing is left behind by a killed program.
 * Null where there is no such list (Windows, macOS) or no lock. Never opens the file.
 */
export function lockHolder(path: string): LockHolder | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
    const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
    const device = [major, minor].map((part) => part.toString(16).padStart(2, '0')).join(':');
    const line = readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .find((lock) => lock.includes(` ${device}:${ino} `));
    const pid = Number(line?.trim().split(/\s+/)[4]);
    if (!(pid > 0)) return null;
    return { pid, program: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() };
  } catch {
    return null;
  }
}
