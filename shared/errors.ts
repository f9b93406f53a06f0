import { z } from 'zod';

/** Every expected failure the program can report. A new failure is a new entry here and a sentence in `messages/*\/errors.json`. */
export const ERROR_CODES = [
  'E_BAD_REQUEST', // input does not fit the contract
  'E_UNKNOWN_METHOD',
  'E_SENDER', // caller is not our own page
  'E_UNAUTHORIZED',
  'E_NOT_FOUND',
  'E_NO_WORKSPACE', // no workspace is open
  'E_IN_USE', // another program holds the workspace
  'E_NEWER_FILE', // workspace written by a newer version
  'E_FOREIGN_FILE', // not a workspace file
  'E_DAMAGED_FILE', // a workspace that fails its checks
  'E_READONLY',
  'E_DISK_FULL',
  'E_IO',
  'E_FILE_MISSING',
  'E_FILE_CHANGED', // gone or changed half way
  'E_FILE_EMPTY',
  'E_FILE_TYPE', // content is no readable spreadsheet or text table
  'E_FILE_ENCRYPTED',
  'E_FILE_DAMAGED', // truncated, wrong checksum, invalid structure
  'E_FILE_TOO_LARGE', // over a guard's absolute or ratio limit
  'E_SIE_NO_VOUCHERS', // balances only: nothing to make rows of
  'E_NO_HEADER',
  'E_NO_ROWS',
  'E_ALL_REJECTED',
  'E_AMBIGUOUS', // two readings fit: the user must choose
  'E_MISSING_FIELD', // a needed field is not mapped
  'E_NO_YEAR', // months as columns, and nothing says of which year
  'E_ALREADY_IMPORTED', // every row is there already
  'E_CANCELLED',
  'E_BUSY', // another long task is running
  'E_UNKNOWN_KPI',
  'E_UNKNOWN_DIMENSION',
  'E_BAD_PERIOD',
  'E_BAD_FORMULA',
  'E_FORMULA_CYCLE',
  'E_KPI_IN_USE', // other KPIs are made of it
  'E_UNREAD_DRAFT', // a report cannot be final with a headline that nobody has read
  'E_OVERFLOW', // a sum beyond exact integers
  'E_NO_BROWSER', // no Chromium, Chrome or Edge to print with
  'E_PRINT',
  'E_INTERNAL', // a bug, logged under an id
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values a sentence about the failure needs: `{file: 'a.csv', row: 12}`. Never a path or SQL. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export const failureSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/**
 * An expected failure on its way up to the dispatcher, which turns it into a `Failure`.
 * `message` is one plain English sentence; the renderer shows the translated sentence of `code` with `details`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, details: this.details };
  }
}
