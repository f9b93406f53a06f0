import { useTranslation } from 'react-i18next';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DecisionsCard } from './decisions-card.tsx';
import { NamesCard } from './names-card.tsx';
import { dimensionToShow } from './names.model.ts';
import { SuggestionsCard } from './suggestions-card.tsx';
import './names.css';

/** Names written in several ways, shown as one where the user says so. */
export function NamesScreen() {
  const { t } = useTranslation();
  return (
    <>
      <ScreenHeader title={t('data:title')}>
        <RoomTabs />
      </ScreenHeader>
      <Names />
    </>
  );
}

function Names() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const chosen = useAppStore((state) => state.namesDimensions[id]);
  const goTo = useAppStore((state) => state.goTo);
  const { data, error, refetch } = useHostQuery('names.dimensions', {}, { keep: true });
  if (error !== null) {
    return (
      <Notice
        tone="bad"
        title={t('names:failed')}
        actions={<Button onClick={() => void refetch()}>{t('frame:retry')}</Button>}
      >
        {failureSentence(t, failureOf(error))}
      </Notice>
    );
  }
  if (data === undefined) {
    return (
      <Card title={t('names:title')} sub={t('names:loading')}>
        <Skeleton height="160px" />
      </Card>
    );
  }
  const dimension = dimensionToShow(data, chosen);
  if (dimension === null) {
    return (
      <Card>
        <EmptyState
          icon="data"
          title={t('data:empty.title')}
          text={t('names:none')}
          actions={
            <Button look="primary" onClick={() => goTo('import')}>
              {t('data:empty.action')}
            </Button>
          }
        />
      </Card>
    );
  }
  return (
    <div className="names-grid">
      <div className="names-main">
        <SuggestionsCard key={dimension.key} dimension={dimension} />
        <NamesCard key={`${dimension.key} names`} dimension={dimension} dimensions={data} />
      </div>
      <DecisionsCard dimension={dimension} />
    </div>
  );
}
