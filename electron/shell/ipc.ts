import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Dialog, IpcMain, IpcMainInvokeEvent } from 'electron';
import { attempt, failed, type Log } from '#host/failures.ts';
import type { Host } from '#host/host.ts';
import { WORKSPACE_EXTENSION } from '#host/workspace-library.ts';
import type { Result } from '#shared/errors.ts';
import { isTrustedSender } from './policy.ts';

export const CHANNEL = 'nyckeltal:call';

/** What the preload sends; a path comes from a File the user dropped or picked, never from the page's own words. */
const messageSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('call'), method: z.string().max(60), input: z.unknown() }),
  z.strictObject({ do: z.literal('addFile'), path: z.string().min(1).max(32_768) }),
  z.strictObject({ do: z.literal('save'), downloadId: z.string().max(100) }),
  z.strictObject({ do: z.literal('pickWorkspace') }),
  z.strictObject({ do: z.literal('pickFolder') }),
]);

export interface IpcOptions {
  readonly host: Host;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  /** Ids of the contents of our windows. */
  readonly known: ReadonlySet<number>;
  readonly log: Log;
}

export function handleCalls(ipcMain: Pick<IpcMain, 'handle'>, { host, dialog, known, log }: IpcOptions): void {
  async function save(downloadId: string): Promise<Result<null>> {
    const download = await host.download(downloadId);
    if (!download.ok) return download;
    const { filePath } = await dialog.showSaveDialog({ defaultPath: download.value.name });
    if (!filePath) return failed('E_CANCELLED', 'Nothing was saved.');
    return attempt(async () => {
      await copyFile(download.value.path, filePath);
      return null;
    }, log);
  }

  async function pickWorkspace(): Promise<Result<unknown>> {
    const filters = [{ name: 'Nyckeltal', extensions: [WORKSPACE_EXTENSION.slice(1)] }];
    const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
    const path = filePaths[0];
    return path === undefined ? { ok: true, value: null } : host.addWorkspace(path);
  }

  async function pickFolder(): Promise<Result<unknown>> {
    const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
    const path = filePaths[0];
    return path === undefined ? { ok: true, value: null } : host.addFolder(path);
  }

  ipcMain.handle(CHANNEL, async (event: IpcMainInvokeEvent, raw: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event.senderFrame, event.sender.id, known))
      return failed('E_SENDER', 'Only the app’s own page may call.');
    const message = messageSchema.safeParse(raw);
    if (!message.success) return failed('E_BAD_REQUEST', 'The request does not fit the contract.');
    switch (message.data.do) {
      case 'call':
        return host.call(message.data.method, message.data.input);
      case 'addFile':
        return host.addFile(message.data.path, basename(message.data.path));
      case 'save':
        return save(message.data.downloadId);
      case 'pickWorkspace':
        return pickWorkspace();
      case 'pickFolder':
        return pickFolder();
    }
  });
}
