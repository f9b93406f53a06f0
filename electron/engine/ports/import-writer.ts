import type { FieldType, RecordKind } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import type { ImportRecord, NewImportRecord, RejectedRow, RememberedMapping } from '#shared/importing.ts';
import type { CodeColumn, DayColumn } from './workspace-columns.ts';

/** What the import rules give the store: typed rows in blocks, inside one transaction. */

export interface TypedField {
  readonly key: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly label: string | null;
  readonly identifier: boolean;
}

/** Aligned with the block's rows. Missing: code 0, NO_DAY, NaN, flag 2. */
export type TypedValues =
  | {
      readonly type: 'text';
      readonly codes: Int32Array;
      /** Grows over the import; index 0 is ''. Codes are local to it. */ readonly texts: readonly string[];
    }
  | { readonly type: 'day'; readonly days: Int32Array }
  | { readonly type: 'decimal'; /** Ten-thousandths, integers. */ readonly scaled: Float64Array }
  | { readonly type: 'flag'; readonly flags: Uint8Array };

export interface TypedBlock {
  readonly rows: number;
  readonly fileRows: Int32Array;
  /** Aligned with the import's fields. */
  readonly values: readonly TypedValues[];
  /** Content keys, two 32-bit words a row: equal content gives equal keys. */
  readonly keys: Int32Array;
}

export interface ImportHeader {
  readonly kind: RecordKind;
  readonly fields: readonly TypedField[];
}

/** One import of a group. */
export interface ImportWriter {
  write(block: TypedBlock): void;
  reject(rows: readonly RejectedRow[]): void;
  /** Stored rows, by their places in `StoredRows`, ascending, that do not count as long as this import is there. */
  replace(rows: Int32Array): void;
  /** Stores the record, its receipt and digest, and how the file was read for the next one: there when the group is committed. */
  commit(record: NewImportRecord, remembered?: RememberedMapping | null): ImportRecord;
  abort(): void;
}

/** Several imports in one transaction: what each has committed is there after `commit`, nothing of any after `abort`. */
export interface ImportGroup {
  /** One after the other: the one before has ended. Its `abort` takes back that import alone. */
  begin(header: ImportHeader): ImportWriter;
  /** What the workspace counts in from now on. */
  setCurrency(code: string): void;
  commit(): void;
  abort(): void;
}

/** What is stored of a kind, in import order, with the rows that a later import replaced. */
export interface StoredRows {
  readonly rows: number;
  /** Content keys, two words a row: the multiset that duplicates are found in. */
  readonly keys: readonly Int32Array[];
  /** By row: 1 where it counts, 0 where a later import replaced it; null when all count. */
  readonly live: Uint8Array | null;
  /** Codes of a text field by row with its texts, code 0 for none; null where no row has the field. */
  texts(field: string): { readonly codes: CodeColumn; readonly texts: readonly string[] } | null;
  /** Null where no row has the field. */
  days(field: string): DayColumn | null;
}

export interface StoredData {
  rows(kind: RecordKind): StoredRows;
}
