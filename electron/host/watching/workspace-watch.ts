import { randomUUID } from 'node:crypto';
import type { Transport } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { LeftReason, OfferedFile, TakenFile, WatchState } from '#shared/watching.ts';
import { attempt, type Log } from '../failures.ts';
import type { FileDesk } from '../file-desk.ts';
import type { Tasks } from '../tasks.ts';
import { basisOf, contentOf, fileIdOf, findOut, readBasis, type Basis, type Finding, type Found } from './finding.ts';
import { FolderWatch, type FolderHint, type WatchPace } from './folder-watch.ts';
import { called, type KnownFile } from './look-at-file.ts';
import type { FolderLook, QuietFile } from './quiet-files.ts';
import type { WatchEntry } from './watch-settings.ts';

/** Files on offer at once; the rest of a folder waits until some are answered. */
const MOST_OFFERS = 20;
const MOST_LEFT = 10;
/** A file that is imported without being asked about has been quiet so many times longer than one that is offered. */
const DIRECT_PATIENCE = 3;

export interface WatchDesk {
  /** The contract in its order: a look at a file takes its turn like any other import. */
  readonly call: Transport;
  readonly files: FileDesk;
  readonly tasks: Tasks;
  readonly isOpenWorkspace: (path: string) => boolean;
  readonly pace: WatchPace;
  readonly hint: FolderHint;
  readonly log: Log;
}

/** The folder watched for the open workspace: which of its files are new, and those that were imported from it. */
export class WorkspaceWatch {
  readonly #desk: WatchDesk;
  readonly #save: (entry: WatchEntry) => void;
  readonly #folder: FolderWatch;
  readonly #found = new Map<string, Found>();
  #entry: WatchEntry;
  #look: FolderLook | null = { quiet: [], unfinished: [], isWaiting: false };
  #imports: ReadonlySet<number> = new Set();
  #taken: readonly TakenFile[] = [];
  #working = false;
  #again = false;
  #stopped = false;
  /** The task of the look that is under way. */
  #task: string | null = null;

  constructor(entry: WatchEntry, desk: WatchDesk, save: (entry: WatchEntry) => void) {
    this.#entry = entry;
    this.#desk = desk;
    this.#save = save;
    const onLook = (look: FolderLook | null): void => {
      this.#look = look;
      if (look !== null && look.quiet.length > 0) this.refresh();
    };
    this.#folder = new FolderWatch(entry.folder, desk.pace, onLook, desk.hint);
  }

  get entry(): WatchEntry {
    return this.#entry;
  }

  stop(): void {
    this.#stopped = true;
    this.#folder.stop();
    this.giveWay();
  }

  /** Lets go of a file that is being looked at: somebody waits for what they asked. It is looked at again later. */
  giveWay(): void {
    if (this.#task !== null) this.#desk.tasks.cancel(this.#task);
  }

  /** From now on, or no longer. What is on offer already stays so. */
  setDirect(direct: boolean): void {
    if (direct) this.#remember(this.offers().map(({ sha256 }) => sha256));
    this.#change({ direct });
  }

  /** Takes an offer away, or brings it back. */
  decline(fileId: string, isDeclined: boolean): void {
    const found = [...this.#found].find(([path, { sha256 }]) => fileIdOf({ path }, sha256) === fileId);
    if (found === undefined) throw new AppError('E_NOT_FOUND', 'This file is no longer at hand.');
    const { sha256 } = found[1];
    const others = this.#entry.declined.filter((content) => content !== sha256);
    this.#change({ declined: isDeclined ? [...others, sha256] : others });
  }

  forgetTaken(fileId: string): void {
    this.#taken = this.#taken.filter((file) => file.fileId !== fileId);
  }

  /** Works through the folder's files, one after another; asked again meanwhile, it goes round once more. */
  refresh(): void {
    this.#again = true;
    if (this.#working || this.#stopped) return;
    this.#working = true;
    void attempt(() => this.#work(), this.#desk.log).then(() => {
      this.#working = false;
    });
  }

  offers(): readonly OfferedFile[] {
    const offers = (this.#look?.quiet ?? []).flatMap((file) => {
      const found = this.#current(file);
      return found?.finding.is === 'offer' && !this.#entry.declined.includes(found.sha256) ? [found.finding.offer] : [];
    });
    const first = new Map(offers.toReversed().map((offer) => [offer.sha256, offer]));
    return offers.filter((offer) => first.get(offer.sha256) === offer);
  }

  state(): Pick<WatchState, 'present' | 'offers' | 'taken' | 'left'> {
    const left = (name: string, why: LeftReason) => ({ name, why });
    const unfinished = (this.#look?.unfinished ?? []).map(({ name }) => left(name, 'unfinished'));
    const others = (this.#look?.quiet ?? []).flatMap((file) => {
      const is = this.#current(file)?.finding.is;
      return is === 'unknown' || is === 'unreadable' ? [left(file.name, is)] : [];
    });
    return {
      present: this.#look !== null,
      offers: [...this.offers()],
      taken: this.#taken.filter(({ imports }) => imports.some((id) => this.#imports.has(id))),
      left: [...unfinished, ...others].slice(0, MOST_LEFT),
    };
  }

  #change(part: Partial<WatchEntry>): void {
    this.#entry = { ...this.#entry, ...part };
    this.#save(this.#entry);
    this.refresh();
  }

  /** These contents are never imported again without being asked about. */
  #remember(contents: readonly string[]): void {
    const fresh = contents.filter((content) => !this.#entry.taken.includes(content));
    if (fresh.length === 0) return;
    this.#entry = { ...this.#entry, taken: [...this.#entry.taken, ...fresh] };
    this.#save(this.#entry);
  }

  #current(file: QuietFile): Found | undefined {
    const found = this.#found.get(file.path);
    return found?.stamp === file.stamp ? found : undefined;
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const basis = await readBasis(this.#desk.call);
      this.#imports = basis.imports;
      for (const file of this.#look?.quiet ?? []) {
        if (this.#stopped) return;
        const settled = await attempt(() => this.#settle(file, basis), this.#desk.log);
        if (!settled.ok && settled.error.code === 'E_CANCELLED')
          return this.#folder.lookWithin(this.#desk.pace.quietMs);
        // The workspace has changed: what is left is held against what is there now.
        if (this.#again) break;
      }
    }
  }

  async #settle(file: QuietFile, basis: Basis): Promise<void> {
    const before = this.#current(file);
    if (before !== undefined && this.#stands(before, basis)) return;
    if (this.#entry.direct && file.quietFor < DIRECT_PATIENCE * this.#desk.pace.quietMs) {
      this.#folder.lookWithin(this.#desk.pace.quietMs);
      return;
    }
    if (this.#desk.isOpenWorkspace(file.path)) return;
    const sha256 = before?.sha256 ?? (await contentOf(file));
    const settled = (finding: Finding): void =>
      void this.#found.set(file.path, {
        stamp: file.stamp,
        sha256: sha256 ?? '',
        finding,
        basis: basisOf(finding, basis),
      });
    if (sha256 === null) settled({ is: 'unreadable' });
    else if (basis.contents.has(sha256)) {
      this.#remember([sha256]);
      settled({ is: 'imported' });
    } else if (this.#entry.declined.includes(sha256)) settled({ is: 'declined' });
    else if (before?.finding.is === 'offer' || this.offers().length < MOST_OFFERS) {
      settled(await this.#read(file, sha256));
    }
  }

  #stands({ finding, sha256, basis: before }: Found, basis: Basis): boolean {
    if (finding.is !== 'imported' && basis.contents.has(sha256)) return false;
    if (finding.is === 'declined') return this.#entry.declined.includes(sha256);
    return before === basisOf(finding, basis);
  }

  /** Reads a file, and imports it where the user has said so and nothing about it is open. */
  async #read(file: QuietFile, sha256: string): Promise<Finding> {
    const { call, files } = this.#desk;
    const known = { name: file.name, size: file.size, fileId: fileIdOf(file, sha256), sha256 };
    files.addFile(known.fileId, { path: file.path, name: file.name });
    const taskId = `watch-${randomUUID()}`;
    this.#task = taskId;
    try {
      const { finding, file: read } = await findOut(call, known, taskId);
      if (read === null) return finding;
      const isDirect = this.#entry.direct && read.plain && !this.#entry.taken.includes(sha256) && !this.#stopped;
      this.#task = null;
      if (isDirect) return await this.#take(known, read);
      await call('import.discard', { stageId: read.stageId });
      return finding;
    } finally {
      this.#task = null;
    }
  }

  async #take(
    { name, fileId, sha256 }: Pick<OfferedFile, 'name' | 'fileId' | 'sha256'>,
    read: KnownFile,
  ): Promise<Finding> {
    // Before the rows are there: whatever comes between, it is not imported twice by itself.
    this.#remember([sha256]);
    const { stageId, tables } = read;
    const taskId = `watch-${randomUUID()}`;
    const records = await called(this.#desk.call, 'import.commitTables', { taskId, stageId, tables: [...tables] });
    const imports = records.filter((record) => record !== null);
    const rows = imports.reduce((sum, record) => sum + record.rows, 0);
    this.#imports = new Set([...this.#imports, ...imports.map(({ id }) => id)]);
    this.#taken = [{ fileId, name, rows, imports: imports.map(({ id }) => id) }, ...this.#taken];
    this.refresh();
    return { is: 'imported' };
  }
}
