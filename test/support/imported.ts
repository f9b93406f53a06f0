import type { Input, Method, Output } from '#shared/contract.ts';
import { hostInFolder } from './host-in-folder.ts';

export interface ImportedWorkspace {
  /** The value of a call; throws on a failure. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Imports one more file as it is guessed. */
  add(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A new workspace in a folder of its own with one file imported as it is guessed; it counts in the currency of its first. */
export async function importedWorkspace(path: string): Promise<ImportedWorkspace> {
  const { value, inspect, remove } = hostInFolder();
  await value('workspace.create', { name: 'Golden' });
  const add = async (file: string): Promise<void> => {
    const { stageId, currency } = await inspect(file);
    const [code] = currency.codes;
    const options = currency.asks && code !== undefined ? { workspaceCurrency: code } : {};
    await value('import.commit', { taskId: 'commit', stageId, options });
  };
  await add(path);
  return { call: value, add, close: remove };
}
