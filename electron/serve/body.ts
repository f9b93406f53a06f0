import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors.ts';

/** Longest time a JSON body may take to arrive. */
const BODY_TIME_LIMIT_MS = 30_000;

/** The body was larger than it may be, too slow or no JSON: the status says which. */
export class BodyRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`body refused: ${status}`);
    this.status = status;
  }
}

/** Counts what really arrives: a length header may be missing or lie. */
function limited(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > limit ? new BodyRefused(413) : null, chunk);
    },
  });
}

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  const counted = limited(limit);
  counted.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    await pipeline(request, counted, { signal: AbortSignal.timeout(BODY_TIME_LIMIT_MS) });
  } catch (error) {
    throw error instanceof BodyRefused ? error : new BodyRefused(408);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BodyRefused(400);
  }
}

/** Writes the body to a file that only this user can read; nothing is left of one that was refused or broke off. */
export async function saveBody(request: IncomingMessage, limit: number, path: string): Promise<void> {
  try {
    await pipeline(request, limited(limit), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof BodyRefused) throw new AppError('E_FILE_TOO_LARGE', 'The file is too large to be sent.');
    if (request.destroyed && !request.complete) throw new AppError('E_CANCELLED', 'The page stopped sending the file.');
    throw error;
  }
}
