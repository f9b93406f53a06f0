import { z } from 'zod';
import { CHANGE_RULES, CUSTOM_TYPES, DATE_FORMATS, DECIMAL_MARKS, ENCODINGS, SEPARATORS } from './reading-formats.ts';
import { PRESET_NAMES } from './preset-names.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** Words of the import: how a file is read, what each column becomes, and the receipt that accounts for every row. */
export { DATE_FORMATS, DECIMAL_MARKS, ENCODINGS, SEPARATORS };
export type { ChangeRule, DateFormat, DecimalMark, Encoding, Separator } from './reading-formats.ts';

/** What a column becomes: a field of the kind, a custom field, or nothing. */
export const columnTargetSchema = z.union([
  z.strictObject({ to: z.literal('field'), field: z.string().max(100) }),
  /** Without `as` it is kept as what its values are. */
  z.strictObject({ to: z.literal('custom'), as: z.enum(CUSTOM_TYPES).optional() }),
  z.strictObject({ to: z.literal('ignore') }),
]);
export type ColumnTarget = z.infer<typeof columnTargetSchema>;

/** The user's word where it differs from the guess; an absent key means "as guessed". */
export const readingOptionsSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS).optional(),
  /** The known export the file is read as. */
  preset: z.enum([...PRESET_NAMES, 'none']).optional(),
  sheet: z.string().max(200).optional(),
  /** Id of one of the file's tables. */
  table: z.string().max(250).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  /** Row number in the file, 1-based. */
  headerRow: z.int().min(1).optional(),
  decimal: z.enum(DECIMAL_MARKS).optional(),
  dateFormat: z.enum(DATE_FORMATS).optional(),
  /** Of the first period of a table with months as columns; `none` keeps them as columns. */
  year: z.union([z.int().min(1900).max(2100), z.literal('none')]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** What the workspace is to count in from this import on; it can be said while nothing has been imported. */
  workspaceCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** By column index, 0-based. */
  columns: z.record(z.string().regex(/^\d{1,5}$/), columnTargetSchema).optional(),
  /** By column index: the reading of one column where two fit. */
  columnDecimal: z.record(z.string().regex(/^\d{1,5}$/), z.enum(DECIMAL_MARKS)).optional(),
  columnDateFormat: z.record(z.string().regex(/^\d{1,5}$/), z.enum(DATE_FORMATS)).optional(),
  /** False: read as guessed, whatever is remembered of a file with these headers. */
  remembered: z.boolean().optional(),
  onChange: z.enum(CHANGE_RULES).optional(),
});
export type ReadingOptions = z.infer<typeof readingOptionsSchema>;

export const CONFIDENCES = ['sure', 'guess', 'check', 'custom', 'ignored'] as const;

export const columnReadingSchema = z.strictObject({
  index: z.int(),
  header: z.string(),
  examples: z.array(z.string()),
  target: columnTargetSchema,
  confidence: z.enum(CONFIDENCES),
  type: z.enum(['date', 'instant', 'text', 'decimal', 'flag']),
  decimal: z.enum(DECIMAL_MARKS).nullable(),
  dateFormat: z.enum(DATE_FORMATS).nullable(),
  /** More than one entry: two readings fit every value and the user must choose. */
  alternatives: z.array(
    z.strictObject({
      decimal: z.enum(DECIMAL_MARKS).nullable(),
      dateFormat: z.enum(DATE_FORMATS).nullable(),
      example: z.string(),
    }),
  ),
  filled: z.int(),
  blank: z.int(),
});
export type ColumnReading = z.infer<typeof columnReadingSchema>;

export const REJECT_REASONS = [
  'missing',
  'not-a-date',
  'not-a-number',
  'date-out-of-range',
  'error-cell',
  'no-cached-value',
  'too-large',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const rejectedRowSchema = z.strictObject({
  /** Row number in the file, 1-based. */
  row: z.int(),
  /** Header of the column at fault. */
  column: z.string(),
  field: z.string(),
  value: z.string(),
  reason: z.enum(REJECT_REASONS),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** Base units; `file` = `imported` + `duplicates` + `rejected` + `totals` excluded. `control` is the file's own total row, null without one. */
export const receiptSumSchema = z.strictObject({
  file: z.number(),
  imported: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  control: z.number().nullable(),
  /** Of rows that a rule of the file's preset leaves out, no part of `file`; absent where it is nothing. */
  leftOut: z.number().optional(),
});

export const receiptSchema = z.strictObject({
  rows: z.strictObject({
    read: z.int(),
    header: z.int(),
    skipped: z.int(),
    totals: z.int(),
    duplicates: z.int(),
    rejected: z.int(),
    imported: z.int(),
  }),
  /** Imported rows that replaced others under their business key, duplicates that are kept as they were, stored rows that gave way. */
  changes: z
    .strictObject({ updated: z.int(), kept: z.int(), replaced: z.int() })
    .default({ updated: 0, kept: 0, replaced: 0 }),
  /** By field key, every decimal field of unit money or quantity that comes from a column. */
  sums: z.record(z.string(), receiptSumSchema),
  /** Values with more than four decimals, rounded half away from zero. */
  rounded: z.int(),
  /** Fields computed because no column gives them: `{field: 'cost', from: 'amount - profit'}`. */
  derived: z.array(z.strictObject({ field: z.string(), from: z.string() })),
  rejectedByReason: z.array(z.strictObject({ field: z.string(), reason: z.enum(REJECT_REASONS), count: z.int() })),
  /** Values of custom fields that are not what the user says the column is, left blank in imported rows; the first as an example. */
  unread: z.array(rejectedRowSchema.extend({ count: z.int() })).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const sheetInfoSchema = z.strictObject({ name: z.string(), rows: z.int().nullable(), hidden: z.boolean() });

/** A table of the file; `kind` null for one that does not say what it holds. `rows` below its header. */
export const tableInfoSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** None in a text file. */
  sheets: z.array(z.string()),
  kind: z.enum(RECORD_KINDS).nullable(),
  rows: z.int(),
});
export type TableInfo = z.infer<typeof tableInfoSchema>;

/** Findings to mention, in words of the catalogue: `hidden-sheet`, `row-limit`, `mixed-types`, `late-dates`. */
export const noticeSchema = z.strictObject({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The currencies of a file's amounts, and what says so. */
export const fileCurrencySchema = z.strictObject({
  /** Of the rows to import; none where nothing is money. */
  codes: z.array(z.string()),
  /** Null where nobody says it and the amounts are taken to be in the workspace's own. */
  from: z.enum(['user', 'column', 'symbol', 'format']).nullable(),
  /** The column's header, or what is written with the amounts. */
  text: z.string(),
  /** What the workspace counts in, or will from this import on. */
  base: z.string(),
  /** The first file has another currency than the workspace: which is it to count in? */
  asks: z.boolean(),
});
export type FileCurrency = z.infer<typeof fileCurrencySchema>;

/** The year of a table with months as columns, where its header does not say it: null while nobody does. */
export const tableYearSchema = z.strictObject({
  /** Of the first period. */
  value: z.int().nullable(),
  /** Who says it, and the text that does. */
  from: z.enum(['user', 'sheet', 'title', 'file']).nullable(),
  text: z.string(),
});
export type TableYear = z.infer<typeof tableYearSchema>;

export const inspectionSchema = z.strictObject({
  stageId: z.string(),
  file: z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() }),
  sheets: z.array(sheetInfoSchema),
  sheet: z.string().nullable(),
  /** The tables of the file, or of the sheet asked for; `table` is the one looked at. */
  tables: z.array(tableInfoSchema),
  table: z.string(),
  kind: z.enum(RECORD_KINDS),
  /** The known export the file was recognised as. */
  preset: z.enum(PRESET_NAMES).nullable(),
  format: z.strictObject({
    encoding: z.enum(ENCODINGS).nullable(),
    separator: z.enum(SEPARATORS).nullable(),
    decimal: z.enum(DECIMAL_MARKS).nullable(),
    date: z.enum(DATE_FORMATS).nullable(),
  }),
  /** A decoded line with å ä ö to judge the encoding by, null for workbooks. */
  sample: z.string().nullable(),
  headerRow: z.int(),
  skippedRows: z.array(z.strictObject({ row: z.int(), text: z.string() })),
  /** Null for a table without months as columns, or whose header says their years. */
  year: tableYearSchema.nullable(),
  currency: fileCurrencySchema,
  columns: z.array(columnReadingSchema),
  receipt: receiptSchema,
  /** The first 100. */
  rejected: z.array(rejectedRowSchema),
  /** Why commit is not possible yet: `E_NO_YEAR`, `E_AMBIGUOUS`, `E_MISSING_FIELD`, `E_ALL_REJECTED`, `E_ALREADY_IMPORTED`, `E_NO_ROWS`. */
  blockers: z.array(z.strictObject({ code: z.string(), field: z.string().nullable(), column: z.string().nullable() })),
  notices: z.array(noticeSchema),
  /** The file that was read like this before, null where the file is read as guessed. */
  remembered: z.strictObject({ file: z.string(), usedAt: z.string() }).nullable(),
  /** How the file meets what is stored. */
  reimport: z.strictObject({
    onChange: z.enum(CHANGE_RULES),
    /** Rows of the file that have changed since they were imported, whatever is done with them. */
    changed: z.int(),
    /** Days the file is about, ISO, null without dates, and stored rows dated in them. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    inPeriod: z.int(),
  }),
  possibleKpis: z.array(z.strictObject({ kpi: z.string(), possible: z.boolean(), needs: z.array(z.string()) })),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** How a file with certain headers was read, for the next one. */
export const rememberedMappingSchema = z.strictObject({
  /** Of the headers, whatever their order: see `header-fingerprint.ts`. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  kind: z.enum(RECORD_KINDS),
  /** In the order of the file read last; the readings settle what would be open. */
  columns: z
    .array(
      z.strictObject({
        header: z.string(),
        target: columnTargetSchema,
        decimal: z.enum(DECIMAL_MARKS).nullable(),
        dateFormat: z.enum(DATE_FORMATS).nullable(),
      }),
    )
    .max(20_000),
  currency: z.string().nullable(),
  onChange: z.enum(CHANGE_RULES),
  /** Name of the file read last, and when, `2026-10-02T09:14`. */
  file: z.string(),
  usedAt: z.string(),
});
export type RememberedMapping = z.infer<typeof rememberedMappingSchema>;

export const importRecordSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(RECORD_KINDS),
  file: z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() }),
  sheet: z.string().nullable(),
  /** Local wall-clock minute, `2026-10-02T09:14`. */
  importedAt: z.string(),
  rows: z.int(),
  /** Of these, rows that a later import replaced: they do not count. */
  replaced: z.int(),
  /** First and last date of the imported rows, ISO; null without dates. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Field key to header; a column kept as own dimension under its custom key. */
  mapping: z.record(z.string(), z.string()),
  format: inspectionSchema.shape.format,
  receipt: receiptSchema,
  /** Written in the app and not read from a file: `file` is then the table as text, under the name it has on screen. */
  typed: z.literal(true).optional(),
  /** Where the import changed what the workspace counts in. */
  workspaceCurrency: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;
/** An import as it is made. */
export type NewImportRecord = Omit<z.input<typeof importRecordSchema>, 'id' | 'replaced'>;
