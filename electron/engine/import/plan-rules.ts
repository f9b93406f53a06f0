import type { Day } from '#shared/calendar.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { dealRules } from './deal-rules.ts';
import { firstDay, type FieldRule } from './field-rules.ts';
import type { PlannedColumn } from './import-plan.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';
import type { PresetMatch } from './presets/recognise-preset.ts';
import { saleRules } from './sale-rules.ts';
import { leadRules, subscriptionRules } from './snapshot-rules.ts';

/** The rules by which a kind's fields give others, for the columns a file has. */
export function planRules(
  kind: RecordKind,
  columns: readonly PlannedColumn[],
  profiles: readonly ColumnProfile[],
  today: Day | null,
  preset: PresetMatch | null,
): readonly FieldRule[] {
  const given = new Set(columns.map(({ key }) => key));
  const headerOf = (field: string): string | null => columns.find(({ key }) => key === field)?.header ?? null;
  const snapshot = { given, hasDates: profiles.some((profile) => plainDates(profile) * 2 > profile.filled), today };
  const keyAt = (index: number | undefined): string | null =>
    columns.find((column) => index !== undefined && column.index === index)?.key ?? null;
  const filled = [...(preset?.more ?? [])].flatMap(([field, others]): FieldRule[] => {
    const keys = others.flatMap((index) => keyAt(index) ?? []);
    if (keys.length === 0) return [];
    const rule = firstDay(field, keys, given.has(field) ? null : keys.join(', '));
    given.add(field);
    return [rule];
  });
  switch (kind) {
    case 'deal': {
      const [wonAt, lostAt] = [keyAt(preset?.roles.get('won')), keyAt(preset?.roles.get('lost'))];
      return [...filled, ...dealRules(given, { statusHeader: headerOf('status'), wonAt, lostAt })];
    }
    case 'lead':
      return leadRules(snapshot);
    case 'subscription':
      return subscriptionRules(snapshot, headerOf('amount'));
    case 'sale':
      return saleRules(given, {
        refunded: keyAt(preset?.roles.get('refunded')),
        positive: preset?.preset.positive ?? [],
        hasOrders: preset?.preset.orders !== undefined,
      });
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
