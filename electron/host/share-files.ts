import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { sharedSchema, type Shared } from '#shared/sharing.ts';
import type { FileDesk } from './file-desk.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { nearestSafeName } from './safe-name.ts';

const MOST_BYTES = 1_000_000;
const VERSION = 1;
/** Room for the ending in a name of 120 characters. */
const LONGEST_NAME = 100;

/** The envelope first: a file of a later version is told from one that is something else. */
const envelopeSchema = z.object({ nyckeltal: z.int().min(1), shared: z.unknown() });

export interface SharingDesk {
  readonly workspace: OpenWorkspace;
  readonly files: FileDesk;
  /** Private folder of this run. */
  readonly temporary: string;
}

/** A dashboard or a saved view as a small JSON file, without any of the data. */
export function writeShared(shared: Shared, { files, temporary }: SharingDesk): Output<'share.write'> {
  const { name: title } = shared.what === 'dashboard' ? shared.dashboard : shared.view;
  const name = `${nearestSafeName(title).slice(0, LONGEST_NAME)}.${shared.what}.json`;
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, name);
  writeFileSync(path, `${JSON.stringify({ nyckeltal: VERSION, shared }, null, 2)}\n`, { mode: 0o600 });
  return files.addDownload({ path, name }, 'application/json');
}

/** Reads such a file from anybody: small, UTF-8 and exactly of the shape, or E_FILE_TOO_LARGE, E_FILE_EMPTY, E_FILE_TYPE. */
export function readShared(fileId: string, { workspace, files }: SharingDesk): Shared {
  const { path, name } = files.file(fileId, (picked) => workspace.isFile(picked));
  const { size } = statSync(path);
  if (size > MOST_BYTES)
    throw new AppError('E_FILE_TOO_LARGE', 'A shared view is never this large.', { file: name, problem: 'shared' });
  if (size === 0) throw new AppError('E_FILE_EMPTY', 'The file is empty.', { file: name });
  const envelope = envelopeSchema.safeParse(jsonOf(readFileSync(path)));
  const problem = envelope.success && envelope.data.nyckeltal > VERSION ? 'shared-newer' : 'shared';
  const read = envelope.success && problem === 'shared' ? sharedSchema.safeParse(envelope.data.shared) : null;
  if (read?.success !== true)
    throw new AppError('E_FILE_TYPE', 'The file holds no shared view.', { file: name, problem });
  return read.data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
