import type { CodeColumn, DayColumn, DecimalColumn, FlagColumn } from '#engine/ports/workspace-columns.ts';
import { COHORT_GRAINS, cohortKey } from '#shared/derived-fields.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import { cohort, cohortAge } from './cohorts.ts';
import { countOrOne, dealWon } from './activities.ts';
import { customerKey } from './customer-keys.ts';
import { cycleDays, cycleFromLead, wasOpen } from './deal-cycles.ts';
import { discountGiven, discountRate } from './discounts.ts';
import { firstPurchase } from './first-purchase.ts';
import { groupedColumn } from './grouped-columns.ts';
import { validFrom, validTo } from './price-validity.ts';
import { answerHours, answerOfficeHours } from './response-hours.ts';
import { saleKey } from './sale-key.ts';
import { ended, subscriptionKey } from './subscription-chains.ts';
import { snapshot, yearlyAmount } from './subscriptions.ts';
import { targetKpi, targetLevel, targetStretch, untilDay } from './targets.ts';
import { isCrossSell, isUpsell } from './upsells.ts';
import { stageWeightedValue, weightedValue } from './weighted-value.ts';

export type DerivedColumn =
  | {
      readonly type: 'codes';
      readonly codes: CodeColumn;
      readonly members: number;
      /** By code, where questions may split by it. */
      readonly names?: readonly string[];
    }
  | { readonly type: 'days'; readonly days: DayColumn }
  | { readonly type: 'decimals'; readonly decimals: DecimalColumn }
  | { readonly type: 'flags'; readonly flags: FlagColumn };

type Compute = (fields: Fields) => DerivedColumn | null;

const COMPUTED: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['sale.customer_key', customerKey],
  ['sale.first_purchase', firstPurchase],
  ['sale.sale_key', saleKey],
  ['sale.discount_given', discountGiven],
  ['sale.discount_rate', discountRate],
  ['sale.is_upsell', isUpsell],
  ['sale.is_cross_sell', isCrossSell],
  ...COHORT_GRAINS.flatMap((grain): readonly [string, Compute][] => [
    [`sale.${cohortKey('cohort', grain)}`, (fields) => cohort(fields, grain)],
    [`sale.${cohortKey('age', grain)}`, (fields) => cohortAge(fields, grain)],
  ]),
  ['deal.weighted_value', weightedValue],
  ['deal.stage_weighted_value', stageWeightedValue],
  ['deal.cycle_days', cycleDays],
  ['deal.cycle_from_lead', cycleFromLead],
  ['deal.was_open', wasOpen],
  ['lead.answer_hours', answerHours],
  ['lead.answer_office_hours', answerOfficeHours],
  ['activity.count_or_one', countOrOne],
  ['activity.deal_won', dealWon],
  ['subscription.yearly_amount', yearlyAmount],
  ['subscription.ended', ended],
  ['subscription.subscription_key', subscriptionKey],
  ['subscription.snapshot', snapshot],
  ['target.target_kpi', targetKpi],
  ['target.until_day', untilDay],
  ['target.level', targetLevel],
  ['target.stretch', targetStretch],
  ['competitor_price.valid_from', validFrom],
  ['competitor_price.valid_to', validTo],
]);

/** A derived field of `shared/derived-fields.ts`, or a grouped one; null where its sources are missing or there is no such field. */
export function derivedColumn(fields: Fields, kind: AnyKind, key: string): DerivedColumn | null {
  const compute = COMPUTED.get(`${kind}.${key}`);
  return compute === undefined ? groupedColumn(fields, kind, key) : compute(fields);
}
