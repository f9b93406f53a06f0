import { AppError, type ErrorDetails } from '#shared/errors.ts';

const missing = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENODEV', 'ENXIO']);

/** A failure with the file's name in its details; the operating system's word on a file becomes a typed one, without its path. */
export function fileError(error: unknown, file: string): unknown {
  if (error instanceof AppError) return new AppError(error.code, error.message, { file, ...error.details });
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) return error;
  return missing.has(code)
    ? new AppError('E_FILE_MISSING', 'The file is not there.', { file })
    : new AppError('E_IO', 'The file could not be read.', { file, reason: code });
}

/** `what` names the part at fault in one word: 'zip', 'checksum', 'xml', 'container', 'encoding', 'sheet'. */
export function damaged(what: string, details: ErrorDetails = {}): AppError {
  return new AppError('E_FILE_DAMAGED', `The file is damaged (${what}).`, { what, ...details });
}

/** `what` names the limit: 'file', 'entries', 'entry', 'ratio', 'cells', 'columns', 'rows', 'record', 'text', 'memory', 'time'. */
export function tooLarge(what: string, details: ErrorDetails = {}): AppError {
  return new AppError('E_FILE_TOO_LARGE', `The file is over a limit (${what}).`, { what, ...details });
}
