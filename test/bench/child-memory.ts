import { readdirSync, readFileSync } from 'node:fs';

const SAMPLED_MS = 200;

/** Most memory, in MB, that processes begun by this one have at a time: what they share is counted once. Null where the system does not tell. */
export function watchChildren(): { readonly end: () => number | null } {
  let most: number | null = null;
  const timer = setInterval(() => {
    const now = megabytesBelow(process.pid);
    if (now !== null) most = Math.max(most ?? 0, now);
  }, SAMPLED_MS);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function megabytesBelow(ancestor: number): number | null {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  } catch {
    return null;
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + ownMegabytes(pid), 0);
}

/** 0 for one that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid: string): number => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
const ownMegabytes = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0) / 1024;
