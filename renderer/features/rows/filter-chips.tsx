import { useTranslation } from 'react-i18next';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { fieldName } from '../import/words.ts';
import { filterWords, withFilter } from './filters.model.ts';

interface FilterChipsProps {
  readonly kind: RecordKind;
  readonly filters: readonly RowFilter[];
}

/** The filters in force, in words. Each goes away with a click. */
export function FilterChips({ kind, filters }: FilterChipsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id } = useWorkspace();
  const viewRows = useAppStore((state) => state.viewRows);
  if (filters.length === 0) return null;
  return (
    <ul className="rows-chips" aria-label={t('rows:filters')}>
      {filters.map((filter) => {
        const name = fieldName(t, kind, filter.field);
        return (
          <li key={filter.field}>
            <button
              type="button"
              className="rows-chip"
              aria-label={t('rows:removeFilter', { name })}
              title={t('rows:removeFilter', { name })}
              onClick={() => viewRows(id, { filters: withFilter(filters, filter.field, null) })}
            >
              <span className="rows-chip-name">{name}</span>
              <span className="rows-chip-words">{filterWords(filter, { t, locale })}</span>
              <Icon name="close" size={12} />
            </button>
          </li>
        );
      })}
      {filters.length > 1 && (
        <li>
          <Button look="link" onClick={() => viewRows(id, { filters: [] })}>
            {t('rows:clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}
