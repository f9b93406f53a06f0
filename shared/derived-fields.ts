import {
  DERIVED_FIELDS_BY_KIND,
  fieldOf,
  isDerivedKind,
  RECORD_KINDS,
  type AnyKind,
  type DerivedKind,
  type FieldDefinition,
  type FieldType,
  type RecordKind,
} from './record-kinds.ts';
import type { Unit } from './units.ts';

/** Fields that a row needs values in together; those of another kind are named with it: `sale.customer`. */
export type Sources = readonly [string, ...string[]];

/**
 * A field computed from a row's own values, from all rows of a kind or from other kinds, never stored: it reads like any
 * other field. A row has a value when the fields of at least one of `from` have.
 */
export interface DerivedField extends FieldDefinition {
  readonly from: readonly [Sources, ...Sources[]];
}

const field = (
  key: string,
  type: FieldType,
  from: DerivedField['from'],
  about: Partial<Pick<FieldDefinition, 'unit' | 'identifier'>> = {},
): DerivedField => ({ key, type, from, ...about });
const decimal = (key: string, unit: Unit, ...from: DerivedField['from']): DerivedField =>
  field(key, 'decimal', from, { unit });
const identifier = (key: string, ...from: DerivedField['from']): DerivedField =>
  field(key, 'text', from, { identifier: true });
const flag = (key: string, ...from: DerivedField['from']): DerivedField => field(key, 'flag', from);
const date = (key: string, ...from: DerivedField['from']): DerivedField => field(key, 'date', from);

/** How customers are put together by their first purchase. */
export const COHORT_GRAINS = ['month', 'quarter', 'year'] as const;
export type CohortGrain = (typeof COHORT_GRAINS)[number];

/** How long targets are for, and the most days each of them has. */
export const TARGET_STRETCHES = [
  { name: 'day', days: 1 },
  { name: 'week', days: 7 },
  { name: 'month', days: 31 },
  { name: 'quarter', days: 92 },
  { name: 'year', days: Infinity },
] as const;

/** Field of a cohort, or of the time since it. Example: `cohortKey('age', 'month')` is 'age:month'. */
export function cohortKey(what: 'cohort' | 'age', grain: CohortGrain): string {
  return `${what}:${grain}`;
}

const BY_KIND: Partial<Readonly<Record<RecordKind, readonly DerivedField[]>>> = {
  sale: [
    /** `customer_id`; without one, the id seen with the same name where that is one id, else the name. */
    identifier('customer_key', ['customer'], ['customer_id']),
    /** The row lies on its customer's first date in the whole workspace. */
    flag('first_purchase', ['customer'], ['customer_id']),
    /** The order number; a row without one is a sale of its own. */
    identifier('sale_key', ['amount']),
    /** By month, quarter or year: the one of the customer's first date in the whole workspace, `2026-09`. */
    ...COHORT_GRAINS.map((grain) => identifier(cohortKey('cohort', grain), ['customer'], ['customer_id'])),
    /** By month, quarter or year: how many of them after that one the row lies. */
    ...COHORT_GRAINS.map((grain) => identifier(cohortKey('age', grain), ['customer'], ['customer_id'])),
    /** `discount`, else amount × share ÷ (1 − share), rounded to ten-thousandths. */
    decimal('discount_given', 'money', ['discount'], ['discount_share']),
    /** `discount_share`, else discount ÷ (amount + discount). */
    decimal('discount_rate', 'ratio', ['discount_share'], ['discount']),
    /**
     * A type that says upsell where some row of the workspace has one. Else inferred: the customer has bought of the category,
     * and its amount in this order is above that of his last order of it.
     */
    flag('is_upsell', ['type'], ['customer', 'category'], ['customer_id', 'category']),
    /** The same of cross-sell: the category is new to a customer with an earlier order. */
    flag('is_cross_sell', ['type'], ['customer', 'category'], ['customer_id', 'category']),
  ],
  deal: [
    /** Of an open deal: value × its probability, else × its stage's weight, rounded once to ten-thousandths. */
    decimal('weighted_value', 'money', ['value', 'probability'], ['value', 'stage']),
    /** Of an open deal: value × its stage's weight, whatever probability it has. */
    decimal('stage_weighted_value', 'money', ['value', 'stage']),
    /** Whole days from creation to close. */
    decimal('cycle_days', 'days', ['created', 'closed']),
    /** Whole days to close from the customer's latest lead that was created on or before the deal was. */
    decimal('cycle_from_lead', 'days', ['created', 'closed', 'customer', 'lead.created', 'lead.customer']),
    /** Anything but a won or lost deal without a date of close, which never counts as open. */
    flag('was_open', ['status'], ['closed']),
  ],
  lead: [
    /** Hours from creation to the first answer, to the minute; missing where the answer came first. */
    decimal('answer_hours', 'hours', ['created', 'answered']),
    /** Those of them within office hours on working days. */
    decimal('answer_office_hours', 'hours', ['created', 'answered']),
  ],
  activity: [
    /** `count`; a row without one is one. */
    decimal('count_or_one', 'count', ['type']),
    /** The deal it names is won. */
    flag('deal_won', ['deal', 'deal.id', 'deal.status']),
  ],
  subscription: [
    /** The amount of a year by the interval: × 365.25, 365.25 ÷ 7, 12, 4, 1 or 12 ÷ n months; without an interval it is monthly. */
    decimal('yearly_amount', 'money', ['amount']),
    /** `end`, or the start of the row that continues this one within a day. */
    date('ended', ['start']),
    /** The same for a row and those that continue it. */
    identifier('subscription_key', ['customer']),
    /**
     * From a list of how customers stand now, where every row begins on the day of the import: the import says so. Where none does, rows with a tenure that all
     * begin on one day are such a list.
     */
    flag('snapshot', ['tenure_months'], ['snapshot']),
  ],
  target: [
    /** The KPI it is set for; revenue where the row names none. */
    field('target_kpi', 'text', [['value']]),
    /** Last day, included: `end`, else the end of the grain, else of the month. */
    date('until_day', ['start']),
    /** Which of rep, team, region, product and category the row itself names, as a sum of 1, 2, 4, 8 and 16: '0' for the company's. */
    identifier('level', ['value']),
    /** How long it is for, in one word: see TARGET_STRETCHES. */
    identifier('stretch', ['start']),
  ],
  competitor_price: [
    /** `date`; a price without one is from the first day. */
    date('valid_from', ['price']),
    /** The day of the next price of the same product and competitor; missing while it holds. */
    date('valid_to', ['price']),
  ],
};

/** Rows that say when a customer was one. */
const ACTIVITY: Readonly<Record<DerivedKind, DerivedField['from']>> = {
  customer: [
    ['sale.date', 'sale.amount', 'sale.customer'],
    ['sale.date', 'sale.amount', 'sale.customer_id'],
  ],
  customer_span: [
    ['sale.date', 'sale.amount', 'sale.customer'],
    ['sale.date', 'sale.amount', 'sale.customer_id'],
    ['subscription.start', 'subscription.customer'],
  ],
};

/** A text of a customer comes from the same text of his rows; all else from their dates and amounts. */
function ofCustomers(kind: DerivedKind): readonly DerivedField[] {
  return DERIVED_FIELDS_BY_KIND[kind].map((one) => {
    const kinds = (kind === 'customer' ? ['sale'] : ['sale', 'subscription']) satisfies readonly RecordKind[];
    const [first, ...others] = kinds.flatMap((source): readonly Sources[] =>
      one.type === 'text' && fieldOf(source, one.key) !== null ? [[`${source}.${one.key}`]] : [],
    );
    return { ...one, from: first === undefined ? ACTIVITY[kind] : [first, ...others] };
  });
}

const OF_KIND: Readonly<Record<DerivedKind, readonly DerivedField[]>> = {
  customer: ofCustomers('customer'),
  customer_span: ofCustomers('customer_span'),
};

/** The derived fields of a kind; of a derived kind all its fields. */
export function derivedFields(kind: AnyKind): readonly DerivedField[] {
  return isDerivedKind(kind) ? OF_KIND[kind] : (BY_KIND[kind] ?? []);
}

/** A field of a kind, stored or derived; null for a custom or unknown one. */
export function anyFieldOf(kind: AnyKind, key: string): FieldDefinition | null {
  return fieldOf(kind, key) ?? derivedFields(kind).find((one) => one.key === key) ?? null;
}

/**
 * The imported fields that must be there for a field of a kind to have values and are not: none when it can have some.
 * Of a derived field's alternatives the first is named. Example: without deals `activity.deal_won` lacks ['activity.deal',
 * 'deal.id', 'deal.status'].
 */
export function missingSources(
  kind: AnyKind,
  key: string,
  has: (kind: RecordKind, field: string) => boolean,
): readonly string[] {
  const derived = derivedFields(kind).find((one) => one.key === key);
  const alternatives: readonly Sources[] = derived?.from ?? [[key]];
  const lacking = alternatives.map((sources) =>
    sources.map((source) => withKind(kind, source)).filter(([of, name]) => isDerivedKind(of) || !has(of, name)),
  );
  if (lacking.some(({ length }) => length === 0)) return [];
  return (lacking[0] ?? []).map(([of, name]) => `${of}.${name}`);
}

function withKind(kind: AnyKind, source: string): readonly [AnyKind, string] {
  const other = RECORD_KINDS.find((one) => source.startsWith(`${one}.`));
  return other === undefined ? [kind, source] : [other, source.slice(other.length + 1)];
}
