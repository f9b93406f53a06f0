import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Popover } from '../../ui/popover.tsx';
import { filterOf, withFilter } from './filters.model.ts';
import { PresenceChoice } from './presence-choice.tsx';
import { DateRange, NumberRange } from './range-filter.tsx';
import type { RowField } from './rows.model.ts';
import { TextFilter } from './text-filter.tsx';

interface ColumnFilterProps {
  readonly kind: RecordKind;
  readonly field: RowField;
  readonly name: string;
  readonly filters: readonly RowFilter[];
}

/** What rows a column lets through, in the terms of its type. Works as it is typed. */
export function ColumnFilter({ kind, field, name, filters }: ColumnFilterProps) {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const viewRows = useAppStore((state) => state.viewRows);
  const [open, setOpen] = useState(false);
  const filter = filterOf(filters, field.key);
  const change = (next: RowFilter | null): void => viewRows(id, { filters: withFilter(filters, field.key, next) });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      title={name}
      trigger={
        <IconButton
          icon="filter"
          label={t('rows:filter', { name })}
          className={classNames('rows-funnel', filter !== null && 'rows-funnel-on')}
        />
      }
    >
      <div className="rows-filter">
        {field.type === 'text' && <TextFilter kind={kind} field={field.key} filter={filter} onChange={change} />}
        {field.type === 'decimal' && <NumberRange field={field.key} filter={filter} onChange={change} />}
        {(field.type === 'date' || field.type === 'instant') && (
          <DateRange field={field.key} filter={filter} onChange={change} />
        )}
        {field.type !== 'text' && (
          <PresenceChoice field={field.key} flag={field.type === 'flag'} filter={filter} onChange={change} />
        )}
        {filter !== null && (
          <Button look="link" onClick={() => change(null)}>
            {t('rows:clear')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
