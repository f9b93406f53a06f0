import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import type { Wizard } from '../../state/import-slice.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileDrop } from './file-drop.tsx';
import { TaskProgress } from './task-progress.tsx';

interface FileStepProps {
  readonly wizard: Extract<Wizard, { step: 'file' | 'reading' }>;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
}

/** Step 1: a file to read, or how far the reading has come. */
export function FileStep({ wizard, onFiles, onCancel }: FileStepProps) {
  const { t } = useTranslation('import');
  if (wizard.step === 'reading') {
    return (
      <Card title={t('reading.title', { file: wizard.name })} className="import-reading">
        <TaskProgress taskId={wizard.taskId} size={wizard.size} cancelLabel={t('cancel')} onCancel={onCancel} />
      </Card>
    );
  }
  const { failure, failedFile } = wizard;
  return (
    <div className="import-file">
      {failure !== null && (
        <Notice
          tone={failure.code === 'E_CANCELLED' ? 'neutral' : 'bad'}
          title={failure.code === 'E_CANCELLED' ? t('failed.cancelled') : t('failed.title')}
        >
          {failure.code !== 'E_CANCELLED' && (
            <>
              {failedFile !== null && <b>{failedFile}: </b>}
              {failureSentence(t, failure)}
            </>
          )}
        </Notice>
      )}
      <FileDrop
        title={t('drop.title')}
        text={t('drop.text')}
        types={t('drop.types')}
        pickLabel={failure === null ? t('drop.pick') : t('failed.other')}
        windowLabel={t('drop.window')}
        onFiles={onFiles}
      >
        <p className="import-privacy">{t('drop.privacy')}</p>
      </FileDrop>
    </div>
  );
}
