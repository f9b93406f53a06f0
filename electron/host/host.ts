import type { Transport, WorkspaceInfo } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import type { Download } from './file-desk.ts';

export interface FileTicket {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** What a shell holds: the contract, and the few things only a shell may say because they name files of this machine. */
export interface Host {
  readonly call: Transport;
  /** Registers a file the user chose or dropped; pages see the id alone. */
  addFile(path: string, name: string, fileId?: string): Promise<Result<FileTicket>>;
  /** Registers a workspace the user chose, to be opened with `workspace.open`; the file need not exist. */
  addWorkspace(path: string): Promise<Result<{ readonly id: string }>>;
  /** Registers a folder the user chose, to be watched with `watch.start`. */
  addFolder(path: string): Promise<Result<{ readonly id: string }>>;
  /** Makes an empty workspace at a path where no file is, and opens it. */
  createWorkspace(path: string): Promise<Result<WorkspaceInfo>>;
  /** A finished file waiting to be saved. */
  download(downloadId: string): Promise<Result<Download>>;
  /** Cancels what runs, closes the workspace and lets the file go. */
  close(): Promise<void>;
}
