import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { RowSelection } from '#shared/stored-rows.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useWanted } from '../../state/use-wanted.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useTask } from '../../transport/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExportProgress } from '../overview/export-progress.tsx';

type Format = 'xlsx' | 'csv';

interface ExportRowsProps {
  readonly selection: RowSelection;
  /** Rows of the selection, null while unknown. */
  readonly total: number | null;
}

/** The rows that are shown, all of them, as a file that the app reads back without loss. */
export function ExportRows({ selection, total }: ExportRowsProps) {
  const { t } = useTranslation();
  const host = useHost();
  const locale = useLocale();
  const [taskId, setTaskId] = useState<string | null>(null);
  const { state, cancel } = useTask(taskId);
  const write = async (format: Format): Promise<void> => {
    const id = crypto.randomUUID();
    setTaskId(id);
    const made = await host.call('data.export', { ...selection, taskId: id, format, locale });
    const saved = made.ok ? await host.save(made.value) : made;
    setTaskId(null);
    if (!saved.ok) {
      if (saved.error.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, saved.error), tone: 'bad' });
      return;
    }
    if (!made.ok) return;
    const { name: file, rows, cut } = made.value;
    const counted = (count: number): { readonly count: number; readonly n: string } => ({
      count,
      n: formatNumber(count, locale),
    });
    showToast({
      title: t('rows:export.done', { file, ...counted(rows) }),
      ...(cut > 0 ? { text: t('rows:export.cut', counted(cut)) } : {}),
      tone: 'good',
    });
  };
  useWanted('rows-xlsx', () => void write('xlsx'));
  useWanted('rows-csv', () => void write('csv'));
  const detail =
    state?.total == null
      ? undefined
      : t('rows:export.progress', { done: formatNumber(state.done, locale), n: formatNumber(state.total, locale) });
  return (
    <>
      <Menu
        align="end"
        trigger={<Button disabled={taskId !== null || total === null || total === 0}>{t('rows:export.button')}</Button>}
        groups={[
          (['xlsx', 'csv'] as const).map((format) => ({
            label: t(`rows:export.${format}`),
            onSelect: () => void write(format),
          })),
        ]}
      />
      {taskId !== null && (
        <ExportProgress label={t('rows:export.running')} detail={detail} state={state} onCancel={() => void cancel()} />
      )}
    </>
  );
}
