import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/contract.ts';

export interface DeskFile {
  readonly path: string;
  readonly name: string;
}

export interface Download extends DeskFile {
  readonly type: string;
  readonly size: number;
}

/** Files by opaque id: those the user chose to import, and finished ones waiting to be saved. */
export class FileDesk {
  readonly #files = new Map<string, DeskFile>();
  readonly #downloads = new Map<string, Download>();

  addFile(id: string, file: DeskFile): void {
    this.#files.set(id, file);
  }

  /** The file behind an id. The open workspace is refused under any name: reading it would drop SQLite's lock on it. */
  file(id: string, isOpenWorkspace: (path: string) => boolean): DeskFile {
    const file = this.#files.get(id);
    if (file === undefined) throw new AppError('E_NOT_FOUND', 'This file is no longer at hand.');
    const stats = statSync(file.path, { throwIfNoEntry: false });
    if (stats === undefined) throw new AppError('E_FILE_MISSING', 'The file is gone.', { file: file.name });
    if (!stats.isFile()) throw new AppError('E_FILE_TYPE', 'This is not a file.', { file: file.name });
    if (isOpenWorkspace(file.path))
      throw new AppError('E_FILE_TYPE', 'This is the open workspace itself.', { file: file.name });
    return file;
  }

  addDownload(file: DeskFile, type: string): Output<'report.print'> {
    const downloadId = randomUUID();
    const { size } = statSync(file.path);
    this.#downloads.set(downloadId, { ...file, type, size });
    return { downloadId, name: file.name, type, size };
  }

  download(id: string): Download {
    const found = this.#downloads.get(id);
    if (found === undefined) throw new AppError('E_NOT_FOUND', 'This file is no longer at hand.');
    return found;
  }
}
