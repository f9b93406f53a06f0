import { importBlockers, inspectInSteps } from '#engine/import/inspect.ts';
import type { ImportContext, ImportPlan } from '#engine/import/import-plan.ts';
import { convertTable } from '#engine/import/convert.ts';
import { planImport } from '#engine/import/plan-import.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { ImportWriter } from '#engine/ports/import-writer.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { TableRead } from '#files/read-table.ts';
import { isoDate } from '#shared/calendar.ts';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { ImportRecord, Inspection, ReadingOptions, Receipt, RejectedRow } from '#shared/importing.ts';
import type { FieldType } from '#shared/record-kinds.ts';
import { assertFreeSpace } from '#store/free-space.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';
import { DateSpan } from './date-span.ts';
import type { DeskFile } from './file-desk.ts';
import type { HostClock } from './host-clock.ts';
import { ImportStages, type Stage } from './import-stages.ts';
import { wholeRows } from './rejected-rows.ts';
import type { RejectedSheet } from './save-rejected.ts';
import { possibleKpis } from './possible-kpis.ts';
import type { Task } from './tasks.ts';

function refuse({ code, field, column }: Inspection['blockers'][number], file: string): AppError {
  const details = { file, ...(field === null ? {} : { field }), ...(column === null ? {} : { column }) };
  const known = ERROR_CODES.find((one) => one === code) ?? 'E_BAD_REQUEST';
  return new AppError(known, 'The file cannot be imported as it is read now.', details);
}

/** A field keeps its type over all imports. */
function storedTypes(store: WorkspaceStore): ReadonlyMap<string, FieldType> {
  const columns = store.columns();
  const fields = columns.kinds().flatMap((kind) => columns.table(kind)?.fields ?? []);
  return new Map(fields.map(({ key, type }) => [key, type]));
}

/** Where the rows go, and what is there already. */
export interface ImportTarget {
  readonly store: WorkspaceStore;
  readonly queries: ColumnQueries;
}

/** A file from the first look to the committed rows: one file, one transaction. */
export class ImportSession {
  readonly #stages = new ImportStages();
  /** What was decided about a table last: the commit follows the plan whose dry run was shown. */
  readonly #plans = new WeakMap<RawTable, { readonly key: string; readonly plan: ImportPlan }>();
  readonly #clock: HostClock;

  constructor(clock: HostClock) {
    this.#clock = clock;
  }

  async inspect(
    target: ImportTarget,
    fileId: string,
    file: DeskFile,
    options: ReadingOptions,
    task: Task,
  ): Promise<Inspection> {
    task.report('opening', 0, null);
    const stage = await this.#stages.open(fileId, file);
    const read = await this.#stages.table(stage, options, task);
    const { table } = read;
    task.report('checking', 0, table.rows);
    const plan = this.#plan(target, stage, table, options);
    await task.breathe();
    const steps = inspectInSteps(plan, table, target.store.storedKeys, this.#context(target, stage));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      task.report('checking', step.value, table.rows);
      await task.breathe();
    }
    const { name, size, sha256 } = stage.facts;
    const { sheets, sheet, encoding, separator, sample } = read;
    return {
      ...step.value,
      stageId: stage.id,
      file: { name, size, sha256 },
      sheets: [...sheets],
      sheet,
      sample,
      format: { ...step.value.format, encoding, separator },
    };
  }

  /** Writes the rows. Whatever stops it (a blocker, the disk, the user) leaves the workspace as it was. */
  async commit(target: ImportTarget, stageId: string, options: ReadingOptions, task: Task): Promise<ImportRecord> {
    const { store } = target;
    const stage = this.#stages.get(stageId);
    const read = await this.#stages.table(stage, options, task);
    const plan = this.#plan(target, stage, read.table, options);
    const blocker = plan.blockers[0];
    if (blocker !== undefined) throw refuse(blocker, stage.facts.name);
    assertFreeSpace(store.path, stage.facts.size);
    const writer = store.beginImport(plan.importHeader);
    try {
      const span = new DateSpan(plan.importHeader);
      const receipt = await this.#write(store, plan, read.table, writer, span, task);
      const after = importBlockers(plan, receipt)[0];
      if (after !== undefined) throw refuse(after, stage.facts.name);
      const record = writer.commit(this.#record(stage, read, plan, receipt, span));
      this.#stages.discard(stageId);
      return record;
    } catch (error) {
      writer.abort();
      throw error;
    }
  }

  /** The rows that cannot be read, whole, as they stand in the file. */
  async rejectedSheet(
    target: ImportTarget,
    stageId: string,
    options: ReadingOptions,
    task: Task,
  ): Promise<RejectedSheet> {
    const stage = this.#stages.get(stageId);
    const { table } = await this.#stages.table(stage, options, task);
    const plan = this.#plan(target, stage, table, options);
    const rejected: RejectedRow[] = [];
    const steps = convertTable(plan, table, target.store.storedKeys);
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      rejected.push(...step.value.rejected);
      await task.breathe();
    }
    return { file: stage.facts.name, ...wholeRows(plan, table, rejected) };
  }

  discard(stageId: string): void {
    this.#stages.discard(stageId);
  }

  /** Forgets every file: another workspace has other stored rows. */
  clear(): void {
    this.#stages.clear();
  }

  #plan(target: ImportTarget, stage: Stage, table: RawTable, options: ReadingOptions): ImportPlan {
    const key = JSON.stringify([target.store.columns().revision, options]);
    const known = this.#plans.get(table);
    if (known?.key === key) return known.plan;
    const plan = planImport(table, options, this.#context(target, stage));
    this.#plans.set(table, { key, plan });
    return plan;
  }

  async #write(
    store: WorkspaceStore,
    plan: ImportPlan,
    table: RawTable,
    writer: ImportWriter,
    span: DateSpan,
    task: Task,
  ): Promise<Receipt> {
    const steps = convertTable(plan, table, store.storedKeys);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      const { block, rejected, rowsDone } = step.value;
      if (block.rows > 0) writer.write(block);
      if (rejected.length > 0) writer.reject(rejected);
      span.add(block);
      task.report('writing', rowsDone, table.rows);
      await task.breathe();
    }
    return step.value;
  }

  #record(stage: Stage, read: TableRead, plan: ImportPlan, receipt: Receipt, span: DateSpan): Omit<ImportRecord, 'id'> {
    const { name, size, sha256 } = stage.facts;
    return {
      kind: plan.kind,
      file: { name, size, sha256 },
      sheet: read.sheet,
      importedAt: this.#clock.minute(),
      rows: receipt.rows.imported,
      from: span.from === null ? null : isoDate(span.from),
      to: span.to === null ? null : isoDate(span.to),
      mapping: Object.fromEntries(plan.columns.flatMap(({ custom, key, header }) => (custom ? [] : [[key, header]]))),
      format: { ...plan.format, encoding: read.encoding, separator: read.separator },
      receipt,
    };
  }

  #context({ store, queries }: ImportTarget, stage: Stage): ImportContext {
    return {
      textFile: stage.facts.format === 'text',
      today: this.#clock.today(),
      storedTypes: storedTypes(store),
      possibleKpis: (fields) => possibleKpis(queries, store.settings(), fields),
    };
  }
}
