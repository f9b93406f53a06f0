import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/use-format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { paperFor } from '../../print/paper.model.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useWanted } from '../../state/use-wanted.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useTask } from '../../transport/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExportProgress } from './export-progress.tsx';

interface ExportButtonProps {
  readonly choices: OverviewChoices;
  readonly canPrint: boolean;
}

/** The page as PDF: made by the host with progress and cancel, or by the browser's own print dialog where the host cannot. */
export function ExportButton({ choices, canPrint }: ExportButtonProps) {
  const { t } = useTranslation();
  const host = useHost();
  const locale = useLocale();
  const startPrinting = useAppStore((state) => state.startPrinting);
  const [taskId, setTaskId] = useState<string | null>(null);
  const { state, cancel } = useTask(taskId);
  const job = {
    template: 'overview' as const,
    period: choices.period ?? 'latest-year',
    compare: choices.compare,
    filters: [...choices.filters],
    locale,
    paper: paperFor(navigator.languages),
  };
  const exportPdf = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setTaskId(id);
    const made = await host.call('report.pdf', { ...job, taskId: id });
    const saved = made.ok ? await host.save(made.value) : made;
    setTaskId(null);
    if (saved.ok) showToast({ title: t('overview:export.done'), tone: 'good' });
    else if (saved.error.code === 'E_NO_BROWSER') startPrinting(job);
    else if (saved.error.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, saved.error), tone: 'bad' });
  };
  const run = (): void => {
    if (taskId !== null) return;
    if (canPrint) void exportPdf();
    else startPrinting(job);
  };
  useWanted('pdf', run);
  return (
    <>
      <Button look="primary" disabled={taskId !== null} onClick={run}>
        {t('overview:export.button')}
      </Button>
      {taskId !== null && (
        <ExportProgress label={t('overview:export.running')} state={state} onCancel={() => void cancel()} />
      )}
    </>
  );
}
