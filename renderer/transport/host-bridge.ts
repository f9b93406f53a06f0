import type { Input, Method, Output } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';

export interface AddedFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** What the page may ask of the program around it, the same whichever shell that is. */
export interface HostBridge {
  readonly shell: 'electron' | 'browser';
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>>;
  /** Hands a dropped or chosen file over; the page never sees or sends a path. */
  addFile(file: File): Promise<Result<AddedFile>>;
  /** Gives a finished download to the user: a save dialog in the window, an ordinary download in the browser. */
  save(download: { readonly downloadId: string; readonly name: string }): Promise<Result<null>>;
  /** The system's open dialog for workspaces, null where the shell has none. */
  readonly pickWorkspace: (() => Promise<Result<{ readonly id: string } | null>>) | null;
  /** The system's dialog for a folder to watch, null where the shell has none: there it is named at the start. */
  readonly pickFolder: (() => Promise<Result<{ readonly id: string } | null>>) | null;
  /** Called once when the program behind the page is gone for good. Returns a function that stops listening. */
  onGone(listener: () => void): () => void;
}
