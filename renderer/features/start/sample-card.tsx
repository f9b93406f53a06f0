import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useTask } from '../../transport/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { Way } from './use-start.ts';

interface SampleCardProps {
  /** The running task, null when none runs. */
  readonly taskId: string | null;
  readonly disabled: boolean;
  readonly onStart: (way: Way) => void;
}

export function SampleCard({ taskId, disabled, onStart }: SampleCardProps) {
  const { t } = useTranslation('start');
  return (
    <Card title={t('sample.title')} sub={t('sample.text')} className="start-card">
      {taskId === null ? (
        <Button
          icon="sample"
          disabled={disabled}
          onClick={() => onStart({ by: 'sample', taskId: crypto.randomUUID() })}
        >
          {t('sample.action')}
        </Button>
      ) : (
        <Progress taskId={taskId} />
      )}
    </Card>
  );
}

/** One company is many files, each with its own count: the bar says only that something happens. */
function Progress({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('start');
  const locale = useLocale();
  const { state, cancel } = useTask(taskId);
  const number = (value: number): string => formatNumber(value, locale);
  const counting = state !== null && state.total !== null && state.step === 'writing';
  const detail = counting ? t('sample.rows', { done: number(state.done), total: number(state.total ?? 0) }) : undefined;
  return (
    <div className="start-progress">
      <ProgressBar label={t('sample.progress')} share={null} detail={detail} />
      <Button onClick={() => void cancel()}>{t('sample.cancel')}</Button>
    </div>
  );
}
