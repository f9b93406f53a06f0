import { statfsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Rows, the journal and the column segments of an import stand on the disk side by side. */
const TIMES_THE_ESTIMATE = 3;

/** Throws E_DISK_FULL unless the disk of the workspace at `path` has three times the `estimate` (bytes) free. */
export function assertFreeSpace(path: string, estimate: number): void {
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = bavail * bsize;
  const needed = estimate * TIMES_THE_ESTIMATE;
  if (free < needed) {
    throw new AppError('E_DISK_FULL', 'There is not enough free space on the disk.', {
      file: basename(path),
      free,
      needed,
    });
  }
}
