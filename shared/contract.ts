import { z } from 'zod';
import { FINDING_METHODS } from './finding-methods.ts';
import { answerSchema, cellRefSchema, explanationSchema, questionSchema, rowsPageSchema } from './question.ts';
import {
  importRecordSchema,
  inspectionSchema,
  readingOptionsSchema,
  rejectedRowSchema,
  rememberedMappingSchema,
} from './importing.ts';
import { downloadSchema } from './downloads.ts';
import { DIRECTIONS, KPI_CATEGORIES } from './kpi-definition.ts';
import { benchmarksInputSchema, benchmarksSchema } from './benchmarks.ts';
import { formulaProblemSchema, kpiCheckInputSchema, kpiCheckSchema, ownKpiSchema } from './own-kpi.ts';
import { entryCheckSchema, entryInputSchema, entryTableSchema, pastedInputSchema, pastedSchema } from './entry.ts';
import { GOAL_METHODS } from './goal-methods.ts';
import { forecastMethods } from './forecast-methods.ts';
import { gridSchema, gridViewSchema, gridWindowSchema } from './grid.ts';
import { command, query } from './methods.ts';
import { MOST_RATE } from './rates.ts';
import { listedNameSchema, mergeSuggestionSchema, nameDecisionsSchema, nameDimensionSchema } from './names.ts';
import { ANY_KINDS, LIST_KINDS, RECORD_KINDS } from './record-kinds.ts';
import { REPORT_METHODS } from './report-methods.ts';
import { rowSelectionSchema } from './stored-rows.ts';
import { settingsSchema } from './settings.ts';
import { SAVED_METHODS } from './saved-methods.ts';
import { sharedSchema } from './sharing.ts';
import { TOLD_METHODS } from './told.ts';
import { UNITS } from './units.ts';
import { WATCH_ANSWERS, watchStateSchema } from './watching.ts';
import type { Result } from './errors.ts';

/**
 * The seam: every method the engine answers, with its input and output. Queries change nothing; commands do.
 * Shells only carry it (function call, MessagePort, HTTP, IPC). Only JSON values cross.
 */
const id = z.string().min(1).max(100);
/** A KPI of the user's own as it is being written, known to this question alone. */
const draft = ownKpiSchema.optional();
const stoppable = { taskId: id.optional() };
const nothing = z.strictObject({});
const dimension = z.string().min(1).max(200);
const memberName = z.string().min(1).max(1000);
const page = z.int().min(1).max(1000);

export const workspaceInfoSchema = z.strictObject({
  id,
  name: z.string(),
  /** Rows by kind. */
  rows: z.partialRecord(z.enum(RECORD_KINDS), z.int()),
  /** First and last day with data, ISO; null without data. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  readonly: z.boolean(),
  /** Grows with every change of data: the key of every cached answer. */
  revision: z.int(),
  settings: settingsSchema,
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

export const recentWorkspaceSchema = z.strictObject({
  id,
  name: z.string(),
  /** Folder as the user knows it, shortened with ~; never used to open anything. */
  place: z.string(),
  openedAt: z.string().nullable(),
  /** False when the file is gone. */
  present: z.boolean(),
});

export const dimensionInfoSchema = z.strictObject({
  key: z.string(),
  /** The file's header for custom fields, else null: the catalogue names it. */
  label: z.string().nullable(),
  kinds: z.array(z.enum(RECORD_KINDS)),
  members: z.int(),
  identifier: z.boolean(),
  /** KPIs that can be split and filtered by it, in their variants in force. */
  kpis: z.array(z.string()),
});

const rowFieldSchema = dimensionInfoSchema
  .pick({ key: true, label: true, kinds: true })
  .extend({ is: z.enum(['number', 'day']) });

const rateSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  from: z.iso.date(),
  rate: z.number().positive().max(MOST_RATE),
});

/** Names in the rows that a list says nothing of: the 200 with the most rows. */
export const unmatchedNamesSchema = z.strictObject({
  list: z.enum(LIST_KINDS),
  /** The dimension of the names. */
  dimension: z.string(),
  total: z.int(),
  /** Rows of all kinds that name any of them. */
  rows: z.int(),
  /** `near` is the name of the list that it may be, written otherwise. */
  names: z.array(z.strictObject({ name: z.string(), rows: z.int(), near: z.string().nullable() })),
});
export type UnmatchedNames = z.infer<typeof unmatchedNamesSchema>;

export const kpiStatusSchema = z.strictObject({
  kpi: z.string(),
  category: z.enum(KPI_CATEGORIES),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  variants: z.array(z.string()),
  variant: z.string(),
  /** The variant is in force because those before it lack data. */
  automatic: z.boolean(),
  formula: z.string(),
  source: z.string(),
  /** The dimension that it is meant to be broken down by. */
  breakdown: z.string().nullable(),
  possible: z.boolean(),
  /** `sale.cost`, `lead.created`. */
  needs: z.array(z.string()),
  /** What it lacks in any period but all time, which rows without a date may be counted in. */
  needsInPeriod: z.array(z.string()),
  /** The same as `needs` of every variant. */
  needsByVariant: z.record(z.string(), z.array(z.string())),
});
export type KpiStatus = z.infer<typeof kpiStatusSchema>;

/** A KPI as the library shows it. */
export const kpiEntrySchema = kpiStatusSchema.omit({ needsByVariant: true }).extend({
  /** The user's own words; null for a built-in KPI, whose words stand in the messages. */
  own: ownKpiSchema.pick({ name: true, definition: true }).nullable(),
  /** What keeps an own formula from being read with the data of today; null for none. */
  problem: formulaProblemSchema.nullable(),
  /** References shown beside it: `cost-coverage`, `sales-cycle:mean`. */
  beside: z.array(z.string()),
  /** Every variant, the default first. The value of each comes from one question over `id:variant`. */
  inVariants: z.array(
    z.strictObject({
      variant: z.string(),
      formula: z.string(),
      unit: z.enum(UNITS),
      direction: z.enum(DIRECTIONS),
      possible: z.boolean(),
      needs: z.array(z.string()),
    }),
  ),
});
export type KpiEntry = z.infer<typeof kpiEntrySchema>;

export const taskStateSchema = z.strictObject({
  /** `reading`, `checking`, `writing`, `printing`. */
  step: z.string(),
  done: z.number(),
  /** Null while unknown. */
  total: z.number().nullable(),
});
export type TaskState = z.infer<typeof taskStateSchema>;

const pictureSchema = z.strictObject({
  name: z.string().min(1).max(120),
  type: z.enum(['png', 'svg']),
  data: z.base64().max(3_900_000),
});

export const contract = {
  'app.info': query(
    nothing,
    z.strictObject({
      version: z.string(),
      /** Local date of this machine, ISO. */
      today: z.string(),
      shell: z.enum(['electron', 'browser', 'cli', 'test']),
      sqlite: z.string(),
      /** A way to make PDF without the browser's print dialog. */
      canPrint: z.boolean(),
    }),
  ),
  'workspace.recent': query(nothing, z.array(recentWorkspaceSchema)),
  'workspace.current': query(nothing, workspaceInfoSchema.nullable()),
  'workspace.create': command(z.strictObject({ name: z.string().min(1).max(120) }), workspaceInfoSchema),
  'workspace.sample': command(z.strictObject({ taskId: id, name: z.string().min(1).max(120) }), workspaceInfoSchema),
  'workspace.open': command(z.strictObject({ id }), workspaceInfoSchema),
  'workspace.close': command(nothing, z.null()),
  'workspace.settings': command(settingsSchema.omit({ ownKpis: true }).partial(), workspaceInfoSchema),

  /** `fileId` comes from the shell: an upload, a dialog or a drop; the page never sends a path. */
  'import.inspect': command(
    z.strictObject({ taskId: id, fileId: id, options: readingOptionsSchema }),
    inspectionSchema,
  ),
  'import.commit': command(
    z.strictObject({ taskId: id, stageId: id, options: readingOptionsSchema }),
    importRecordSchema,
  ),
  /** Several tables of one file, all or none; null for one whose rows are all there already. */
  'import.commitTables': command(
    z.strictObject({ taskId: id, stageId: id, tables: z.array(readingOptionsSchema).min(1).max(50) }),
    z.array(importRecordSchema.nullable()),
  ),
  'import.discard': command(z.strictObject({ stageId: id }), z.null()),
  'import.list': query(nothing, z.array(importRecordSchema)),
  'import.undo': command(z.strictObject({ id: z.int() }), workspaceInfoSchema),
  'import.rejected': query(
    z.strictObject({ id: z.int(), offset: z.int().min(0), limit: z.int().min(1).max(1000) }),
    z.strictObject({ total: z.int(), rows: z.array(rejectedRowSchema) }),
  ),
  /** Rejected rows as a spreadsheet to correct and import again. */
  'import.saveRejected': command(
    z.union([z.strictObject({ id: z.int() }), z.strictObject({ stageId: id, options: readingOptionsSchema })]),
    downloadSchema,
  ),

  /** How files were read, remembered by their headers; used last first. */
  'mapping.list': query(nothing, z.array(rememberedMappingSchema)),
  'mapping.forget': command(rememberedMappingSchema.pick({ fingerprint: true }), z.null()),
  /** Takes back that a mapping was forgotten. */
  'mapping.restore': command(rememberedMappingSchema, z.null()),

  /** The folder watched for the open workspace; a page knows folders by the ids that the shell gave it. */
  'watch.state': query(nothing, watchStateSchema),
  'watch.start': command(z.strictObject({ id }), watchStateSchema),
  'watch.stop': command(nothing, watchStateSchema),
  'watch.direct': command(z.strictObject({ direct: z.boolean() }), watchStateSchema),
  'watch.answer': command(z.strictObject({ fileId: id, answer: z.enum(WATCH_ANSWERS) }), watchStateSchema),

  'task.state': query(z.strictObject({ taskId: id }), taskStateSchema.nullable()),
  'task.cancel': command(z.strictObject({ taskId: id }), z.null()),

  /** The built-in ones in the catalogue's order, then the user's own by id. */
  'catalogue.kpis': query(nothing, z.array(kpiEntrySchema)),
  /** After how many days without a purchase a customer is lost, and the middle gap between purchases that it is twice of. */
  'catalogue.lapse': query(
    nothing,
    z.strictObject({ days: z.int(), medianGap: z.number().nullable(), gaps: z.int(), customers: z.int() }),
  ),
  'catalogue.dimensions': query(nothing, z.array(dimensionInfoSchema)),
  /** Numbers and dates of the rows, the user's own columns among them: what can be filtered by besides dimensions. */
  'catalogue.rowFields': query(nothing, z.array(rowFieldSchema)),
  'catalogue.members': query(
    z.strictObject({ dimension: z.string().max(200), search: z.string().max(200), limit: z.int().min(1).max(1000) }),
    z.strictObject({
      total: z.int(),
      members: z.array(z.strictObject({ name: z.string().nullable(), rows: z.int() })),
    }),
  ),

  /** A formula as far as it is written: what it comes to with the data at hand, or where it goes wrong. */
  'kpi.check': query(kpiCheckInputSchema, kpiCheckSchema),
  /**
   * Adds a KPI of the user's own, or puts it in the place of the one with its id (`replaces`, which also takes a change back).
   * E_BAD_FORMULA and E_FORMULA_CYCLE with the place; E_KPI_IN_USE with the `names` of those that its change would break.
   */
  'kpi.save': command(z.strictObject({ kpi: ownKpiSchema, replaces: z.boolean() }), workspaceInfoSchema),
  /** Saving it again takes that back. E_KPI_IN_USE with the `names` of the KPIs that use it. */
  'kpi.remove': command(ownKpiSchema.pick({ id: true }), workspaceInfoSchema),

  /** One entry a list that is there. */
  'list.unmatched': query(nothing, z.array(unmatchedNamesSchema)),

  /** The whole table, and the currencies of rows that have no rate on their day. */
  'rates.list': query(
    nothing,
    z.strictObject({
      rates: z.array(rateSchema),
      missing: z.array(z.strictObject({ currency: z.string(), rows: z.int() })),
    }),
  ),
  /** Replaces the table; of two rates of a currency and day the later counts. */
  'rates.save': command(z.strictObject({ rates: z.array(rateSchema).max(10_000) }), workspaceInfoSchema),
  /** The table of a kind that is written in the app, as it was saved; numbers with the reader's decimal mark. */
  'entry.open': query(entryInputSchema.omit({ rows: true }), entryTableSchema),
  /** A block from a spreadsheet as rows of a table; nothing is stored. */
  'entry.paste': query(pastedInputSchema, pastedSchema),
  /** What is wrong with a table, and how its cells are read. */
  'entry.check': query(entryInputSchema, entryCheckSchema),
  /** Puts the table in place of the one before, unless something is wrong. `saved` is the import that counts afterwards. */
  'entry.save': command(
    entryInputSchema.extend({ name: z.string().min(1).max(200) }),
    entryCheckSchema.extend({ saved: importRecordSchema.nullable() }),
  ),

  /** Rows of a kind as they are stored; `total` counts those of the selection. */
  'data.rows': query(rowSelectionSchema.extend({ offset: z.int().min(0), limit: page }), rowsPageSchema),
  /** They as a file that is read back without loss; `cut` counts texts longer than a workbook's cell. */
  'data.export': command(
    rowSelectionSchema.extend({ taskId: id, format: z.enum(['csv', 'xlsx']), locale: z.enum(['sv-SE', 'en-GB']) }),
    downloadSchema.extend({ rows: z.int(), cut: z.int() }),
  ),
  /** Values of a text field in the rows of a kind whose name holds the search text, those with the most rows first. */
  'data.values': query(
    z.strictObject({
      kind: z.enum(RECORD_KINDS),
      field: z.string().max(200),
      search: z.string().max(200),
      limit: page,
    }),
    z.strictObject({
      total: z.int(),
      values: z.array(z.strictObject({ name: z.string().nullable(), rows: z.int() })),
    }),
  ),

  /** Dimensions whose names can be merged. */
  'names.dimensions': query(nothing, z.array(nameDimensionSchema)),
  /** Those with the most rows first; a name is found by the names merged into it as well. */
  'names.list': query(
    z.strictObject({ dimension, search: z.string().max(200), offset: z.int().min(0), limit: page }),
    z.strictObject({ total: z.int(), names: z.array(listedNameSchema) }),
  ),
  'names.suggestions': query(
    z.strictObject({ dimension, limit: page }),
    z.strictObject({ total: z.int(), suggestions: z.array(mergeSuggestionSchema) }),
  ),
  'names.decisions': query(z.strictObject({ dimension }), nameDecisionsSchema),
  /** Shows names as one, which may be a new name. Rows keep what their files have. */
  'names.merge': command(
    z.strictObject({ dimension, names: z.array(memberName).min(1).max(1000), into: memberName }),
    z.strictObject({ id: z.int() }),
  ),
  'names.undoMerge': command(z.strictObject({ id: z.int() }), z.null()),
  /** Two names are not the same (`apart`), or may be after all. */
  'names.keepApart': command(
    z.strictObject({ dimension, names: z.tuple([memberName, memberName]), apart: z.boolean() }),
    z.null(),
  ),

  ...SAVED_METHODS,
  ...GOAL_METHODS,
  /** A dashboard or a view as a file of its own. */
  'share.write': command(sharedSchema, downloadSchema),
  /** A picture that the page drew, base64, as a file to save. E_BAD_REQUEST for what is none of its type. */
  'picture.write': command(pictureSchema, downloadSchema),
  /** What such a file holds; nothing is stored. */
  'share.read': query(z.strictObject({ fileId: id }), sharedSchema),

  /** Questions may be stopped by the task they are asked under: `task.cancel` then ends them with E_CANCELLED. */
  'question.ask': query(questionSchema.extend(stoppable), answerSchema),
  /** A window of the question's table; the next window of the same view comes without counting anew. */
  'question.grid': query(z.strictObject({ view: gridViewSchema, window: gridWindowSchema, ...stoppable }), gridSchema),
  /** The whole table as a file, equal to the screen. */
  'question.export': command(
    z.strictObject({
      taskId: id,
      view: gridViewSchema,
      format: z.enum(['csv', 'xlsx']),
      /** Decimal comma and semicolon, or decimal point and comma. */
      style: z.enum(['swedish', 'international']),
      locale: z.enum(['sv-SE', 'en-GB']),
      title: z.string().max(200),
    }),
    downloadSchema,
  ),
  /** What to hold the numbers against: the last and the best closed period, a reference from elsewhere. */
  'question.benchmarks': query(benchmarksInputSchema.extend(stoppable), benchmarksSchema),
  'question.explain': query(
    z.strictObject({ question: questionSchema, cell: cellRefSchema, draft, ...stoppable }),
    explanationSchema,
  ),
  'question.rows': query(
    z.strictObject({
      question: questionSchema,
      cell: cellRefSchema,
      /** Of a number over several kinds; without it, the first in the formula. */
      kind: z.enum(ANY_KINDS).optional(),
      draft,
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
      ...stoppable,
    }),
    rowsPageSchema,
  ),

  ...forecastMethods,
  ...FINDING_METHODS,
  ...TOLD_METHODS,

  ...REPORT_METHODS,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

export const METHODS = Object.keys(contract).filter((name): name is Method => Object.hasOwn(contract, name));

/** Carries one call to the engine, in whatever way the shell has. Never throws for expected failures. */
export type Transport = (method: string, input: unknown) => Promise<Result<unknown>>;
