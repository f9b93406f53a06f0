import type { Failure, Result } from '#shared/errors.ts';

/** An expected failure on its way through the query cache, which knows only thrown errors. */
export class HostFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'HostFailure';
    this.failure = failure;
  }
}

/** The value of a result, or a thrown `HostFailure`. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new HostFailure(result.error);
}

/** Any thrown thing as a failure with a code; what is no expected failure is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HostFailure) return error.failure;
  return { code: 'E_INTERNAL', message: error instanceof Error ? error.message : String(error), details: {} };
}
