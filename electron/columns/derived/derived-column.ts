import type { CodeColumn, DecimalColumn, FlagColumn } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import { customerKey } from './customer-key.ts';
import { discountGiven, discountRate } from './discounts.ts';
import { firstPurchase } from './first-purchase.ts';
import { saleKey } from './sale-key.ts';

export type DerivedColumn =
  | { readonly type: 'codes'; readonly codes: CodeColumn; readonly members: number }
  | { readonly type: 'decimals'; readonly decimals: DecimalColumn }
  | { readonly type: 'flags'; readonly flags: FlagColumn };

/** A derived field of `shared/derived-fields.ts`; null where its sources are missing or there is no such field. */
export function derivedColumn(fields: Fields, kind: AnyKind, key: string): DerivedColumn | null {
  if (kind !== 'sale') return null;
  switch (key) {
    case 'customer_key':
      return customerKey(fields);
    case 'first_purchase':
      return firstPurchase(fields);
    case 'sale_key':
      return saleKey(fields);
    case 'discount_given':
      return discountGiven(fields);
    case 'discount_rate':
      return discountRate(fields);
    default:
      return null;
  }
}
