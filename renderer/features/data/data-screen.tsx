import { useTranslation } from 'react-i18next';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OfferedFiles } from '../watch/offered-files.tsx';
import { WatchCard } from '../watch/watch-card.tsx';
import { ImportsCard } from './imports-card.tsx';
import { MappingsCard } from './mappings-card.tsx';
import { RatesCard } from './rates-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { UnmatchedCard } from './unmatched-card.tsx';
import './data-screen.css';

/** What is in the workspace: imports with their receipts, and the settings. */
export function DataScreen() {
  const { t } = useTranslation('data');
  const { goTo, forgetDone } = useAppStore.getState();
  const importFile = (): void => {
    forgetDone();
    goTo('import');
  };
  const imports = useHostQuery('import.list', {});
  return (
    <>
      <ScreenHeader title={t('title')}>
        <RoomTabs />
        {imports.data?.length !== 0 && (
          <Button look="primary" icon="upload" onClick={importFile}>
            {t('import')}
          </Button>
        )}
      </ScreenHeader>
      <OfferedFiles />
      <div className="data-grid">
        {imports.isError ? (
          <Notice
            tone="bad"
            title={t('failed')}
            actions={<Button onClick={() => void imports.refetch()}>{t('retry')}</Button>}
          >
            {failureSentence(t, failureOf(imports.error))}
          </Notice>
        ) : imports.data === undefined ? (
          <Card title={t('imports.title')} sub={t('loading')}>
            <Skeleton height="120px" />
          </Card>
        ) : imports.data.length === 0 ? (
          <Card>
            <EmptyState
              icon="data"
              title={t('empty.title')}
              text={t('empty.text')}
              actions={
                <Button look="primary" onClick={importFile}>
                  {t('empty.action')}
                </Button>
              }
            />
          </Card>
        ) : (
          <div className="data-main">
            <ImportsCard imports={imports.data} />
            <UnmatchedCard />
          </div>
        )}
        <div className="data-side">
          <SettingsCard />
          <RatesCard />
          <MappingsCard />
          <WatchCard />
        </div>
      </div>
    </>
  );
}
