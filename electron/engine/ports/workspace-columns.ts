import type { Rate } from '#shared/rates.ts';
import type { AnyKind, FieldType, RecordKind } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import type { WorkingCalendar } from '#shared/working-days.ts';

/** What the store gives the column engine: whole fields as typed arrays, rows in import order. */

/** Missing day or instant. */
export const NO_DAY = -2_147_483_648;
/** Missing decimal in an Int32Array; NaN in a Float64Array. */
export const NO_INT = -2_147_483_648;

/** Dictionary codes of a text field; 0 is unknown. Codes index `WorkspaceColumns.members(dimension)`. */
export type CodeColumn = Uint8Array | Uint16Array | Int32Array;
/** Days since 1970-01-01 for `date`, local minutes since 1970-01-01 00:00 for `instant`. */
export type DayColumn = Int32Array;
/** Ten-thousandths. */
export type DecimalColumn = Int32Array | Float64Array;
/** 0 no, 1 yes, 2 missing. */
export type FlagColumn = Uint8Array;

export interface FieldInfo {
  readonly key: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
  /** File header of a custom field, else null. */
  readonly label: string | null;
  /** The dictionary its codes index: equal for the same field in several kinds, so that filters conform. Null for other types. */
  readonly dimension: string | null;
  readonly identifier: boolean;
  /** Worked out from other fields, not in any file: questions may split by it, lists of what was imported leave it out. */
  readonly derived?: true;
}

export interface Exchange {
  /** ISO 4217. */
  readonly base: string;
  readonly rates: readonly Rate[];
}

/** What the user has settled that derived fields and conditions go by. */
export interface DerivationRules {
  /** Days without a purchase after which a customer is lost; null for twice the median gap, at least 30. */
  readonly lapseDays: number | null;
  /** Chance of an open deal by its stage's name, as the user wrote it. */
  readonly stageWeights: ReadonlyMap<string, number>;
  /** Null for all. */
  readonly acquisitionCategories: readonly string[] | null;
  /** Minutes from midnight; `to` is no longer office time. */
  readonly officeHours: { readonly from: number; readonly to: number };
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
  /** Null where all days are alike. */
  readonly calendar: WorkingCalendar | null;
}

/** Room for columns in memory. What is kept there may be let go of whenever it gets full, and is then made again. */
export interface ColumnRoom {
  /** Bytes. */
  readonly limit: number;
  /** Keeps arrays under an object of their own, as what was used last. What several keep takes its room once. */
  keep(key: object, arrays: readonly ArrayBufferView[], letGo: () => void): void;
  used(key: object): void;
  forget(key: object): void;
}

export const UNBOUNDED: ColumnRoom = {
  limit: Infinity,
  keep: () => undefined,
  used: () => undefined,
  forget: () => undefined,
};

export interface KindTable {
  readonly kind: AnyKind;
  readonly rows: number;
  /** The rows in order, some of them at a time, read from the file each time and kept nowhere; absent where rows are in memory anyway. */
  blocks?(mostRows: number): Iterable<KindTable>;
  /** Of a table of some of the rows, which follow each other: the place of the first one, and how many there are in all. */
  readonly block?: { readonly first: number; readonly of: number } | null;
  /** Fields with at least one value in some import. */
  readonly fields: readonly FieldInfo[];
  /** Null where the kind has no such field with values. A field missing in some imports is unknown in their rows. */
  codes(key: string): CodeColumn | null;
  days(key: string): DayColumn | null;
  decimals(key: string): DecimalColumn | null;
  flags(key: string): FlagColumn | null;
}

/** What the store has. */
export interface StoredColumns {
  /** Changes with every change of data. */
  readonly revision: number;
  readonly room: ColumnRoom;
  /** Null when no row of the kind is there. */
  table(kind: RecordKind): KindTable | null;
  kinds(): readonly RecordKind[];
  /** Names by code; index 0 is the unknown member (empty text). Deleted codes are empty text. */
  members(dimension: string): readonly string[];
  /** How money in other currencies becomes the workspace's. */
  exchange(): Exchange;
  /** The name shown for every name merged into another: `GTXPro` is `GTX Pro`. */
  merged(dimension: string): ReadonlyMap<string, string>;
}

/** What questions are answered from: the stored kinds, and those derived from them, which `kinds` does not name. */
export interface WorkspaceColumns extends StoredColumns {
  table(kind: AnyKind): KindTable | null;
  rules(): DerivationRules;
}
