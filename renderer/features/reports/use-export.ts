import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useTask } from '../../transport/use-task.ts';
import { showToast } from '../../ui/toast.tsx';

export const REPORT_FILES = ['pdf', 'xlsx', 'pptx', 'png'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
export type ReportSource = Input<'report.write'>['source'];

/** Makes files of a report, one at a time, with progress and a way to stop. */
export function useReportExport(source: ReportSource, sheet: number) {
  const { t } = useTranslation();
  const host = useHost();
  const [running, setRunning] = useState<{ readonly taskId: string; readonly format: ReportFile } | null>(null);
  const { state, cancel } = useTask(running?.taskId ?? null);
  const make = async (format: ReportFile): Promise<void> => {
    if (running !== null) return;
    const taskId = crypto.randomUUID();
    setRunning({ taskId, format });
    const made =
      format === 'xlsx' || format === 'pptx'
        ? await host.call('report.write', { taskId, source, format })
        : await host.call('report.print', { taskId, source, format, sheet });
    const saved = made.ok ? await host.save(made.value) : made;
    setRunning(null);
    if (!saved.ok) {
      if (saved.error.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, saved.error), tone: 'bad' });
    } else if (made.ok) showToast({ title: t('report:screen.export.done', { file: made.value.name }), tone: 'good' });
  };
  return { make, running: running?.format ?? null, state, cancel };
}
