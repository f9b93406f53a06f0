import { useTranslation } from 'react-i18next';
import { ENTRY_KINDS, type EntryKind } from '#shared/entry-kinds.ts';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { draftKey } from '../../state/entry-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { EntryTable } from './entry-table.tsx';
import { useEntry } from './use-entry.ts';
import './entry.css';

/** Targets, costs and lists written in the app instead of imported from a file. */
export function EntryScreen() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const kind = useAppStore((state) => state.entryKinds[id]) ?? ENTRY_KINDS[0];
  return (
    <>
      <ScreenHeader title={t('data:title')}>
        <RoomTabs />
      </ScreenHeader>
      <section className="screen-filled" aria-label={t('entry:title')}>
        <div className="entry-head">
          <KindChoice kind={kind} />
          <p className="muted">{t(`entry:help.${kind}`)}</p>
        </div>
        <Entry key={kind} kind={kind} />
      </section>
    </>
  );
}

function KindChoice({ kind }: { readonly kind: EntryKind }) {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const viewEntry = useAppStore((state) => state.viewEntry);
  const drafts = useAppStore((state) => state.entryDrafts);
  return (
    <div className="entry-kinds" role="group" aria-label={t('entry:kind')}>
      {ENTRY_KINDS.map((each) => {
        const draft = drafts[draftKey(id, each)];
        return (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => viewEntry(id, each)}>
            {t(`entry:kinds.${each}`)}
            {draft !== undefined && draft.savedAs === null && (
              <span className="entry-mark" title={t('entry:unsaved')}>
                <VisuallyHidden>{t('entry:unsaved')}</VisuallyHidden>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function Entry({ kind }: { readonly kind: EntryKind }) {
  const { t } = useTranslation();
  const entry = useEntry(kind);
  // What is typed for a KPI is known by its name, so nothing is written before the names are there.
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true, enabled: kind === 'target' });
  if (entry.error !== null) {
    return (
      <Notice
        tone="bad"
        title={t('entry:failed')}
        actions={<Button onClick={() => void entry.retry()}>{t('frame:retry')}</Button>}
      >
        {failureSentence(t, failureOf(entry.error))}
      </Notice>
    );
  }
  return (
    <div className="entry-table">
      {entry.isLoading || kpis.isLoading ? (
        <Skeleton height="240px" />
      ) : (
        <EntryTable kind={kind} title={t(`entry:kinds.${kind}`)} entry={entry} />
      )}
    </div>
  );
}
