import type { CodeColumn, DayColumn, DecimalColumn, FlagColumn } from '#engine/ports/workspace-columns.ts';
import { COHORT_GRAINS, cohortKey, type CohortGrain } from '#shared/derived-fields.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import { ageNames, cohort, cohortAge, cohortNames } from './cohorts.ts';
import { countOrOne, dealWon } from './activities.ts';
import { customerKey, customerKeyCount } from './customer-keys.ts';
import { cycleDays, cycleFromLead, wasOpen } from './deal-cycles.ts';
import { discountGiven, discountRate } from './discounts.ts';
import { firstPurchase } from './first-purchase.ts';
import { groupedColumn } from './grouped-columns.ts';
import { validFrom, validTo } from './price-validity.ts';
import { answerHours, answerOfficeHours } from './response-hours.ts';
import { saleKey, saleKeyCount } from './sale-key.ts';
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
      /** By code, where questions may split by it and they are not known without the column. */
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

/** What is known of a column before it is worked out. */
type OfAll<T> = ReadonlyMap<string, (fields: Fields) => T>;

const ofGrain = <T>(of: (fields: Fields, grain: CohortGrain) => T, grain: CohortGrain) => {
  return (fields: Fields): T => of(fields, grain);
};

const NAMES: OfAll<readonly string[]> = new Map(
  COHORT_GRAINS.flatMap((grain): readonly (readonly [string, (fields: Fields) => readonly string[]])[] => [
    [`sale.${cohortKey('cohort', grain)}`, ofGrain(cohortNames, grain)],
    [`sale.${cohortKey('age', grain)}`, ofGrain(ageNames, grain)],
  ]),
);

const COUNTS: OfAll<number> = new Map([
  ['sale.customer_key', customerKeyCount],
  ['sale.sale_key', saleKeyCount],
]);

type Derive = (kind: AnyKind, key: string) => DerivedColumn | null;

/** By code of a derived text that questions may split by. */
export function namesOf(fields: Fields, kind: AnyKind, key: string, derive: Derive): readonly string[] {
  const known = NAMES.get(`${kind}.${key}`);
  if (known !== undefined) return fields.once(known);
  const column = derive(kind, key);
  return (column?.type === 'codes' ? column.names : null) ?? [''];
}

/** One more than the highest code that a derived field can have; 1 where it has none. */
export function membersOf(fields: Fields, kind: AnyKind, key: string, derive: Derive): number {
  const known = COUNTS.get(`${kind}.${key}`);
  if (known !== undefined) return known(fields);
  const column = derive(kind, key);
  return column?.type === 'codes' ? column.members : 1;
}

/**
 * A derived field of `shared/derived-fields.ts`, or a grouped one; null where its sources are missing or there is no such field. The rows may be some of
 * all: what a field goes by of other rows it has under `once`.
 */
export function derivedColumn(fields: Fields, kind: AnyKind, key: string): DerivedColumn | null {
  const compute = COMPUTED.get(`${kind}.${key}`);
  return compute === undefined ? groupedColumn(fields, kind, key) : compute(fields);
}
