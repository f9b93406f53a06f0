import { useTranslation } from 'react-i18next';
import { useFormatContext } from '../../i18n/use-format.ts';
import { cellText, type RowField, type StoredRow } from './rows.model.ts';
import './row-cell.css';

interface RowCellProps {
  readonly row: StoredRow;
  readonly place: number;
  readonly field: RowField;
}

/** A value of a row; a merged name with what the file has beside it. */
export function RowCell({ row, place, field }: RowCellProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const text = cellText(t, row, place, field, format);
  const written = row.written?.[field.key];
  if (written === undefined) return <span title={field.type === 'text' ? text : undefined}>{text}</span>;
  return (
    <span title={t('rows:written', { name: text, written })}>
      {text} <span className="rows-written">{written}</span>
    </span>
  );
}
