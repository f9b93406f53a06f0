import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { WatchState } from '#shared/watching.ts';

export const HEADER = 'Fakturadatum;Fakturanr;Radnr;Kund;Belopp';
const LIMIT_MS = 10_000;

/** Invoices of a month: `N` rows of 100 kr. */
export function month(number: number, rows = 3): string {
  const mm = String(number).padStart(2, '0');
  const lines = Array.from({ length: rows }, (_, i) => `2026-${mm}-01;${mm}-${i};1;Kund ${i};100,00`);
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** A host with a workspace whose September is imported, and an empty folder beside it. */
export class WatchedHost {
  readonly root = mkdtempSync(join(tmpdir(), 'nyckeltal-watch-'));
  readonly folder = join(this.root, 'Exporter');
  /** What was logged; anything is an error of the test. */
  readonly bugs: string[] = [];
  #host: Host | null = null;

  get host(): Host {
    this.#host ??= createHost(
      {
        shell: 'test',
        version: '1',
        library: join(this.root, 'l'),
        config: join(this.root, 'c'),
        temporary: join(this.root, 't'),
        today: '2026-11-21',
        checkOutputs: true,
        watchPace: { quietMs: 60, pollMs: 120 },
      },
      (line) => this.bugs.push(line),
    );
    return this.#host;
  }

  async open(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    await this.value('workspace.create', { name: 'Bevakad' });
    await this.import('september.csv', month(9));
  }

  async value<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await this.host.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
    return result.value as Output<M>;
  }

  /** Imports a file from elsewhere, as the user does. */
  async import(name: string, content: string): Promise<number> {
    const path = join(this.root, name);
    writeFileSync(path, content);
    const added = await this.host.addFile(path, name);
    const fileId = added.ok ? added.value.fileId : '';
    const { stageId } = await this.value('import.inspect', { taskId: 'i', fileId, options: {} });
    return (await this.value('import.commit', { taskId: 'c', stageId, options: {} })).id;
  }

  /** A file that is there from one moment to the next. */
  put(name: string, content: string | Buffer): void {
    writeFileSync(join(this.root, 'unfinished'), content);
    renameSync(join(this.root, 'unfinished'), join(this.folder, name));
  }

  async watch(): Promise<WatchState> {
    const added = await this.host.addFolder(this.folder);
    return this.value('watch.start', { id: added.ok ? added.value.id : '' });
  }

  state(): Promise<WatchState> {
    return this.value('watch.state', {});
  }

  async until(holds: (state: WatchState) => boolean): Promise<WatchState> {
    const end = performance.now() + LIMIT_MS;
    for (;;) {
      const state = await this.state();
      if (holds(state)) return state;
      if (performance.now() > end) throw new Error(`not in time: ${JSON.stringify(state)} ${this.bugs.join()}`);
      await wait(10);
    }
  }

  /** Long enough for several looks at the folder. */
  async aWhile(): Promise<WatchState> {
    await wait(500);
    return this.state();
  }

  /** Ends the program; the next call begins it anew. */
  async end(): Promise<void> {
    await this.#host?.close();
    this.#host = null;
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(this.root, { recursive: true, force: true });
    if (this.bugs.length > 0) throw new Error(this.bugs.join('\n'));
  }
}

export const names = (files: readonly { readonly name: string }[]): string[] => files.map(({ name }) => name);
