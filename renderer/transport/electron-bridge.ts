import type { Result } from '#shared/errors.ts';
import { typedCall } from './carry.ts';
import type { AddedFile, HostBridge } from './host-bridge.ts';

/** The one object the preload script exposes. */
export interface PreloadApi {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  addFile(file: File): Promise<Result<AddedFile>>;
  save(downloadId: string): Promise<Result<null>>;
  pickWorkspace(): Promise<Result<{ readonly id: string } | null>>;
  pickFolder(): Promise<Result<{ readonly id: string } | null>>;
}

/** The window's host lives as long as the window, so it is never gone. */
export function electronBridge(api: PreloadApi): HostBridge {
  return {
    shell: 'electron',
    call: typedCall((method, input) => api.call(method, input)),
    addFile: (file) => api.addFile(file),
    save: ({ downloadId }) => api.save(downloadId),
    pickWorkspace: () => api.pickWorkspace(),
    pickFolder: () => api.pickFolder(),
    onGone: () => () => undefined,
  };
}
