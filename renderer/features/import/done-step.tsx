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
import { kindName, listed } from './words.ts';

interface DoneStepProps {
  /** One for each table. */
  readonly records: readonly ImportRecord[];
  readonly onAnother: () => void;
  readonly onNext: () => void;
}

/** Step 3: what was imported and what to do now. */
export function DoneStep({ records, onAnother, onNext }: DoneStepProps) {
  const { t } = useTranslation(['import', 'reimport']);
  const locale = useLocale();
  const goTo = useAppStore((state) => state.goTo);
  const next = useAppStore((state) => state.waiting[0]);
  const undo = useUndoImport();
  const [record] = records;
  if (record === undefined) return null;
  const total = (count: (one: ImportRecord) => number): number => records.reduce((sum, one) => sum + count(one), 0);
  const duplicates = total(({ receipt }) => receipt.rows.duplicates);
  const rejected = total(({ receipt }) => receipt.rows.rejected);
  const replaced = total(({ receipt }) => receipt.changes.replaced);
  const kept = total(({ receipt }) => receipt.changes.kept);
  const counted = (key: 'title' | 'duplicates' | 'rejected', count: number): string =>
    t(`done.${key}`, { count, n: formatNumber(count, locale) });
  const kinds = [...new Set(records.map(({ kind }) => kindName(t, kind)))];
  const from = { kind: sentenceStart(listed(kinds, t('kpis.and'))), file: record.file.name };
  const days = records.flatMap((one) => [one.from, one.to]).filter((day) => day !== null);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  return (
    <div className="import-grid">
      <Card className="import-done">
        <span className="import-done-mark">
          <Icon name="check" size={24} />
        </span>
        <h2>
          {counted(
            'title',
            total(({ rows }) => rows),
          )}
        </h2>
        <p className="import-done-sub">
          {first !== undefined && last !== undefined
            ? t('done.sub', { ...from, period: formatRange(first, last, locale) })
            : t('done.subNoPeriod', from)}
        </p>
        {replaced > 0 && (
          <p className="muted">
            {t('reimport:done.replacedText', { count: replaced, n: formatNumber(replaced, locale) })}
          </p>
        )}
        {duplicates > kept && <p className="muted">{counted('duplicates', duplicates - kept)}</p>}
        {kept > 0 && <p className="muted">{t('reimport:done.kept', { count: kept, n: formatNumber(kept, locale) })}</p>}
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
            onClick={() => undo.mutate(records, { onSuccess: onAnother })}
          >
            {t('done.undo')}
          </Button>
        </div>
      </Card>
      <div className="import-receipts">
        {records.map((one) => (
          <Card
            key={one.id}
            title={records.length === 1 ? t('receipt.title') : t('receipt.titleOf', { kind: kindName(t, one.kind) })}
          >
            <ReceiptLines receipt={one.receipt} kind={one.kind} done />
          </Card>
        ))}
      </div>
    </div>
  );
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
