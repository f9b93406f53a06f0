import type { Unit } from './units.ts';

/**
 * Record kinds and their fields: the words of the mapping, the dimensions of a question, and of `--map` and `--where`.
 * A file's other columns become custom fields under their own header.
 */
export type FieldType = 'date' | 'instant' | 'text' | 'decimal' | 'flag';

export interface FieldDefinition {
  readonly key: string;
  readonly type: FieldType;
  /** A row without it is rejected. */
  readonly needed?: boolean;
  /** A row with neither it nor this other field is rejected. */
  readonly neededUnless?: string;
  /** Of a decimal field. */
  readonly unit?: Unit;
  /** An identifier: keeps leading zeros, never a number or a date, never offered as a breakdown. */
  readonly identifier?: boolean;
}

const date = (key: string, needed = false): FieldDefinition => ({ key, type: 'date', needed });
const instant = (key: string, needed = false): FieldDefinition => ({ key, type: 'instant', needed });
const text = (key: string, needed = false): FieldDefinition => ({ key, type: 'text', needed });
const identifier = (key: string): FieldDefinition => ({ key, type: 'text', identifier: true });
const decimal = (key: string, unit: Unit, needed = false): FieldDefinition => ({ key, type: 'decimal', unit, needed });
const flag = (key: string): FieldDefinition => ({ key, type: 'flag' });

/** Kinds whose rows happen at a time: what measures count. */
export const DATED_KINDS = [
  'sale',
  'deal',
  'lead',
  'activity',
  'subscription',
  'cost',
  'target',
  'competitor_price',
] as const;
export type DatedKind = (typeof DATED_KINDS)[number];

/** Kinds that say more of the customers, products and reps that the others name: see `lists.ts`. */
export const LIST_KINDS = ['customer_list', 'product_list', 'rep_list'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export const RECORD_KINDS = [...DATED_KINDS, ...LIST_KINDS] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Kinds worked out from the rows of others after every change, never imported: one row a customer, and one an unbroken stretch of his activity. */
export const DERIVED_KINDS = ['customer', 'customer_span'] as const;
export type DerivedKind = (typeof DERIVED_KINDS)[number];

/** What a measure counts. */
export type QueryKind = DatedKind | DerivedKind;
export type AnyKind = RecordKind | DerivedKind;
export const ANY_KINDS = [...RECORD_KINDS, ...DERIVED_KINDS] as const;

export const FIELDS_BY_KIND: Readonly<Record<RecordKind, readonly FieldDefinition[]>> = {
  sale: [
    date('date', true),
    decimal('amount', 'money', true),
    identifier('order'),
    identifier('line'),
    date('order_date'),
    text('customer'),
    identifier('customer_id'),
    text('segment'),
    text('rep'),
    text('product'),
    identifier('product_id'),
    text('category'),
    text('subcategory'),
    text('region'),
    text('country'),
    text('city'),
    text('channel'),
    decimal('quantity', 'quantity'),
    decimal('unit_price', 'money'),
    decimal('discount', 'money'),
    decimal('discount_share', 'ratio'),
    decimal('cost', 'money'),
    decimal('unit_cost', 'money'),
    decimal('profit', 'money'),
    text('currency'),
    text('type'),
  ],
  deal: [
    identifier('id'),
    text('title'),
    text('customer'),
    text('rep'),
    text('pipeline'),
    text('stage'),
    text('status'),
    decimal('value', 'money'),
    text('currency'),
    decimal('probability', 'ratio'),
    date('created'),
    date('demo'),
    date('quoted'),
    date('expected_close'),
    date('closed'),
    text('lost_reason'),
    text('source'),
    text('product'),
    text('category'),
    text('region'),
    text('country'),
    decimal('cost', 'money'),
  ],
  lead: [
    instant('created', true),
    identifier('id'),
    text('source'),
    text('rep'),
    text('status'),
    flag('qualified'),
    instant('answered'),
    flag('converted'),
    instant('converted_at'),
    decimal('value', 'money'),
    text('customer'),
    text('region'),
    text('country'),
  ],
  activity: [
    date('date', true),
    text('type', true),
    text('rep'),
    decimal('count', 'count'),
    flag('done'),
    text('outcome'),
    identifier('deal'),
    text('customer'),
    text('region'),
  ],
  subscription: [
    text('customer', true),
    decimal('amount', 'money', true),
    date('start', true),
    identifier('id'),
    text('plan'),
    date('end'),
    text('interval'),
    text('currency'),
    text('rep'),
    text('region'),
    text('type'),
    text('status'),
    decimal('tenure_months', 'count'),
  ],
  cost: [
    date('date', true),
    decimal('amount', 'money', true),
    text('category', true),
    text('rep'),
    text('region'),
    text('channel'),
    text('currency'),
  ],
  target: [
    decimal('value', 'money', true),
    date('start', true),
    text('kpi'),
    text('grain'),
    date('end'),
    text('rep'),
    text('team'),
    text('region'),
    text('product'),
    text('category'),
  ],
  competitor_price: [
    text('product', true),
    text('competitor', true),
    decimal('price', 'money', true),
    date('date'),
    text('currency'),
  ],
  customer_list: [
    { ...text('customer'), neededUnless: 'customer_id' },
    identifier('customer_id'),
    text('segment'),
    text('region'),
    text('country'),
    text('city'),
    date('since'),
  ],
  product_list: [
    { ...text('product'), neededUnless: 'product_id' },
    identifier('product_id'),
    text('category'),
    text('subcategory'),
    decimal('list_price', 'money'),
    decimal('cost', 'money'),
  ],
  rep_list: [text('rep', true), text('team'), text('manager'), text('region'), date('start'), date('end')],
};

/** Who a row of a derived kind is about, as the latest row behind it has it. */
const CUSTOMER_FIELDS: readonly FieldDefinition[] = [
  text('customer'),
  identifier('customer_id'),
  identifier('customer_key'),
  text('segment'),
  text('rep'),
  text('region'),
  text('country'),
  text('city'),
  text('channel'),
];

/** What each comes from stands in `derived-fields.ts`. */
export const DERIVED_FIELDS_BY_KIND: Readonly<Record<DerivedKind, readonly FieldDefinition[]>> = {
  customer: [
    ...CUSTOMER_FIELDS,
    date('first_purchase'),
    date('last_purchase'),
    decimal('orders', 'count'),
    decimal('revenue', 'money'),
  ],
  customer_span: [
    ...CUSTOMER_FIELDS,
    date('start'),
    /** The first day it no longer stands; missing while it does. */
    date('end'),
    /** The customer's first span. */
    flag('first'),
    decimal('monthly_value', 'money'),
    decimal('years', 'years'),
  ],
};

/** The dates that say when a kind's rows happened, the main one first: its history reaches from the first of them to the last. */
export const MAIN_DATES: Readonly<Record<QueryKind, readonly [string, ...string[]]>> = {
  sale: ['date'],
  deal: ['created', 'closed'],
  lead: ['created'],
  activity: ['date'],
  subscription: ['start', 'end'],
  cost: ['date'],
  target: ['start', 'until_day'],
  competitor_price: ['date'],
  customer: ['first_purchase', 'last_purchase'],
  customer_span: ['start', 'end'],
};

/** True for a kind that no file brings. */
export function isDerivedKind(kind: AnyKind): kind is DerivedKind {
  return kind === 'customer' || kind === 'customer_span';
}

/** The fields of a kind in the order a person reads them. Example: those of `sale` begin with date and amount. */
export function fieldsOfKind(kind: AnyKind): readonly FieldDefinition[] {
  return isDerivedKind(kind) ? DERIVED_FIELDS_BY_KIND[kind] : FIELDS_BY_KIND[kind];
}

/** True for a kind whose rows are customers, products or reps. */
export function isListKind(kind: AnyKind): kind is ListKind {
  return kind === 'customer_list' || kind === 'product_list' || kind === 'rep_list';
}

/** The field of a kind by key, or null for a custom or unknown one. */
export function fieldOf(kind: AnyKind, key: string): FieldDefinition | null {
  return fieldsOfKind(kind).find((field) => field.key === key) ?? null;
}

/** The name and the number of which a row must have one; empty for a kind without. Example: a customer list's customer and customer_id. */
export function eitherKeys(kind: RecordKind): readonly string[] {
  return FIELDS_BY_KIND[kind].flatMap(({ key, neededUnless }) =>
    neededUnless === undefined ? [] : [key, neededUnless],
  );
}

/** Prefix of a custom field's key, so that a header can never shadow a field: `custom:Ship Mode`. */
export const CUSTOM_PREFIX = 'custom:';

/** Key of a file's unmapped column. Example: `customKey(' Ship Mode ')` is 'custom:Ship Mode'. */
export function customKey(header: string): string {
  return CUSTOM_PREFIX + header.trim().replace(/\s+/g, ' ');
}
