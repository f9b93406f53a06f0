import { hasValues } from './rows.ts';
import type { World } from './world.ts';

/** What a derived field is made of: one of these lists must be there whole. */
const MADE_OF: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'sale.customer_key': [['sale.customer'], ['sale.customer_id']],
  'sale.first_purchase': [['sale.customer'], ['sale.customer_id']],
  'sale.sale_key': [['sale.amount']],
  'sale.discount_given': [['sale.discount'], ['sale.discount_share']],
  'sale.discount_rate': [['sale.discount_share'], ['sale.discount']],
  'sale.is_upsell': [['sale.type'], ['sale.customer', 'sale.category'], ['sale.customer_id', 'sale.category']],
  'sale.is_cross_sell': [['sale.type'], ['sale.customer', 'sale.category'], ['sale.customer_id', 'sale.category']],
  'deal.weighted_value': [
    ['deal.value', 'deal.probability'],
    ['deal.value', 'deal.stage'],
  ],
  'deal.stage_weighted_value': [['deal.value', 'deal.stage']],
  'deal.cycle_days': [['deal.created', 'deal.closed']],
  'deal.cycle_from_lead': [['deal.created', 'deal.closed', 'deal.customer', 'lead.created', 'lead.customer']],
  'deal.was_open': [['deal.status'], ['deal.closed']],
  'lead.answer_hours': [['lead.created', 'lead.answered']],
  'lead.answer_office_hours': [['lead.created', 'lead.answered']],
  'activity.count_or_one': [['activity.type']],
  'activity.deal_won': [['activity.deal', 'deal.id', 'deal.status']],
  'subscription.yearly_amount': [['subscription.amount']],
  'subscription.ended': [['subscription.start']],
  'subscription.subscription_key': [['subscription.customer']],
  'subscription.snapshot': [['subscription.tenure_months']],
  'target.target_kpi': [['target.value']],
  'target.until_day': [['target.start']],
  'target.level': [['target.value']],
  'target.length': [['target.start']],
  'competitor_price.valid_from': [['competitor_price.price']],
  'competitor_price.valid_to': [['competitor_price.price']],
};
/** What a kind's files may say by which its rows are told apart. */
const TEXTS: Readonly<Record<string, string>> = {
  sale: 'order line customer customer_id segment rep product product_id category subcategory region country city channel currency type',
  deal: 'id title customer rep pipeline stage status currency lost_reason source product category region country',
  lead: 'id source rep status customer region country',
  activity: 'type rep outcome deal customer region',
  subscription: 'customer id plan interval currency rep region type status',
  cost: 'category rep region channel currency',
  target: 'kpi grain rep team region product category',
  competitor_price: 'product competitor currency',
  customer_span: 'customer customer_id customer_key segment rep region country city channel',
};
export const mayHave = (kind: string, dimension: string): boolean =>
  TEXTS[kind]?.split(' ').includes(dimension) === true ||
  ((kind === 'deal' || kind === 'lead') && dimension.endsWith(':created'));

const SALES_OF_SOMEBODY = [
  ['sale.date', 'sale.amount', 'sale.customer'],
  ['sale.date', 'sale.amount', 'sale.customer_id'],
];

/** Whether the data at hand can say nothing of a kind's field. */
export function lacking({ stored, tables }: Pick<World, 'stored' | 'tables'>, kind: string, field: string): boolean {
  const has = (source: string): boolean => {
    const [of = '', name = ''] = source.split('.');
    return hasValues(stored[of], name) || hasValues(tables[of], name);
  };
  const made = MADE_OF[`${kind}.${field}`] ?? ofCustomers(kind) ?? [[`${kind}.${field}`]];
  return !made.some((sources) => sources.every(has));
}

function ofCustomers(kind: string): readonly (readonly string[])[] | null {
  return kind === 'customer_span' ? [...SALES_OF_SOMEBODY, ['subscription.start', 'subscription.customer']] : null;
}
