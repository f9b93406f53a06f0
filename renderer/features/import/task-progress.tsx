import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useTask } from '../../transport/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

const STEPS = ['reading', 'checking', 'writing'] as const;

interface TaskProgressProps {
  readonly taskId: string;
  /** Size of the file: a task that counts bytes ends there. */
  readonly size?: number;
  readonly cancelLabel: string;
  /** Given, the page lets the task go at once instead of waiting for its answer. */
  readonly onCancel?: () => void;
}

/** A running task of the import: what it does, how far it has come, and a way to stop it. */
export function TaskProgress({ taskId, size, cancelLabel, onCancel }: TaskProgressProps) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const { state, cancel } = useTask(taskId);
  const step = STEPS.find((known) => known === state?.step) ?? 'opening';
  const number = (value: number): string => formatNumber(value, locale);
  const total = state?.total ?? null;
  const inBytes = total !== null && total === size;
  const detail =
    state === null || (state.done === 0 && total === null)
      ? undefined
      : total === null
        ? t('reading.rows', { done: number(state.done) })
        : inBytes
          ? t('reading.bytesOf', { done: formatBytes(state.done, locale), total: formatBytes(total, locale) })
          : t('reading.rowsOf', { done: number(state.done), total: number(total) });
  const share = state === null || total === null || total === 0 ? null : state.done / total;
  return (
    <div className="import-progress">
      <ProgressBar label={t(`reading.${step}`)} share={share} detail={detail} />
      <Button onClick={onCancel ?? (() => void cancel())}>{cancelLabel}</Button>
    </div>
  );
}
