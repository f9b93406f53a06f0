import { constants, copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

const NO_PLACE = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENOTEMPTY',
  'EEXIST',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
]);

/** A finished file to where it was asked for: whole or not at all, what stood there before stays until then. */
export function putFile(made: string, target: string): void {
  let part = '';
  try {
    const place = existsSync(target) ? realpathSync(target) : target;
    part = `${place}.${String(process.pid)}.part`;
    copyFileSync(made, part, constants.COPYFILE_EXCL);
    renameSync(part, place);
  } catch (error) {
    if (part !== '') rmSync(part, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (NO_PLACE.has(code)) throw new UsageError('noPlace', { file: target });
    throw error;
  }
}
