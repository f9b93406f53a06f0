import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { Wizard } from '../../state/import-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Notice } from '../../ui/notice.tsx';
import { AmbiguousColumns } from './ambiguous-columns.tsx';
import { AsBefore } from './as-before.tsx';
import { blockerSentences } from './blockers.model.ts';
import { ChangedRowsCard } from './changed-rows-card.tsx';
import { openQuestions, settledFormat } from './columns.model.ts';
import { ColumnsTable } from './columns-table.tsx';
import { FileCurrencyQuestion } from './file-currency.tsx';
import { formatSentence } from './format-sentence.model.ts';
import { NoticesCard } from './notices-card.tsx';
import { PossibleKpisCard } from './possible-kpis-card.tsx';
import { ReadingOptionsPopover } from './reading-options.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { isAllThere } from './receipt.model.ts';
import { refusalSentence } from './refusal.model.ts';
import { RejectedCard } from './rejected-card.tsx';
import { TableYearQuestion } from './table-year.tsx';
import { TablesCard } from './tables-card.tsx';
import { canImportTables } from './tables.model.ts';
import { TaskProgress } from './task-progress.tsx';

/** With more columns than this the list passes the window's end, and what follows from it stands beside it instead. */
const LONG = 12;

interface ColumnsStepProps {
  readonly wizard: Extract<Wizard, { step: 'columns' }>;
  readonly onOptions: (options: ReadingOptions) => void;
  readonly onTable: (id: string) => void;
  readonly onTick: (id: string, ticked: boolean) => void;
  readonly onAnother: () => void;
}

/** Step 2: how the columns are read, checked against the file. */
export function ColumnsStep({ wizard, onOptions, onTable, onTick, onAnother }: ColumnsStepProps) {
  const { t } = useTranslation('import');
  const { inspection, options, checking, committing, file } = wizard;
  const busy = committing !== null;
  const isLong = inspection.columns.length > LONG;
  return (
    <div className="import-columns-step">
      {committing !== null && (
        <Card>
          <TaskProgress taskId={committing} size={file.size} cancelLabel={t('stop')} />
        </Card>
      )}
      <TablesCard inspection={inspection} choice={wizard} disabled={busy} onLook={onTable} onTick={onTick} />
      <Messages wizard={wizard} onAnother={onAnother} />
      <div className="import-grid">
        <div className="import-main">
          <Card
            title={t('columns.title')}
            sub={
              <>
                {formatSentence(t, { ...inspection, format: settledFormat(inspection, options) })}{' '}
                <ReadingOptionsPopover inspection={inspection} options={options} disabled={busy} onChange={onOptions} />{' '}
                <AsBefore inspection={inspection} options={options} disabled={busy} onChange={onOptions} />
              </>
            }
          >
            <TableYearQuestion inspection={inspection} options={options} disabled={busy} onChange={onOptions} />
            <FileCurrencyQuestion
              inspection={inspection}
              choice={wizard}
              options={options}
              disabled={busy}
              onChange={onOptions}
            />
            <AmbiguousColumns inspection={inspection} options={options} disabled={busy} onChange={onOptions} />
            <ColumnsTable inspection={inspection} options={options} disabled={busy} onChange={onOptions} />
          </Card>
          {!isLong && <PossibleKpisCard inspection={inspection} />}
        </div>
        <div className="import-side">
          <Card
            title={t('receipt.title')}
            className={classNames(checking !== null && 'import-stale')}
            actions={checking !== null && <span className="import-updating">{t('receipt.updating')}</span>}
          >
            <ReceiptLines receipt={inspection.receipt} kind={inspection.kind} />
          </Card>
          <ChangedRowsCard inspection={inspection} options={options} disabled={busy} onChange={onOptions} />
          <RejectedCard inspection={inspection} options={options} />
          <NoticesCard inspection={inspection} />
          {isLong && <PossibleKpisCard inspection={inspection} />}
        </div>
      </div>
    </div>
  );
}

/** What stands in the way, above everything else. */
function Messages({ wizard, onAnother }: Pick<ColumnsStepProps, 'wizard' | 'onAnother'>) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const goTo = useAppStore((state) => state.goTo);
  const { inspection, options, failure } = wizard;
  if (failure !== null) {
    const cancelled = failure.code === 'E_CANCELLED';
    return (
      <Notice tone={cancelled ? 'neutral' : 'bad'} title={t(cancelled ? 'failed.cancelled' : 'failed.commit')}>
        {!cancelled && refusalSentence(t, failure)}
      </Notice>
    );
  }
  if (isAllThere(inspection.receipt) && !canImportTables(wizard)) {
    const count = inspection.receipt.rows.duplicates;
    return (
      <Notice
        tone="good"
        title={t('allThere.title', { count, n: formatNumber(count, locale) })}
        actions={
          <>
            <Button
              onClick={() => {
                onAnother();
                goTo('data');
              }}
            >
              {t('allThere.data')}
            </Button>
            <Button onClick={onAnother}>{t('allThere.other')}</Button>
          </>
        }
      >
        {t('allThere.text')}
      </Notice>
    );
  }
  const asked = openQuestions(inspection, options).map(({ header }) => header);
  const [first, ...rest] = blockerSentences(t, inspection, locale, asked);
  if (first === undefined) return null;
  return (
    <Notice tone="warn" title={first}>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
