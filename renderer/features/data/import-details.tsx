import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import { formatSentence } from '../import/format-sentence.model.ts';
import { ReceiptLines } from '../import/receipt-lines.tsx';
import { useSaveRejected } from '../import/save-rejected.ts';
import { mappingLines } from './imports.model.ts';
import { RejectedRows } from './rejected-rows.tsx';

/** An import opened: its receipt, how the columns were read, and the rows that could not be. */
export function ImportDetails({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const { receipt, kind, file, typed = false } = record;
  return (
    <div className="data-details">
      <section>
        <h3>{t('receipt.title')}</h3>
        <ReceiptLines receipt={receipt} kind={kind} done />
      </section>
      <section>
        {!typed && <Columns record={record} />}
        <p className="data-file-facts">
          {t('receipt.size')}: {formatBytes(file.size, locale)}. {t('receipt.fingerprint')}:{' '}
          <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>
        </p>
      </section>
      {receipt.rows.rejected > 0 && <Rejected record={record} />}
    </div>
  );
}

function Columns({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('data');
  return (
    <>
      <h3>{t('mapping.title')}</h3>
      <p className="muted">{formatSentence(t, { ...record, sheets: [], headerRow: null, skippedRows: [] })}</p>
      <Table
        className="data-mapping"
        caption={t('mapping.caption')}
        rows={mappingLines(t, record)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'column', header: t('mapping.column'), cell: ({ header }) => header },
          { key: 'field', header: t('mapping.field'), cell: ({ field }) => field },
        ]}
      />
    </>
  );
}

function Rejected({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const [shown, setShown] = useState(false);
  const save = useSaveRejected();
  const count = record.receipt.rows.rejected;
  const title = t('rejected.title', { count, n: formatNumber(count, locale) });
  return (
    <section className="data-details-wide">
      <div className="data-rejected-head">
        <h3>{title}</h3>
        {!shown && (
          <Button look="link" onClick={() => setShown(true)}>
            {t('rejected.show')}
          </Button>
        )}
        <Button look="link" disabled={save.isPending} onClick={() => save.mutate({ id: record.id })}>
          {t('rejected.save')}
        </Button>
      </div>
      {shown && <RejectedRows record={record} caption={title} />}
    </section>
  );
}
