import { useTranslation } from 'react-i18next';
import type { TaskState } from '#shared/contract.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

interface ExportProgressProps {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly state: TaskState | null;
  readonly onCancel: () => void;
}

/** The export on its way, in the corner where messages appear. */
export function ExportProgress({ label, detail, state, onCancel }: ExportProgressProps) {
  const { t } = useTranslation();
  const share = state === null || state.total === null || state.total === 0 ? null : state.done / state.total;
  return (
    <div className="export-progress late" role="status">
      <ProgressBar label={label} detail={detail} share={share} />
      <Button onClick={onCancel}>{t('frame:cancel')}</Button>
    </div>
  );
}
