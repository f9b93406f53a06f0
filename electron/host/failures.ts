import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AppError, type ErrorCode, type Failure, type Result } from '#shared/errors.ts';

export type Log = (line: string) => void;

export const logToStderr: Log = (line) => process.stderr.write(`${line}\n`);

const codeOfErrno: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['E_FILE_MISSING', 'The file is gone.'],
  ENOSPC: ['E_DISK_FULL', 'The disk is full.'],
  EDQUOT: ['E_DISK_FULL', 'The disk is full.'],
  EACCES: ['E_READONLY', 'The file or its folder may not be written or read.'],
  EPERM: ['E_READONLY', 'The file or its folder may not be written or read.'],
  EROFS: ['E_READONLY', 'The disk is read-only.'],
  EIO: ['E_IO', 'The disk reported an error.'],
};

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Where a bug happened, in words that hold no path, no SQL and no cell text: the message of an exception may hold all three. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').flatMap((line) => {
    const match = /^\s+at (?:([\w.<>[\] ]+) \()?(?:.*[\\/])?([^\\/()]+:\d+):\d+\)?$/.exec(line);
    return match === null ? [] : [`${match[1] ?? '(top)'} ${basename(match[2] ?? '')}`];
  });
  return [error.name, errnoOf(error), frames.slice(0, 6).join(' < ')].filter(Boolean).join(' ');
}

/** The failure an exception becomes: expected ones as they are, the system's by their errno, all others as a logged bug. */
export function toFailure(error: unknown, log: Log): Failure {
  if (error instanceof AppError) return error.toFailure();
  const known = Object.hasOwn(codeOfErrno, errnoOf(error)) ? codeOfErrno[errnoOf(error)] : undefined;
  if (known !== undefined) return { code: known[0], message: known[1], details: {} };
  const id = randomBytes(4).toString('hex');
  log(`bug ${id}: ${describeBug(error)}`);
  return { code: 'E_INTERNAL', message: `Something went wrong inside the program (${id}).`, details: { id } };
}

export function failed(code: ErrorCode, message: string, details: Failure['details'] = {}): Result<never> {
  return { ok: false, error: { code, message, details } };
}

/** Runs a step and gives its outcome as a `Result`. */
export async function attempt<T>(step: () => T | Promise<T>, log: Log): Promise<Result<T>> {
  try {
    return { ok: true, value: await step() };
  } catch (error) {
    return { ok: false, error: toFailure(error, log) };
  }
}
