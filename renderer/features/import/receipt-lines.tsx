import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Receipt } from '#shared/importing.ts';
import { CUSTOM_PREFIX, type RecordKind } from '#shared/record-kinds.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import {
  receiptBar,
  receiptRows,
  receiptSums,
  receiptVerdict,
  type ReceiptRows,
  type ReceiptSum,
} from './receipt.model.ts';
import { fieldName } from './words.ts';
import './receipt-lines.css';

interface ReceiptLinesProps {
  readonly receipt: Receipt;
  readonly kind: RecordKind;
  /** Words of an import that is done: "Importerade", "Fanns redan". */
  readonly done?: boolean;
}

/** Every row and every amount of the file accounted for, and the sentence that says whether they agree. */
export function ReceiptLines({ receipt, kind, done = false }: ReceiptLinesProps) {
  const { t } = useTranslation(['import', 'data', 'reimport']);
  const locale = useLocale();
  const rows = receiptRows(receipt);
  const { updated, kept, replaced } = receipt.changes;
  const sums = receiptSums(receipt);
  const [all, setAll] = useState(false);
  const number = (value: number): string => formatNumber(value, locale);
  const word = (name: 'imported' | 'duplicates' | 'rejected'): string =>
    t(done ? `data:receipt.${name}` : `import:receipt.${name}`);
  const shown = all ? sums : sums.slice(0, 1);
  return (
    <div className="receipt">
      <Bar
        rows={rows}
        label={t('import:receipt.bar', {
          imported: number(rows.imported),
          duplicates: number(rows.duplicates),
          rejected: number(rows.rejected),
        })}
      />
      <dl className="receipt-lines">
        <Line name={t('import:receipt.read')} value={number(rows.inFile)} />
        <Line name={word('imported')} value={number(rows.imported)} />
        {updated > 0 && <Line name={t('reimport:lines.updated')} value={number(updated)} tone="part" />}
        {rows.duplicates > 0 && <Line name={word('duplicates')} value={number(rows.duplicates)} />}
        {kept > 0 && <Line name={t('reimport:lines.kept')} value={number(kept)} tone="part" />}
        {rows.rejected > 0 && <Line name={word('rejected')} value={number(rows.rejected)} tone="bad" />}
        {rows.totals > 0 && (
          <Line name={t('import:receipt.totals', { count: rows.totals })} value={number(rows.totals)} tone="muted" />
        )}
      </dl>
      {replaced > 0 && (
        <dl className="receipt-lines receipt-sums">
          <Line name={t(done ? 'reimport:done.replaced' : 'reimport:receipt.replaced')} value={number(replaced)} />
        </dl>
      )}
      {shown.map((sum) => (
        <Sums key={sum.field} sum={sum} kind={kind} />
      ))}
      {sums.length > 1 && (
        <Button look="link" className="receipt-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'import:receipt.fewerSums' : 'import:receipt.otherSums')}
        </Button>
      )}
      <Verdict receipt={receipt} kind={kind} />
      <Remarks receipt={receipt} kind={kind} done={done} />
    </div>
  );
}

const PARTS = ['imported', 'duplicates', 'rejected'] as const;

function Bar({ rows, label }: { readonly rows: ReceiptRows; readonly label: string }) {
  const bar = receiptBar(rows);
  return (
    <div className="receipt-bar" role="img" aria-label={label}>
      {PARTS.map(
        (part) => bar[part] > 0 && <i key={part} className={`receipt-${part}`} style={{ flexGrow: bar[part] }} />,
      )}
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly tone?: 'bad' | 'muted' | 'part';
}

function Line({ name, value, tone }: LineProps) {
  return (
    <div className={classNames('receipt-line', tone)}>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}

function Sums({ sum, kind }: { readonly sum: ReceiptSum; readonly kind: RecordKind }) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const exact = (value: number): string => formatNumber(value, locale, 4, 2);
  return (
    <dl className="receipt-lines receipt-sums">
      <Line name={t('receipt.sumFile', { field: fieldName(t, kind, sum.field) })} value={exact(sum.file)} />
      <Line name={t('receipt.sumImported')} value={exact(sum.imported)} />
      {sum.duplicates !== 0 && <Line name={t('receipt.sumDuplicates')} value={exact(sum.duplicates)} />}
      {sum.rejected !== 0 && <Line name={t('receipt.sumRejected')} value={exact(sum.rejected)} />}
      {sum.leftOut !== undefined && <Line name={t('receipt.sumLeftOut')} value={exact(sum.leftOut)} tone="muted" />}
      {sum.control !== null && sum.controlDifference !== 0 && (
        <Line name={t('receipt.sumControl')} value={exact(sum.control)} tone="bad" />
      )}
    </dl>
  );
}

function Verdict({ receipt, kind }: { readonly receipt: Receipt; readonly kind: RecordKind }) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const verdict = receiptVerdict(receipt);
  const differs = (key: string, field: string, difference: number): string =>
    t(`receipt.${key}`, { field: fieldName(t, kind, field), difference: formatNumber(difference, locale, 4, 2) });
  switch (verdict.is) {
    case 'control-agrees':
      return <Agrees>{t('receipt.reconciledControl')}</Agrees>;
    case 'sums-agree':
      return <Agrees>{t('receipt.reconciled')}</Agrees>;
    case 'rows-agree':
      return <Agrees>{t('receipt.rowsReconciled')}</Agrees>;
    case 'rows-missing':
      return <Differs>{t('receipt.rowsDiffer', { n: formatNumber(verdict.count, locale) })}</Differs>;
    case 'sum-missing':
      return <Differs>{differs('differsFile', verdict.field, verdict.difference)}</Differs>;
    case 'control-differs':
      return <Differs>{differs('differs', verdict.field, verdict.difference)}</Differs>;
  }
}

function Agrees({ children }: { readonly children: string }) {
  return (
    <p className="receipt-verdict good">
      <Icon name="check" size={14} />
      {children}
    </p>
  );
}

function Differs({ children }: { readonly children: string }) {
  return (
    <p className="receipt-verdict bad">
      <Icon name="warning" size={14} />
      {children}
    </p>
  );
}

/** Values left blank are told among the notices before the import, and here once it is done. */
function Remarks({ receipt, kind, done }: Required<ReceiptLinesProps>) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const { rounded, derived } = receipt;
  const unread = done ? (receipt.unread ?? []) : [];
  if (rounded === 0 && derived.length === 0 && unread.length === 0) return null;
  return (
    <ul className="receipt-remarks">
      {rounded > 0 && <li>{t('receipt.rounded', { count: rounded, n: formatNumber(rounded, locale) })}</li>}
      {unread.map(({ field, column, reason, count, row, value }) => (
        <li key={`${field} ${reason}`}>
          {t(`notices.unread-${reason}`, { count, rows: formatNumber(count, locale), column, row, value })}
        </li>
      ))}
      {derived.map(({ field, from }) => (
        <li key={field}>
          {field === 'currency'
            ? t('receipt.currency', { currency: from })
            : /^\d{4}-/.test(from)
              ? t('receipt.placed', { field: fieldName(t, kind, field), date: from })
              : t('receipt.derived', {
                  field: fieldName(t, kind, field),
                  from: derivation(from, (name) => fieldName(t, kind, name)),
                })}
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', ' - ': ' − ' };

/** `amount - profit` in the words of the fields, with real signs; a column of the file keeps its name as it stands. */
function derivation(from: string, nameOf: (field: string) => string): string {
  return from.replaceAll(/custom:[^,]+|[a-z_]+|\*|\/| - /g, (part) => {
    if (part.startsWith(CUSTOM_PREFIX)) return `”${nameOf(part)}”`;
    return SIGNS[part] ?? nameOf(part).toLowerCase();
  });
}
