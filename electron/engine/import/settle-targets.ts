import type { RecordKind } from '#shared/record-kinds.ts';
import { headerWords } from './header-words.ts';
import type { MappedColumn, MappingInput } from './map-columns.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';
import { periodOfAmount } from './snapshot-rules.ts';

/**
 * The field a column becomes, once all columns have theirs: what the values, or another column, say of it.
 * `isChosen`: the user or a known export has said what the column is.
 */
export function settleTargets(
  kind: RecordKind,
  mapped: readonly MappedColumn[],
  { headers, profiles }: MappingInput,
  isChosen: (column: number) => boolean,
): readonly MappedColumn[] {
  const headerOf = (field: string): string | null => {
    const at = mapped.findIndex(({ target }) => target.to === 'field' && target.field === field);
    return at < 0 ? null : (headers[at] ?? '');
  };
  return mapped.map((column, index) => {
    const profile = profiles[index];
    const { target } = column;
    if (target.to !== 'field' || profile === undefined) return column;
    const chosen = isChosen(index);
    switch (`${kind}.${target.field}`) {
      case 'sale.discount':
        return !chosen && headerOf('discount_share') === null && isShare(headers[index] ?? '', profile)
          ? { ...column, target: { to: 'field', field: 'discount_share' } }
          : column;
      // Converted, as a date or as yes: a field for each.
      case 'lead.converted':
        return plainDates(profile) > profile.flags && headerOf('converted_at') === null
          ? { ...column, target: { to: 'field', field: 'converted_at' } }
          : column;
      // How often an amount by the month is billed says nothing of the period it is for.
      case 'subscription.interval':
        return !chosen && periodOfAmount(headerOf('amount') ?? '') !== null
          ? { target: { to: 'custom' }, confidence: 'custom' }
          : column;
      default:
        return column;
    }
  });
}

/** `Rabatt` may hold shares or amounts: per cent signs, or nothing above 1, make it a share. */
function isShare(header: string, { numbers: { percent, max } }: ColumnProfile): boolean {
  const amounts = /belopp|amount|kr/.test(headerWords(header));
  return percent > 0 || (max <= 1 && !amounts);
}
