import { createHash } from 'node:crypto';
import { identifyFile } from '#files/identify-file.ts';
import type { Transport } from '#shared/contract.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { OfferedFile } from '#shared/watching.ts';
import { called, lookAtFile, type KnownFile } from './look-at-file.ts';
import type { FolderFile } from './list-folder.ts';

/** What a file of the folder is to the workspace. */
export type Finding =
  | { readonly is: 'offer'; readonly offer: OfferedFile }
  | { readonly is: 'imported' | 'there' | 'unknown' | 'unreadable' | 'declined' };

export interface Found {
  readonly stamp: string;
  readonly sha256: string;
  readonly finding: Finding;
  /** What the finding rests on: another one may be due when this has changed. */
  readonly basis: string;
}

/** What is in the workspace, as far as it decides what a file is. */
export interface Basis {
  /** SHA-256 of the imported files. */
  readonly contents: ReadonlySet<string>;
  readonly imports: ReadonlySet<number>;
  /** Fingerprints of the headers that are known. */
  readonly headers: string;
}

export async function readBasis(call: Transport): Promise<Basis> {
  const records = await called(call, 'import.list', {});
  const mappings = await called(call, 'mapping.list', {});
  return {
    contents: new Set(records.map(({ file }) => file.sha256)),
    imports: new Set(records.map(({ id }) => id)),
    headers: mappings
      .map(({ fingerprint }) => fingerprint)
      .toSorted()
      .join(),
  };
}

/** The part of the workspace that a finding rests on. */
export function basisOf({ is }: Finding, { imports, headers }: Basis): string {
  switch (is) {
    case 'offer':
      return `${[...imports].join()} ${headers}`;
    case 'imported':
    case 'there':
      return [...imports].join();
    case 'unknown':
      return headers;
    case 'unreadable':
    case 'declined':
      return '';
  }
}

/** These may pass: the file is looked at again when the folder is. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'E_CANCELLED',
  'E_FILE_CHANGED',
  'E_FILE_MISSING',
  'E_IO',
  'E_NO_WORKSPACE',
  'E_NOT_FOUND',
]);

/** SHA-256 of a file, null for one that is no table by its first bytes. Throws what may pass. */
export async function contentOf({ path }: FolderFile): Promise<string | null> {
  try {
    return (await identifyFile(path)).sha256;
  } catch (error) {
    if (!(error instanceof AppError) || PASSING.has(error.code)) throw error;
    return null;
  }
}

/** The id of a file of the folder: of this content at this place, so that it stays the same between runs. */
export const fileIdOf = ({ path }: Pick<FolderFile, 'path'>, sha256: string): string =>
  createHash('sha256').update(`${path}\n${sha256}`).digest('base64url').slice(0, 24);

/** Reads a file whose content is new. With `file`, its stage is at hand. Throws what may pass. */
export async function findOut(
  call: Transport,
  known: Pick<OfferedFile, 'name' | 'size' | 'fileId' | 'sha256'>,
  taskId: string,
): Promise<{ readonly finding: Finding; readonly file: KnownFile | null }> {
  try {
    const look = await lookAtFile(call, known.fileId, taskId);
    if (look.is !== 'known') return { finding: look, file: null };
    const { file } = look;
    if (file.sha256 !== known.sha256) {
      await call('import.discard', { stageId: file.stageId });
      throw new AppError('E_FILE_CHANGED', 'The file has changed.');
    }
    const { kinds, rows, rejected, remembered, ready } = file;
    return {
      finding: { is: 'offer', offer: { ...known, kinds: [...kinds], rows, rejected, remembered, ready } },
      file,
    };
  } catch (error) {
    if (!(error instanceof AppError) || PASSING.has(error.code)) throw error;
    return { finding: { is: error.code.startsWith('E_FILE_') ? 'unreadable' : 'unknown' }, file: null };
  }
}
