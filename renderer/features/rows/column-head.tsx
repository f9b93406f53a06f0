import { useTranslation } from 'react-i18next';
import type { RowSelection } from '#shared/stored-rows.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { fieldName } from '../import/words.ts';
import { ColumnFilter } from './column-filter.tsx';
import { nextSort, type RowField } from './rows.model.ts';

interface ColumnHeadProps {
  readonly field: RowField;
  readonly selection: RowSelection;
}

/** The name sorts: upwards, downwards, as in the files. The funnel filters. */
export function ColumnHead({ field, selection }: ColumnHeadProps) {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const viewRows = useAppStore((state) => state.viewRows);
  const { kind, sort, filters } = selection;
  const name = fieldName(t, kind, field.key);
  const isSorted = sort?.field === field.key;
  return (
    <span className={classNames('rows-head', field.type === 'decimal' && 'rows-head-number')}>
      <button
        type="button"
        className="rows-sort"
        title={t('rows:sort', { name })}
        onClick={() => viewRows(id, { sort: nextSort(sort, field.key) })}
      >
        <span>{name}</span>
        {isSorted && (
          <span className={sort.descending ? 'rows-down' : 'rows-up'}>
            <Icon name="chevron-down" size={12} />
          </span>
        )}
      </button>
      <ColumnFilter kind={kind} field={field} name={name} filters={filters} />
    </span>
  );
}
