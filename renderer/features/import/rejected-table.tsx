import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { RejectedRow } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { rejectReason } from './rejected.model.ts';

interface RejectedTableProps {
  readonly kind: RecordKind;
  readonly caption: string;
  readonly count: number;
  readonly row: (index: number) => RejectedRow | undefined;
  readonly onRange?: (first: number, last: number) => void;
}

/** Rows that cannot be read: where they stand in the file, the value at fault, and why. */
export function RejectedTable({ kind, ...table }: RejectedTableProps) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const columns = useMemo<readonly TableColumn<RejectedRow>[]>(
    () => [
      {
        key: 'row',
        header: t('rejected.row'),
        number: true,
        width: '84px',
        cell: (row) => formatNumber(row.row, locale),
      },
      { key: 'column', header: t('rejected.column'), width: '26%', cell: (row) => row.column },
      {
        key: 'value',
        header: t('rejected.value'),
        width: '28%',
        cell: (row) =>
          row.value.trim() === '' ? <span className="muted">{t('rejected.blank')}</span> : <code>{row.value}</code>,
      },
      { key: 'reason', header: t('rejected.reason'), cell: (row) => rejectReason(t, kind, row.field, row.reason) },
    ],
    [t, locale, kind],
  );
  return <VirtualTable {...table} columns={columns} height="min(420px, 56vh)" />;
}
