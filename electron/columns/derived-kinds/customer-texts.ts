import type { CodeColumn, FieldInfo } from '#engine/ports/workspace-columns.ts';
import { DERIVED_FIELDS_BY_KIND, type DerivedKind } from '#shared/record-kinds.ts';
import { customerKeys } from '../derived/customer-keys.ts';
import { CUSTOMER_KEY } from '../derived/derived-texts.ts';
import type { Fields } from '../fields.ts';
import { remembered } from '../remembered.ts';

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
  const sales = fields.codes('sale', key)?.codes ?? null;
  const subscriptions = subscription === null ? null : (fields.codes('subscription', key)?.codes ?? null);
  const days = fields.days('sale', 'date');
  const starts = fields.days('subscription', 'start');
  return keys.map((_, at) => {
    const [saleRow, subscriptionRow] = [sale[at] ?? -1, subscription?.[at] ?? -1];
    const hasSale = sales !== null && saleRow !== -1;
    const hasSubscription = subscriptions !== null && subscriptionRow !== -1;
    const isSale = hasSale && (!hasSubscription || (days?.[saleRow] ?? 0) >= (starts?.[subscriptionRow] ?? 0));
    return (isSale ? sales[saleRow] : hasSubscription ? subscriptions[subscriptionRow] : 0) ?? 0;
  });
}
