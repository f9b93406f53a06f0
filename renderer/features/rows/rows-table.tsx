import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { RowSelection } from '#shared/stored-rows.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { ColumnHead } from './column-head.tsx';
import { RowCell } from './row-cell.tsx';
import { kindTitle, widthOf, type StoredRow } from './rows.model.ts';
import type { useStoredRows } from './use-stored-rows.ts';

/** Drawn empty until the first page is there. */
const FIRST_ROWS = 20;

interface RowsTableProps {
  readonly selection: RowSelection;
  readonly stored: ReturnType<typeof useStoredRows>;
}

const placeOf = ({ file, sheet }: StoredRow): string => [file, sheet].filter((part) => part !== null).join(', ');

/** The rows, each with its file and place in it. A column's header sorts and filters. */
export function RowsTable({ selection, stored }: RowsTableProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { id } = useWorkspace();
  const viewRows = useAppStore((state) => state.viewRows);
  const { fields, total, row, showRange, isOld, error } = stored;
  const columns = useMemo(
    () => [
      {
        key: ' file',
        header: t('rows:file'),
        width: '190px',
        cell: (each: StoredRow) => <span title={placeOf(each)}>{placeOf(each)}</span>,
      },
      {
        key: ' row',
        header: t('rows:fileRow'),
        number: true,
        width: '96px',
        cell: ({ fileRow }: StoredRow) => (fileRow === null ? '' : formatNumber(fileRow, format.locale)),
      },
      ...fields.map((field, place): TableColumn<StoredRow> => ({
        key: field.key,
        header: <ColumnHead field={field} selection={selection} />,
        number: field.type === 'decimal',
        width: widthOf(field),
        sort: selection.sort?.field !== field.key ? undefined : selection.sort.descending ? 'descending' : 'ascending',
        cell: (each) => <RowCell row={each} place={place} field={field} />,
      })),
    ],
    [fields, format.locale, selection, t],
  );
  const clear = (
    <Button onClick={() => viewRows(id, { search: '', filters: [], sort: null })}>{t('rows:clearAll')}</Button>
  );
  if (error !== null) {
    return (
      <Notice tone="bad" title={t('rows:failed')} actions={clear}>
        {failureSentence(t, failureOf(error))}
      </Notice>
    );
  }
  return (
    <div className="rows-table">
      <VirtualTable
        caption={kindTitle(t, selection.kind, format.locale)}
        columns={columns}
        count={total ?? FIRST_ROWS}
        row={row}
        onRange={showRange}
        height="100%"
        busy={isOld || total === null}
        selection={JSON.stringify(selection)}
      />
      {total === 0 && (
        <EmptyState icon="search" title={t('rows:none.title')} text={t('rows:none.text')} actions={clear} />
      )}
    </div>
  );
}
