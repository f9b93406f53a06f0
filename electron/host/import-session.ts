import { importBlockers, inspectInSteps } from '#engine/import/inspect.ts';
import type { ImportContext, ImportPlan } from '#engine/import/import-plan.ts';
import { convertTable } from '#engine/import/convert.ts';
import { DateSpan } from '#engine/import/date-span.ts';
import { KnownRows, NOTHING_STORED } from '#engine/import/known-rows.ts';
import { mappingOf } from '#engine/import/remembered-reading.ts';
import { planImport } from '#engine/import/plan-import.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { ImportWriter } from '#engine/ports/import-writer.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import { isText } from '#files/identify-file.ts';
import type { SheetsRead } from '#files/read-table.ts';
import type { LaidTable } from '#engine/import/tables/lay-out-tables.ts';
import { isoDate } from '#shared/calendar.ts';
import type { AppError } from '#shared/errors.ts';
import type {
  ImportRecord,
  Inspection,
  NewImportRecord,
  ReadingOptions,
  Receipt,
  RejectedRow,
  TableInfo,
} from '#shared/importing.ts';
import type { FieldType } from '#shared/record-kinds.ts';
import { assertFreeSpace } from '#store/free-space.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';
import type { DeskFile } from './file-desk.ts';
import type { HostClock } from './host-clock.ts';
import { ImportStages, type Stage } from './import-stages.ts';
import { chosenTable, kindOf, type TableContents } from './table-choice.ts';
import { wholeRows } from './rejected-rows.ts';
import { rowsToMeet } from './rows-to-meet.ts';
import { inTable, placeOf, refusal, type TablePlace } from './refusal.ts';
import type { RejectedSheet } from './save-rejected.ts';
import { possibleKpis } from './possible-kpis.ts';
import { currencyChange, moneyOf } from './workspace-money.ts';
import type { Task } from './tasks.ts';

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

/** A table of a file and what was decided about it. */
interface Planned {
  readonly read: SheetsRead;
  readonly table: LaidTable;
  readonly plan: ImportPlan;
  /** Null where the file has no other. */
  readonly place: TablePlace | null;
}

/** A file from the first look to the committed rows: one file, one transaction. */
export class ImportSession {
  readonly #stages = new ImportStages();
  /** What was decided about a table last: the commit follows the plan whose dry run was shown. */
  readonly #plans = new WeakMap<RawTable, { readonly key: string; readonly plan: ImportPlan }>();
  readonly #kinds = new WeakMap<RawTable, TableContents>();
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
    const { read, tables } = await this.#stages.tables(stage, options, task);
    const infos = this.#infos(target, stage, tables, options);
    const chosen = chosenTable(tables, infos, options);
    const { table } = chosen;
    task.report('checking', 0, null);
    const plan = this.#plan(target, stage, table, options);
    await task.breathe();
    const beside = tables.filter((one) => one !== chosen).flatMap((one) => this.#kinds.get(one.table)?.fields ?? []);
    const steps = inspectInSteps(plan, table, target.store.stored, this.#context(target, stage, beside));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      task.report('checking', step.value, plan.dataRows);
      await task.breathe();
    }
    const { name, size, sha256 } = stage.facts;
    const { sheets, encoding, separator, sample } = read;
    return {
      ...step.value,
      stageId: stage.id,
      file: { name, size, sha256 },
      sheets: [...sheets],
      sheet: chosen.sheets[0] ?? null,
      tables: [...infos],
      table: chosen.id,
      sample,
      format: { ...step.value.format, encoding, separator },
    };
  }

  /** Writes the rows. Whatever stops it (a blocker, the disk, the user) leaves the workspace as it was. */
  async commit(
    target: ImportTarget,
    stageId: string,
    options: ReadingOptions,
    task: Task,
    { remembers } = { remembers: true },
  ): Promise<ImportRecord> {
    const [record] = await this.commitTables(target, stageId, [options], task, { remembers });
    if (record == null) throw new TypeError('An import without rows is refused.');
    return record;
  }

  /**
   * Writes several tables of a file: all of them or none. A table whose rows are all there already is left out and gives null;
   * when that is so of every table, they are refused. How each was read is remembered for the next file like it.
   */
  async commitTables(
    target: ImportTarget,
    stageId: string,
    tables: readonly ReadingOptions[],
    task: Task,
    { remembers } = { remembers: true },
  ): Promise<readonly (ImportRecord | null)[]> {
    const { store } = target;
    const stage = this.#stages.get(stageId);
    const planned: Planned[] = [];
    for (const options of tables) planned.push(await this.#planned(target, stage, options, task));
    const refused = (blocker: Inspection['blockers'][number], { plan, place }: Planned): AppError =>
      refusal(blocker, stage.facts.name, plan.kind, place);
    const [stop] = planned.flatMap((one) => one.plan.blockers.map((blocker) => refused(blocker, one)));
    if (stop !== undefined) throw stop;
    const change = currencyChange(store, tables);
    assertFreeSpace(store.path, stage.facts.size);
    const group = store.beginImports();
    try {
      if (change !== undefined) group.setCurrency(change.to);
      const records: (ImportRecord | null)[] = [];
      let nothingNew: AppError | null = null;
      for (const one of planned) {
        const known = await rowsToMeet(store.stored, one.plan, one.table.table, task);
        const writer = group.begin(one.plan.importHeader);
        const span = new DateSpan(one.plan.importHeader);
        const receipt = await this.#write(known, one.plan, one.table.table, writer, span, task);
        const after = importBlockers(one.plan, receipt)[0];
        if (after === undefined) {
          const record = {
            ...this.#record(stage, one, receipt, span),
            ...(change === undefined ? {} : { workspaceCurrency: change }),
          };
          const isNew = remembers && !one.plan.asWritten;
          records.push(writer.commit(record, isNew ? mappingOf(one.plan, record.file.name, record.importedAt) : null));
        } else if (after.code !== 'E_ALREADY_IMPORTED') throw refused(after, one);
        else {
          writer.abort();
          records.push(null);
          nothingNew = refused(after, { ...one, place: null });
        }
      }
      if (nothingNew !== null && records.every((record) => record === null)) throw nothingNew;
      group.commit();
      this.#stages.discard(stageId);
      return records;
    } catch (error) {
      group.abort();
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
    const {
      table: { table },
      plan,
    } = await this.#planned(target, stage, options, task);
    const rejected: RejectedRow[] = [];
    const none = { rule: plan.onChange, key: plan.businessKey, period: null };
    const steps = convertTable(plan, table, new KnownRows(NOTHING_STORED, none), 'dry-run');
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

  async #planned(target: ImportTarget, stage: Stage, options: ReadingOptions, task: Task): Promise<Planned> {
    const { read, tables } = await this.#stages.tables(stage, options, task);
    const table = chosenTable(tables, this.#infos(target, stage, tables, options), options);
    const place = placeOf(tables, tables.indexOf(table));
    const plan = inTable(place, () => this.#plan(target, stage, table.table, options));
    return { read, table, plan, place };
  }

  /** What each table holds: one alone as it is to be read, several by their own words. */
  #infos(
    target: ImportTarget,
    stage: Stage,
    tables: readonly LaidTable[],
    options: ReadingOptions,
  ): readonly TableInfo[] {
    const own = tables.length === 1 ? options : {};
    return tables.map(({ id, name, sheets, table }) => {
      const known = tables.length === 1 ? undefined : this.#kinds.get(table);
      const info = known ?? kindOf(table, () => this.#plan(target, stage, table, own));
      this.#kinds.set(table, info);
      return { id, name, sheets: [...sheets], kind: info.kind, rows: info.rows };
    });
  }

  #plan(target: ImportTarget, stage: Stage, table: RawTable, options: ReadingOptions): ImportPlan {
    const { onChange, ...reading } = options;
    const key = JSON.stringify([target.store.columns().revision, { ...reading, sheet: null, table: null }]);
    const known = this.#plans.get(table);
    const plan = known?.key === key ? known.plan : planImport(table, reading, this.#context(target, stage));
    this.#plans.set(table, { key, plan });
    return onChange === undefined ? plan : { ...plan, onChange };
  }

  async #write(
    known: KnownRows,
    plan: ImportPlan,
    table: RawTable,
    writer: ImportWriter,
    span: DateSpan,
    task: Task,
  ): Promise<Receipt> {
    const steps = convertTable(plan, table, known, 'commit', 'passing');
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      const { block, rejected, rowsDone } = step.value;
      if (block.rows > 0) writer.write(block);
      if (rejected.length > 0) writer.reject(rejected);
      span.add(block.values);
      task.report('writing', rowsDone, plan.dataRows);
      await task.breathe();
    }
    const replaced = known.replaced().rows;
    if (replaced.length > 0) writer.replace(replaced);
    return step.value;
  }

  #record(stage: Stage, { read, table, plan }: Planned, receipt: Receipt, span: DateSpan): NewImportRecord {
    const { name, size, sha256 } = stage.facts;
    const { period } = span;
    return {
      kind: plan.kind,
      file: { name, size, sha256 },
      sheet: table.sheets.length === 0 ? null : table.name,
      importedAt: this.#clock.minute(),
      rows: receipt.rows.imported,
      from: period === null ? null : isoDate(period.from),
      to: period === null ? null : isoDate(period.to),
      mapping: Object.fromEntries(plan.columns.map(({ key, header }) => [key, header])),
      format: { ...plan.format, encoding: read.encoding, separator: read.separator },
      receipt,
    };
  }

  /** `beside`: fields of the file's other tables. */
  #context({ store, queries }: ImportTarget, stage: Stage, beside: readonly string[] = []): ImportContext {
    return {
      textFile: isText(stage.facts.format),
      today: this.#clock.today(),
      storedTypes: storedTypes(store),
      remembered: (fingerprint) => store.mappings().find((one) => one.fingerprint === fingerprint) ?? null,
      money: moneyOf(store),
      possibleKpis: (fields) => possibleKpis({ store, queries }, new Set([...fields, ...beside])),
    };
  }
}
