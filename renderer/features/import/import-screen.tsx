import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import type { Wizard } from '../../state/import-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { DropToImport } from './drop-to-import.tsx';
import { asksWorkspaceCurrency } from './file-currency.model.ts';
import { FileStep } from './file-step.tsx';
import { canImportTables, rowsToImport } from './tables.model.ts';
import { useWizard } from './use-wizard.ts';
import './import-screen.css';

const STEP_INDEX = { file: 0, reading: 0, columns: 1, done: 2 } as const;

/** The import wizard: file, columns, done. */
export function ImportScreen() {
  const { t } = useTranslation('import');
  const wizard = useAppStore((state) => state.wizard);
  const { start, startNext, changeOptions, showTable, tickTable, commit, leave } = useWizard();
  const name =
    wizard.step === 'reading'
      ? wizard.name
      : wizard.step === 'columns'
        ? wizard.file.name
        : wizard.step === 'done'
          ? (wizard.records[0]?.file.name ?? null)
          : null;
  const steps = [t('steps.file'), t('steps.columns'), t('steps.done')];
  const stepWord =
    wizard.step === 'reading' ? t('reading.title', { file: wizard.name }) : steps[STEP_INDEX[wizard.step]];
  useFocusOnStep(wizard.step);
  return (
    <>
      <ScreenHeader title={name === null ? t('title') : t('titleFile', { file: name })}>
        {wizard.step === 'columns' && (
          <>
            <Button disabled={wizard.committing !== null} onClick={() => void leave()}>
              {t('cancel')}
            </Button>
            <CommitButton onCommit={() => void commit()} />
          </>
        )}
      </ScreenHeader>
      <p className="visually-hidden" role="status">
        {stepWord}
      </p>
      <Stepper label={t('steps.label')} steps={steps} current={STEP_INDEX[wizard.step]} />
      <Queue />
      {(wizard.step === 'file' || wizard.step === 'reading') && (
        <FileStep wizard={wizard} onFiles={(files) => void start(files)} onCancel={() => void leave()} />
      )}
      {wizard.step === 'columns' && (
        <ColumnsStep
          wizard={wizard}
          onOptions={(options) => void changeOptions(options)}
          onTable={(id) => void showTable(id)}
          onTick={(id, ticked) => void tickTable(id, ticked)}
          onAnother={() => void leave()}
        />
      )}
      {wizard.step === 'done' && (
        <DoneStep records={wizard.records} onAnother={() => void leave()} onNext={() => void startNext()} />
      )}
      {wizard.step !== 'file' && <DropToImport />}
    </>
  );
}

/** Files that wait behind the one in hand; the last step names the next one on its button. */
function Queue() {
  const { t } = useTranslation('reimport');
  const locale = useLocale();
  const waiting = useAppStore((state) => state.waiting);
  const step = useAppStore((state) => state.wizard.step);
  const [next] = waiting;
  if (next === undefined || step === 'done') return null;
  return (
    <p className="import-queue">
      {t('queue', { count: waiting.length, n: formatNumber(waiting.length, locale), file: next.name })}
    </p>
  );
}

/** What had focus is gone with its step: the keyboard goes on from the top of the new one. */
function useFocusOnStep(step: Wizard['step']): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) document.getElementById('main')?.focus();
    shown.current = step;
  }, [step]);
}

function CommitButton({ onCommit }: { readonly onCommit: () => void }) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const wizard = useAppStore((state) => state.wizard);
  if (wizard.step !== 'columns') return null;
  const { checking, committing } = wizard;
  const rows = rowsToImport(wizard);
  return (
    <Button
      look="primary"
      disabled={checking !== null || committing !== null || !canImportTables(wizard) || asksWorkspaceCurrency(wizard)}
      onClick={onCommit}
    >
      {rows === 0 ? t('nothingToImport') : t('button', { count: rows, n: formatNumber(rows, locale) })}
    </Button>
  );
}
