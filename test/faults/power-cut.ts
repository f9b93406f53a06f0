import type { DiskStep } from './power-trace.ts';

const SECTOR = 512;

interface Written {
  readonly at: number;
  readonly bytes: Buffer;
}

/** One file as the disk has it: what is there for certain, and what may or may not have reached it. */
interface OnDisk {
  certain: Buffer;
  pending: Written[];
  /** The folder knows its name for certain. */
  isNamed: boolean;
}

/** The file with all of it written, in its order; it grows with zeroes where it must. */
function withWritten(certain: Buffer, written: readonly Written[]): Buffer {
  const size = written.reduce((most, { at, bytes }) => Math.max(most, at + bytes.length), certain.length);
  const content = Buffer.alloc(size);
  certain.copy(content);
  for (const { at, bytes } of written) bytes.copy(content, at);
  return content;
}

/** What of the writes reached the disk: each sector with the chance given, one in twenty of them in part. */
const reached = (pending: readonly Written[], chance: number, random: () => number): readonly Written[] =>
  pending.flatMap(({ at, bytes }) =>
    Array.from({ length: Math.ceil(bytes.length / SECTOR) }, (_, sector) => sector * SECTOR)
      .filter(() => random() < chance)
      .map((from) => {
        const length = random() < 0.05 ? Math.floor(random() * SECTOR) : SECTOR;
        return { at: at + from, bytes: bytes.subarray(from, from + length) };
      }),
  );

/**
 * A disk that loses power: what was not made certain by a sync is kept, lost or torn sector by sector, as chance has
 * it; a new name may be missing and a removed one may still be there until its folder is synced.
 * Not modelled: a disk that lies about a sync, names that change places.
 */
export class Disk {
  readonly #files = new Map<string, OnDisk>();

  constructor(files: Readonly<Record<string, Buffer>>) {
    for (const [name, bytes] of Object.entries(files)) {
      this.#files.set(name, { certain: Buffer.from(bytes), pending: [], isNamed: true });
    }
  }

  take(step: DiskStep): void {
    if (step.do === 'said') return;
    if (step.do === 'sync-folder') {
      for (const file of this.#files.values()) file.isNamed = true;
      return;
    }
    const file = this.#files.get(step.file) ?? { certain: Buffer.alloc(0), pending: [], isNamed: false };
    this.#files.set(step.file, file);
    if (step.do === 'write') file.pending.push(step);
    if (step.do === 'remove') this.#files.delete(step.file);
    if (step.do === 'sync') {
      file.certain = withWritten(file.certain, file.pending);
      file.pending = [];
    }
  }

  /** The files found when the power is back. */
  cut(random: () => number): ReadonlyMap<string, Buffer> {
    const chance = [0, 0.5, 0.95, 1][Math.floor(random() * 4)] ?? 0;
    const there = [...this.#files].filter(([, { isNamed }]) => isNamed || random() < 0.5);
    return new Map(
      there.map(([name, { certain, pending }]) => [name, withWritten(certain, reached(pending, chance, random))]),
    );
  }
}
