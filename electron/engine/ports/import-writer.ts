import type { FieldType, RecordKind } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import type { ImportRecord, RejectedRow } from '#shared/importing.ts';

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
  /** Stores the record, its receipt and digest: there when the group is committed. */
  commit(record: Omit<ImportRecord, 'id'>): ImportRecord;
  abort(): void;
}

/** Several imports in one transaction: what each has committed is there after `commit`, nothing of any after `abort`. */
export interface ImportGroup {
  /** One after the other: the one before has ended. Its `abort` takes back that import alone. */
  begin(header: ImportHeader): ImportWriter;
  commit(): void;
  abort(): void;
}

/** Content keys already stored for a kind, two words a row: the multiset that duplicates are found in. */
export interface StoredKeys {
  keys(kind: RecordKind): readonly Int32Array[];
}
