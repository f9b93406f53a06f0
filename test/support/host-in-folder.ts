import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { ReadingOptions } from '#shared/importing.ts';

/** The real host in this thread, with everything it keeps in a folder of its own. */
export interface HostInFolder {
  readonly host: Host;
  readonly folder: string;
  /** The value of a call; throws on a failure. */
  value<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Reads a file up to its receipt. */
  inspect(path: string, options?: ReadingOptions): Promise<Output<'import.inspect'>>;
  /** Ends the host and takes the folder away. */
  remove(): Promise<void>;
}

/** Today is 2 October 2026. `checkOutputs`: answers are held against the contract too, which costs a pass over each. `nextStop`: see `Tasks`. */
export function hostInFolder({
  checkOutputs = true,
  under = tmpdir(),
  nextStop,
}: { checkOutputs?: boolean; under?: string; nextStop?: () => string | null } = {}): HostInFolder {
  const folder = mkdtempSync(join(under, 'nyckeltal-test-'));
  const places = { library: join(folder, 'l'), config: join(folder, 'c'), temporary: join(folder, 't') };
  const settings = { ...places, shell: 'test', version: '1', today: '2026-10-02', checkOutputs } as const;
  const host = createHost(settings, undefined, nextStop);
  const value: HostInFolder['value'] = async <M extends Method>(method: M, input: Input<M>) => {
    const result = await host.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
    return result.value as Output<M>;
  };
  return {
    host,
    folder,
    value,
    inspect: async (path, options = {}) => {
      const added = await host.addFile(path, basename(path));
      if (!added.ok) throw new Error(`${basename(path)}: ${added.error.code}: ${added.error.message}`);
      return value('import.inspect', { taskId: 'inspect', fileId: added.value.fileId, options });
    },
    remove: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
