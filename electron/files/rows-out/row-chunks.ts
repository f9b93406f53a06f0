import { AppError } from '#shared/errors.ts';

/** How a long write is watched and stopped. `progress` counts rows. */
export interface WriteTask {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

const CHUNK_ROWS = 4096;

/** Positions a chunk at a time; between two chunks progress is told and E_CANCELLED thrown when the user has had enough. */
export function* rowChunks(positions: Int32Array, task: WriteTask): Generator<Int32Array> {
  for (let from = 0; from < positions.length; from += CHUNK_ROWS) {
    if (task.cancelled()) throw new AppError('E_CANCELLED', 'The writing was cancelled.');
    task.progress(from, positions.length);
    yield positions.subarray(from, from + CHUNK_ROWS);
  }
}
