import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useTask } from '../../transport/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExportProgress } from '../overview/export-progress.tsx';
import { useExploring } from './explore-context.ts';
import { gridViewOf } from './grid-view.model.ts';
import { viewTitle } from './words.model.ts';

const FILES = [
  { key: 'xlsx', format: 'xlsx', style: null },
  { key: 'csvSwedish', format: 'csv', style: 'swedish' },
  { key: 'csvInternational', format: 'csv', style: 'international' },
] as const;

/** The whole table as a file, equal to the screen. */
export function ExportMenu() {
  const { t } = useTranslation();
  const host = useHost();
  const { view, words } = useExploring();
  const [taskId, setTaskId] = useState<string | null>(null);
  const { state, cancel } = useTask(taskId);
  const asked = gridViewOf(view);
  const write = async ({ format, style }: (typeof FILES)[number]): Promise<void> => {
    if (asked === null) return;
    const id = crypto.randomUUID();
    setTaskId(id);
    const made = await host.call('question.export', {
      taskId: id,
      view: asked,
      format,
      style: style ?? (words.locale === 'sv-SE' ? 'swedish' : 'international'),
      locale: words.locale,
      title: viewTitle(view, words).slice(0, 200),
    });
    const saved = made.ok ? await host.save(made.value) : made;
    setTaskId(null);
    if (!saved.ok) {
      if (saved.error.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, saved.error), tone: 'bad' });
    } else if (made.ok) showToast({ title: t('explore:export.done', { file: made.value.name }), tone: 'good' });
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button look="primary" disabled={asked === null || taskId !== null}>
            {t('explore:export.button')}
          </Button>
        }
        groups={[FILES.map((file) => ({ label: t(`explore:export.${file.key}`), onSelect: () => void write(file) }))]}
      />
      {taskId !== null && (
        <ExportProgress label={t('explore:export.running')} state={state} onCancel={() => void cancel()} />
      )}
    </>
  );
}
