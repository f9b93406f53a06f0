import type {
  ChangeRule,
  ColumnReading,
  DateFormat,
  DecimalMark,
  Inspection,
  RememberedMapping,
} from '#shared/importing.ts';
import type { FieldType, RecordKind } from '#shared/record-kinds.ts';
import type { Day } from '#shared/calendar.ts';
import type { Unit } from '#shared/units.ts';
import type { ImportHeader } from '#engine/ports/import-writer.ts';
import type { CurrencyEvidence } from './file-currency.ts';
import type { DerivationId } from './derivations.ts';
import type { FieldRule } from './field-rules.ts';
import type { TableHeader } from './find-header.ts';
import type { PresetMatch } from './presets/recognise-preset.ts';
import type { Rewrite } from './standard-words.ts';
import type { TableLayout } from './raw-table.ts';

export interface WorkspaceMoney {
  readonly base: string;
  /** Currencies with a rate. */
  readonly rated: ReadonlySet<string>;
  /** Nothing is imported and no rate is there: what it counts in can still be another. */
  readonly isOpen: boolean;
}

export const PLAIN_MONEY: WorkspaceMoney = { base: 'SEK', rated: new Set(), isOpen: false };

/** What the rules must know beside the table. */
export interface ImportContext {
  /** The numbers were written as text (CSV), so `1.234` may be a thousand; a workbook's number cells are numbers. */
  readonly textFile: boolean;
  /** Local date of this machine, for the notice about dates to come; null leaves it out. */
  readonly today: Day | null;
  /** Types of the custom fields the workspace has already, by key: a field keeps its type over all imports. */
  readonly storedTypes: ReadonlyMap<string, FieldType>;
  /** How a file with headers of this fingerprint was read before. */
  readonly remembered: (fingerprint: string) => RememberedMapping | null;
  /** What the workspace counts in; absent where it does not matter. */
  readonly money?: WorkspaceMoney;
  /** The KPIs that become possible with fields such as `sale.amount`. */
  readonly possibleKpis: (fields: ReadonlySet<string>) => Inspection['possibleKpis'];
}

/** A column that is read, and how. */
export interface PlannedColumn {
  /** In the table. */
  readonly index: number;
  readonly header: string;
  readonly key: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly identifier: boolean;
  readonly needed: boolean;
  readonly custom: boolean;
  readonly mark: DecimalMark;
  readonly dateFormat: DateFormat | null;
  /** Plain numbers are per cent: 20 is 0.2. */
  readonly percent: boolean;
  /** Turns a text into the word it is stored under; null keeps it as it stands. */
  readonly rewrite: Rewrite | null;
}

/** What one row is before it is read. */
export const DATA_ROW = 0;
export const SKIPPED_ROW = 1;
export const TOTALS_ROW = 2;
/** By a rule of the file's preset. The marks between are for what becomes of a row that is read: `receipt-tally.ts`. */
export const LEFT_OUT_ROW = 7;

/** Rows that are no data although they are not blank, and what totals rows say. */
export interface RowMarks {
  /** By row of the table: SKIPPED_ROW, TOTALS_ROW or LEFT_OUT_ROW. */
  readonly rows: ReadonlyMap<number, number>;
  /** Ten-thousandths by field: the file's own grand total. */
  readonly control: ReadonlyMap<string, number>;
  /** Footers, and totals rows that do not match. */
  readonly skipped: Inspection['skippedRows'];
  readonly notices: Inspection['notices'];
}

/** Everything decided before the rows are read: preview and commit read by the same plan. */
export interface ImportPlan {
  readonly kind: RecordKind;
  /** The known export the file is, null for any other. */
  readonly preset: PresetMatch | null;
  readonly header: TableHeader;
  /** Rows of the table below the header, blank ones included. */
  readonly dataRows: number;
  /** For the store: fields and customs in order. */
  readonly importHeader: ImportHeader;
  readonly columns: readonly PlannedColumn[];
  readonly derivations: readonly DerivationId[];
  /** Fields that other fields give, before the derivations and in order. */
  readonly rules: readonly FieldRule[];
  /** Of the headers: see `header-fingerprint.ts`. */
  readonly fingerprint: string;
  /** A table that the app wrote: nothing is guessed, and there is nothing to remember. */
  readonly asWritten: boolean;
  /** The mapping that was followed, null where the file is read as guessed. */
  readonly remembered: RememberedMapping | null;
  /** Fields that tell a record again when its row has changed; none where only content does. */
  readonly businessKey: readonly string[];
  /** What to do with rows that have changed since they were imported. */
  readonly onChange: ChangeRule;
  /** Currency stored with every row; null when a column says it, or it is the workspace's own. */
  readonly currency: string | null;
  readonly currencyFound: CurrencyEvidence;
  readonly money: WorkspaceMoney;
  readonly textFile: boolean;
  readonly marks: RowMarks;
  readonly readings: readonly ColumnReading[];
  readonly skippedRows: Inspection['skippedRows'];
  /** `E_NO_YEAR`, `E_AMBIGUOUS`, `E_MISSING_FIELD`, `E_NO_ROWS`: known without reading the rows. */
  readonly blockers: Inspection['blockers'];
  readonly notices: Inspection['notices'];
  /** What was done to the table before it was read. */
  readonly layout: TableLayout;
  readonly format: { readonly decimal: DecimalMark | null; readonly date: DateFormat | null };
}
