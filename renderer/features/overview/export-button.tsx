import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract.ts';
import type { Dashboard } from '#shared/dashboards.ts';
import type { Result } from '#shared/errors.ts';
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
  readonly dashboard: Dashboard;
  readonly choices: OverviewChoices;
  readonly canPrint: boolean;
}

/** The dashboard as PDF, a report of its tiles: made by the host with progress and cancel, or by the browser's own print dialog where the host cannot. */
export function ExportButton({ dashboard, choices, canPrint }: ExportButtonProps) {
  const { t } = useTranslation();
  const host = useHost();
  const locale = useLocale();
  const startPrinting = useAppStore((state) => state.startPrinting);
  const [taskId, setTaskId] = useState<string | null>(null);
  const { state, cancel } = useTask(taskId);
  const reportOfIt = async (): Promise<Result<Output<'report.fromTemplate'>>> => {
    const paper = { size: paperFor(navigator.languages), turn: 'landscape' } as const;
    const made = await host.call('report.fromTemplate', { template: 'own', dashboard, locale, paper });
    if (!made.ok) return made;
    const { period, compare, filters } = choices;
    return { ok: true, value: { ...made.value, period: period ?? 'latest-year', compare, filters: [...filters] } };
  };
  const inWindow = async (report: Output<'report.fromTemplate'>): Promise<Result<null>> => {
    const made = await host.call('report.content', { report });
    if (!made.ok) return made;
    startPrinting({ report, content: made.value });
    return { ok: true, value: null };
  };
  const asFile = async (report: Output<'report.fromTemplate'>, id: string): Promise<Result<null>> => {
    const made = await host.call('report.print', { taskId: id, source: { report }, format: 'pdf' });
    const saved = made.ok ? await host.save(made.value) : made;
    if (saved.ok) showToast({ title: t('overview:export.done'), tone: 'good' });
    return saved.ok ? { ok: true, value: null } : saved;
  };
  const exportPdf = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setTaskId(id);
    const report = await reportOfIt();
    let done: Result<unknown> = report;
    if (report.ok) done = canPrint ? await asFile(report.value, id) : await inWindow(report.value);
    if (report.ok && !done.ok && done.error.code === 'E_NO_BROWSER') done = await inWindow(report.value);
    setTaskId(null);
    if (!done.ok && done.error.code !== 'E_CANCELLED')
      showToast({ title: failureSentence(t, done.error), tone: 'bad' });
  };
  const run = (): void => {
    if (taskId === null) void exportPdf();
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
