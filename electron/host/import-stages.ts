import { randomUUID } from 'node:crypto';
import { identifyFile, type FileFacts } from '#files/identify-file.ts';
import { readTable, type TableOptions, type TableRead } from '#files/read-table.ts';
import { AppError } from '#shared/errors.ts';
import type { DeskFile } from './file-desk.ts';
import type { Task } from './tasks.ts';

/** Tables held at once: the one on screen and the one before it. Others are read again when they are needed. */
const MOST_TABLES = 2;

interface Held {
  readonly options: TableOptions;
  readonly read: TableRead;
}

export interface Stage {
  readonly id: string;
  readonly fileId: string;
  readonly file: DeskFile;
  readonly facts: FileFacts;
}

const sameReading = (a: TableOptions, b: TableOptions): boolean =>
  a.sheet === b.sheet && a.encoding === b.encoding && a.separator === b.separator;

/** Files on their way in. A table stays in memory from the first look to the commit, so that each new look is quick. */
export class ImportStages {
  readonly #stages = new Map<string, Stage>();
  /** Those read before: a second reading must find the same file. */
  readonly #read = new Set<string>();
  /** Least recently used first. */
  readonly #tables = new Map<string, Held>();

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

  /** The stage's table; read again only when sheet, encoding or separator differ or it had to make room. */
  async table(stage: Stage, { sheet, encoding, separator }: TableOptions, task: Task): Promise<TableRead> {
    const options: TableOptions = {
      ...(sheet === undefined ? {} : { sheet }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    };
    const held = this.#tables.get(stage.id);
    this.#tables.delete(stage.id);
    const kept = held !== undefined && sameReading(held.options, options) ? held : null;
    const read = kept?.read ?? (await this.#readTable(stage, options, task));
    this.#tables.set(stage.id, { options, read });
    for (const id of [...this.#tables.keys()].slice(0, -MOST_TABLES)) this.#tables.delete(id);
    return read;
  }

  discard(id: string): void {
    this.#stages.delete(id);
    this.#read.delete(id);
    this.#tables.delete(id);
  }

  clear(): void {
    this.#stages.clear();
    this.#read.clear();
    this.#tables.clear();
  }

  async #readTable({ id, file, facts }: Stage, options: TableOptions, task: Task): Promise<TableRead> {
    if (this.#read.has(id) && (await identifyFile(file.path)).sha256 !== facts.sha256)
      throw new AppError('E_FILE_CHANGED', 'The file has changed.', { file: file.name });
    this.#read.add(id);
    task.report('reading', 0, facts.size);
    return readTable(file.path, facts, options, {
      progress: (done, total) => task.report('reading', done, total),
      cancelled: () => task.signal.aborted,
    });
  }
}
