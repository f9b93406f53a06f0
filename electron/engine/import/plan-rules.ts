import type { Day } from '#shared/calendar.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { dealRules } from './deal-rules.ts';
import type { FieldRule } from './field-rules.ts';
import type { PlannedColumn } from './import-plan.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';
import { leadRules, subscriptionRules } from './snapshot-rules.ts';

/** The rules by which a kind's fields give others, for the columns a file has. */
export function planRules(
  kind: RecordKind,
  columns: readonly PlannedColumn[],
  profiles: readonly ColumnProfile[],
  today: Day | null,
): readonly FieldRule[] {
  const given = new Set(columns.map(({ key }) => key));
  const headerOf = (field: string): string | null => columns.find(({ key }) => key === field)?.header ?? null;
  const snapshot = { given, hasDates: profiles.some((profile) => plainDates(profile) * 2 > profile.filled), today };
  switch (kind) {
    case 'deal':
      return dealRules(given, { statusHeader: headerOf('status'), wonAt: null, lostAt: null });
    case 'lead':
      return leadRules(snapshot);
    case 'subscription':
      return subscriptionRules(snapshot, headerOf('amount'));
    case 'sale':
    case 'activity':
    case 'cost':
    case 'target':
    case 'competitor_price':
    case 'customer_list':
    case 'product_list':
    case 'rep_list':
      return [];
  }
}
