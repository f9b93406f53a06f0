import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Table } from '../../ui/table.tsx';
import { rejectReason, rejectedReasons } from './rejected.model.ts';
import { RejectedTable } from './rejected-table.tsx';
import { useSaveRejected } from './save-rejected.ts';

interface RejectedCardProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
}

/** Rows to correct, counted by reason; shown, or saved as a spreadsheet. */
export function RejectedCard({ inspection, options }: RejectedCardProps) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const save = useSaveRejected();
  const { kind, rejected, stageId } = inspection;
  const count = inspection.receipt.rows.rejected;
  if (count === 0) return null;
  const title = t('rejected.title', { count, n: formatNumber(count, locale) });
  const saveButton = (look: 'link' | 'plain') => (
    <Button look={look} disabled={save.isPending} onClick={() => save.mutate({ stageId, options })}>
      {t('rejected.save')}
    </Button>
  );
  return (
    <Card title={title} sub={t('rejected.sub')}>
      <Table
        caption={title}
        hideHeader
        rows={rejectedReasons(inspection)}
        rowKey={({ field, reason }) => `${field} ${reason}`}
        columns={[
          {
            key: 'reason',
            header: t('rejected.reason'),
            cell: ({ field, reason, example }) => (
              <>
                {rejectReason(t, kind, field, reason)}
                {example !== null && <span className="muted"> ({t('rejected.quoted', { value: example })})</span>}
              </>
            ),
          },
          { key: 'count', header: t('receipt.read'), number: true, cell: (row) => formatNumber(row.count, locale) },
        ]}
      />
      <p className="import-card-links">
        <Button look="link" onClick={() => setOpen(true)}>
          {t('rejected.show')}
        </Button>
        <span aria-hidden="true"> · </span>
        {saveButton('link')}
      </p>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        look="wide"
        title={title}
        sub={
          rejected.length < count
            ? t('rejected.dialogSub', {
                shown: formatNumber(rejected.length, locale),
                total: formatNumber(count, locale),
              })
            : t('rejected.sub')
        }
        closeLabel={t('rejected.close')}
        actions={saveButton('plain')}
      >
        <RejectedTable kind={kind} caption={title} count={rejected.length} row={(index) => rejected[index]} />
      </Dialog>
    </Card>
  );
}
