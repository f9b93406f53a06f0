import { NO_DAY, type CodeColumn, type FieldInfo } from '#engine/ports/workspace-columns.ts';
import { DERIVED_FIELDS_BY_KIND, type DerivedKind } from '#shared/record-kinds.ts';
import { customerKeys } from '../derived/customer-keys.ts';
import { CUSTOMER_KEY } from '../derived/derived-texts.ts';
import type { Fields } from '../fields.ts';
import { remembered } from '../remembered.ts';
import { isStreamed } from '../streamed/streamable.ts';

/** Where the rows of a derived kind take their texts from. */
export interface LatestRows {
  readonly keys: Int32Array;
  /** Of sales and of subscriptions by row of the derived kind, −1 for none; null where the kind looks at no such rows. */
  readonly sale: Int32Array;
  readonly subscription: Int32Array | null;
}

export interface CustomerTexts {
  readonly fields: readonly FieldInfo[];
  codes(key: string): CodeColumn | null;
}

const ID = 'customer_id';

/**
 * Texts as the latest row behind has them, of two of one day the sale; a text that only one kind of rows has comes from the latest of these. The id
 * is the one the customer goes by.
 */
export function customerTexts(fields: Fields, kind: DerivedKind, latest: LatestRows): CustomerTexts {
  const built = new Map<string, CodeColumn>();
  const infos = DERIVED_FIELDS_BY_KIND[kind].flatMap(({ key, type }) =>
    type === 'text' ? (infoOf(fields, latest, key) ?? []) : [],
  );
  return {
    fields: infos,
    codes: (key) =>
      infos.some((info) => info.key === key) ? remembered(built, key, () => codesOf(fields, latest, key)) : null,
  };
}

function infoOf(fields: Fields, { subscription }: LatestRows, key: string): FieldInfo | null {
  if (key === CUSTOMER_KEY)
    return { key, type: 'text', unit: null, label: null, dimension: CUSTOMER_KEY, identifier: true };
  const find = (kind: 'sale' | 'subscription') =>
    fields.columns.table(kind)?.fields.find((field) => field.key === key && field.type === 'text') ?? null;
  return find('sale') ?? (subscription === null || key === ID ? null : find('subscription'));
}

function codesOf(fields: Fields, { keys, sale, subscription }: LatestRows, key: string): CodeColumn {
  if (key === CUSTOMER_KEY) return keys;
  if (key === ID) {
    const { firstName } = fields.once(customerKeys);
    return keys.map((code) => (code < firstName ? code : 0));
  }
  const codes = new Int32Array(keys.length);
  const days = new Int32Array(keys.length).fill(NO_DAY);
  eachSaleAt(fields, [key, 'date'], sale, (part) => {
    const own = part.codes('sale', key)?.codes ?? null;
    const dates = part.days('sale', 'date');
    return (row, at) => {
      if (own === null) return;
      codes[at] = own[row] ?? 0;
      days[at] = dates?.[row] ?? NO_DAY;
    };
  });
  const subscriptions = subscription === null ? null : (fields.codes('subscription', key)?.codes ?? null);
  const starts = fields.days('subscription', 'start');
  subscription?.forEach((row, at) => {
    if (subscriptions !== null && row !== -1 && (days[at] ?? NO_DAY) < (starts?.[row] ?? NO_DAY))
      codes[at] = subscriptions[row] ?? 0;
  });
  return codes;
}

/** Visits rows by their positions, −1 for none, with the place each has among these. */
function eachSaleAt(
  fields: Fields,
  keys: readonly string[],
  positions: Int32Array,
  visitIn: (part: Fields) => (row: number, at: number) => void,
): void {
  if (!isStreamed(fields, 'sale', keys)) {
    const visit = visitIn(fields);
    for (let at = 0; at < positions.length; at++) {
      const row = positions[at] ?? -1;
      if (row !== -1) visit(row, at);
    }
    return;
  }
  const inOrder = Int32Array.from(positions.keys()).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  let next = 0;
  while (next < inOrder.length && positions[inOrder[next] ?? 0] === -1) next++;
  for (const { fields: part, first } of fields.blocks('sale', keys)) {
    const visit = visitIn(part);
    for (; next < inOrder.length; next++) {
      const at = inOrder[next] ?? 0;
      const row = (positions[at] ?? 0) - first;
      if (row >= part.rows('sale')) break;
      visit(row, at);
    }
  }
}
