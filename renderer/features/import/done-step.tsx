import { useTranslation } from 'react-i18next';
import { formatRange } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { useUndoImport } from './use-undo-import.ts';
import { kindName } from './words.ts';

interface DoneStepProps {
  readonly record: ImportRecord;
  readonly onAnother: () => void;
  readonly onNext: () => void;
}

/** Step 3: what was imported and what to do now. */
export function DoneStep({ record, onAnother, onNext }: DoneStepProps) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const goTo = useAppStore((state) => state.goTo);
  const next = useAppStore((state) => state.waiting[0]);
  const undo = useUndoImport();
  const { duplicates, rejected } = record.receipt.rows;
  const counted = (key: 'title' | 'duplicates' | 'rejected', count: number): string =>
    t(`done.${key}`, { count, n: formatNumber(count, locale) });
  const from = { kind: sentenceStart(kindName(t, record.kind)), file: record.file.name };
  return (
    <div className="import-grid">
      <Card className="import-done">
        <span className="import-done-mark">
          <Icon name="check" size={24} />
        </span>
        <h2>{counted('title', record.rows)}</h2>
        <p className="import-done-sub">
          {record.from !== null && record.to !== null
            ? t('done.sub', { ...from, period: formatRange(record.from, record.to, locale) })
            : t('done.subNoPeriod', from)}
        </p>
        {duplicates > 0 && <p className="muted">{counted('duplicates', duplicates)}</p>}
        {rejected > 0 && <p className="warn">{counted('rejected', rejected)}</p>}
        <div className="import-done-actions">
          {next !== undefined && (
            <Button look="primary" icon="arrow-right" onClick={onNext}>
              {t('done.next', { file: next.name })}
            </Button>
          )}
          <Button look={next === undefined ? 'primary' : 'plain'} icon="overview" onClick={() => goTo('overview')}>
            {t('done.overview')}
          </Button>
          <Button onClick={onAnother}>{t('done.another')}</Button>
          <Button
            look="ghost"
            icon="undo"
            disabled={undo.isPending}
            onClick={() => undo.mutate(record, { onSuccess: onAnother })}
          >
            {t('done.undo')}
          </Button>
        </div>
      </Card>
      <Card title={t('receipt.title')}>
        <ReceiptLines receipt={record.receipt} kind={record.kind} done />
      </Card>
    </div>
  );
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
