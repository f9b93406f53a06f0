import type { RecordKind } from '#shared/record-kinds.ts';
import type { PresetName } from '#shared/preset-names.ts';

/** Headers as `headerWords` writes them, the best first, separated by `|`; `*` stands for any words. */
export type Headers = string;

/** How an export is known by its headers. */
export interface PresetSigns {
  /** Any one of these is enough. */
  readonly alone?: Headers;
  /** Of these, and of the columns known by their values, at least `least`. */
  readonly together?: Headers;
  readonly least?: number;
  /** And at least one of these, with at least this share of all headers among `together`. */
  readonly with?: Headers;
  readonly share?: number;
  /** Headers are `Deal - Title`: what stands before the dash, in the languages we know. */
  readonly entity?: Headers;
}

/** Rows that are no sale, deal or activity: those with such a word in a column, or with anything at all in it. */
export interface LeaveOut {
  readonly rule: 'cancelled' | 'failed' | 'deleted' | 'no-sale';
  readonly column: Headers;
  /** As `headerWords` writes them; absent: any value. */
  readonly words?: Headers;
}

/** Columns with a part in a rule that are no field themselves; they are kept as the file's own. */
export type PresetRole = 'won' | 'lost' | 'refunded';

/** Columns of an order's lines and, standing once, of the order. */
export interface OrderColumns {
  readonly quantity: Headers;
  readonly price: Headers;
  readonly lineDiscount: Headers;
  readonly discount: Headers;
  readonly refunded: Headers;
  /** Of the lines, less discounts. */
  readonly subtotal: Headers;
  readonly shipping: Headers;
  readonly taxes: Headers;
  readonly total: Headers;
}

/**
 * A known export, as data. Any column may be missing, others may stand between, case and order do not matter. Columns the
 * preset does not name are read as in any other file.
 */
export interface Preset {
  readonly name: PresetName;
  readonly kind: RecordKind;
  readonly signs: PresetSigns;
  /** By field. */
  readonly columns: Readonly<Record<string, Headers>>;
  /** By field: what every value looks like, for headers in a language we do not know. */
  readonly values?: Readonly<Record<string, RegExp>>;
  /** Never a field, whatever their names say: an order's total that stands on one of its lines. */
  readonly keep?: Headers;
  /** By date field: more columns of it, in order; each fills what those before it left blank. */
  readonly more?: Readonly<Record<string, Headers>>;
  readonly roles?: Readonly<Partial<Record<PresetRole, Headers>>>;
  /** Fields written as negative numbers that are amounts here. */
  readonly positive?: readonly string[];
  readonly leaveOut?: readonly LeaveOut[];
  /** An order stands on several rows, its own columns filled in on the first: all columns but these are filled down. */
  readonly fill?: { readonly by: Headers; readonly except: Headers };
  /** Reports of it may write a group's name on its first row only; in other exports a blank cell is blank. */
  readonly grouped?: true;
  /** Amounts that stand once an order: its lines together are to show them, see `settle-orders.ts`. */
  readonly orders?: OrderColumns;
}
