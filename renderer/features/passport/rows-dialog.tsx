import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowsPage } from '#shared/question.ts';
import { formatNumber } from '#shared/format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { PassportSubject } from '../../state/passport-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { RowCell } from '../rows/row-cell.tsx';
import { isDerived } from './passport.model.ts';
import { usePagedRows, type RowSort } from './use-paged-rows.ts';

interface RowsDialogProps {
  readonly subject: PassportSubject;
  /** What the number is called. */
  readonly name: string;
  readonly period: string;
  /** Every sort of rows behind the number; at least one. */
  readonly sorts: readonly RowSort[];
  readonly onClose: () => void;
}

type Row = RowsPage['rows'][number];

const placeOf = ({ file, sheet }: Row): string => [file, sheet].filter((part) => part !== null).join(', ');

/** Exactly the rows behind the number, with the file and the row they came from. Fetched as they come into sight. */
export function RowsDialog({ subject, name, period, sorts, onClose }: RowsDialogProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const [chosen, choose] = useState<RowSort | null>(null);
  const { key, kind } = chosen ?? sorts[0] ?? { key: '', kind: 'sale' };
  const { fields, total, row, showRange, error } = usePagedRows(subject, chosen);
  const derived = isDerived(kind);
  const columns = useMemo(
    () => [
      ...(derived
        ? []
        : [
            { key: ' file', header: t('passport:file'), width: '170px', cell: placeOf },
            {
              key: ' row',
              header: t('passport:fileRow'),
              number: true,
              width: '92px',
              cell: ({ fileRow }: Row) => (fileRow === null ? '' : formatNumber(fileRow, format.locale)),
            },
          ]),
      ...fields.map((field, index): TableColumn<Row> => ({
        key: field.key,
        header: dimensionName(t, field.key, [{ key: field.key, label: null, kinds: [kind] }]),
        number: field.type === 'decimal',
        width: field.type === 'text' ? '136px' : '108px',
        cell: (each) => <RowCell row={each} place={index} field={field} />,
      })),
    ],
    [fields, format, t, kind, derived],
  );
  const rowAt = useCallback((index: number) => row(index), [row]);
  const title = t('passport:rowsTitle', { name: name.toLocaleLowerCase(format.locale) });
  return (
    <Dialog
      open
      look="wide"
      title={title}
      sub={t('passport:rowsSub', { count: total ?? 0, n: formatNumber(total ?? 0, format.locale), period })}
      closeLabel={t('frame:close')}
      onClose={onClose}
    >
      {error !== null && <Notice tone="bad" title={failureSentence(t, failureOf(error))} />}
      {sorts.length > 1 && (
        <div className="rows-kinds" role="group" aria-label={t('passport:kinds')}>
          {sorts.map((each) => (
            <button key={each.key} type="button" aria-pressed={each.key === key} onClick={() => choose(each)}>
              {each.name} <small>{formatNumber(each.total, format.locale)}</small>
            </button>
          ))}
        </div>
      )}
      {derived && <p className="rows-derived">{t('passport:derived')}</p>}
      {total !== null && (
        <VirtualTable
          key={key}
          caption={title}
          columns={columns}
          count={total}
          row={rowAt}
          onRange={showRange}
          height="min(560px, 64vh)"
        />
      )}
    </Dialog>
  );
}
