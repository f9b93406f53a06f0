import { randomUUID } from 'node:crypto';
import { identifyFile, type FileFacts } from '#files/identify-file.ts';
import { layOutTables, type LaidTable } from '#engine/import/tables/lay-out-tables.ts';
import { readSheets, type SheetsRead, type TableOptions } from '#files/read-table.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import type { DeskFile } from './file-desk.ts';
import type { Task } from './tasks.ts';

/** Files held at once: the one on screen and the one before it. Others are read again when they are needed. */
const MOST_FILES = 2;

/** A file as it was read, and the tables in it. */
export interface StageTables {
  readonly read: SheetsRead;
  readonly tables: readonly LaidTable[];
}

interface Held {
  readonly options: TableOptions;
  readonly read: SheetsRead;
  /** By the options that the tables depend on: the same tables every time, so that their plans are known. */
  readonly laid: Map<string, readonly LaidTable[]>;
}

export interface Stage {
  readonly id: string;
  readonly fileId: string;
  readonly file: DeskFile;
  readonly facts: FileFacts;
}

/** A sheet that was read with the others need not be read again. */
const sameReading = ({ options, read }: Held, { sheet, encoding, separator }: TableOptions): boolean =>
  options.encoding === encoding &&
  options.separator === separator &&
  (sheet === undefined || read.read.some((each) => each.sheet === sheet));

function tablesOf({ read, isLaidOut }: SheetsRead, options: ReadingOptions, file: string): readonly LaidTable[] {
  if (!isLaidOut) return layOutTables(read, options, file);
  return read.map(({ name, table }) => ({ id: name, name, sheets: [], table }));
}

/** Files on their way in. Their tables stay in memory from the first look to the commit, so that each new look is quick. */
export class ImportStages {
  readonly #stages = new Map<string, Stage>();
  /** Those read before: a second reading must find the same file. */
  readonly #read = new Set<string>();
  /** Least recently used first. */
  readonly #files = new Map<string, Held>();

  /** The stage of a file; the same file keeps its stage. */
  async open(fileId: string, file: DeskFile): Promise<Stage> {
    const known = [...this.#stages.values()].find((stage) => stage.fileId === fileId);
    if (known !== undefined) return known;
    const facts = { ...(await identifyFile(file.path)), name: file.name };
    const stage = { id: randomUUID(), fileId, file, facts };
    this.#stages.set(stage.id, stage);
    return stage;
  }

  get(id: string): Stage {
    const stage = this.#stages.get(id);
    if (stage === undefined) throw new AppError('E_NOT_FOUND', 'This file is no longer at hand.');
    return stage;
  }

  /** The stage's tables; read again only when a sheet, encoding or separator asks for it or they had to make room. */
  async tables(stage: Stage, given: ReadingOptions, task: Task): Promise<StageTables> {
    const { sheet, encoding, separator, headerRow, year } = given;
    const options: TableOptions = {
      ...(sheet === undefined ? {} : { sheet }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    };
    const before = this.#files.get(stage.id);
    this.#files.delete(stage.id);
    const held =
      before !== undefined && sameReading(before, options)
        ? before
        : { options, read: await this.#readFile(stage, options, task), laid: new Map<string, readonly LaidTable[]>() };
    this.#files.set(stage.id, held);
    for (const id of [...this.#files.keys()].slice(0, -MOST_FILES)) this.#files.delete(id);
    const key = JSON.stringify([sheet, headerRow, year]);
    const tables = held.laid.get(key) ?? tablesOf(held.read, given, stage.file.name);
    held.laid.set(key, tables);
    return { read: held.read, tables };
  }

  discard(id: string): void {
    this.#stages.delete(id);
    this.#read.delete(id);
    this.#files.delete(id);
  }

  clear(): void {
    this.#stages.clear();
    this.#read.clear();
    this.#files.clear();
  }

  async #readFile({ id, file, facts }: Stage, options: TableOptions, task: Task): Promise<SheetsRead> {
    if (this.#read.has(id) && (await identifyFile(file.path)).sha256 !== facts.sha256)
      throw new AppError('E_FILE_CHANGED', 'The file has changed.', { file: file.name });
    this.#read.add(id);
    task.report('reading', 0, facts.size);
    return readSheets(file.path, facts, options, {
      progress: (done, total) => task.report('reading', done, total),
      cancelled: () => task.signal.aborted,
    });
  }
}
