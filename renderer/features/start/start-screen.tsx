import { useTranslation } from 'react-i18next';
import { SettingsMenu } from '../../frame/settings-menu.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileDrop } from '../import/file-drop.tsx';
import { NewCard } from './new-card.tsx';
import { RecentCard } from './recent-card.tsx';
import { SampleCard } from './sample-card.tsx';
import { useStart } from './use-start.ts';
import './start-screen.css';

/** The first screen: a file, a name, the sample, or where one was last. */
export function StartScreen() {
  const { t } = useTranslation('start');
  const start = useStart();
  const failure = start.error === null ? null : failureOf(start.error);
  const way = start.isPending ? start.variables : null;
  return (
    <main className="start">
      <header className="start-head">
        <div className="start-brand">
          <BrandMark size={22} /> Nyckeltal
          <SettingsMenu />
        </div>
        <h1>{t('heading')}</h1>
        <p className="start-lead">{t('lead')}</p>
      </header>
      {failure !== null && failure.code !== 'E_CANCELLED' && <Notice tone="bad" title={failureSentence(t, failure)} />}
      <div className="start-grid">
        <FileDrop
          title={t('drop.title')}
          text={t('drop.text')}
          types={t('drop.types')}
          pickLabel={t('drop.pick')}
          windowLabel={t('drop.window')}
          disabled={start.isPending}
          onFiles={(files) => start.mutate({ by: 'files', files })}
        />
        <div className="start-side">
          <SampleCard
            taskId={way?.by === 'sample' ? way.taskId : null}
            disabled={start.isPending}
            onStart={start.mutate}
          />
          <NewCard disabled={start.isPending} onStart={start.mutate} />
        </div>
      </div>
      <RecentCard opening={way?.by === 'recent' ? way.id : null} disabled={start.isPending} onStart={start.mutate} />
      <p className="start-privacy">
        <span className="start-dot" aria-hidden="true" />
        {t('privacy')}
      </p>
    </main>
  );
}
