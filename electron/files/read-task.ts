import { AppError } from '#shared/errors.ts';

/** How a long read is watched and stopped. `progress` counts bytes of the file. */
export interface ReadTask {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

/** Called between chunks: reports and throws `E_CANCELLED` when the user has had enough. */
export function checkpoint(task: ReadTask, done: number, total: number): void {
  if (task.cancelled()) throw new AppError('E_CANCELLED', 'The reading was cancelled.');
  task.progress(Math.min(done, total), total);
}
