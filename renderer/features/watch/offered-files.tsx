import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { OfferedFile, TakenFile } from '#shared/watching.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useUndoImport } from '../import/use-undo-import.ts';
import { useWizard } from '../import/use-wizard.ts';
import { useWatch, useWatchCommand } from './use-watch.ts';
import { offerText, takenText } from './watch.model.ts';
import './watch.css';

/** The files that the watched folder offers, and those that were imported from it. `first` shows one and where the others are. */
export function OfferedFiles({ first = false }: { readonly first?: boolean }) {
  const { t } = useTranslation('watch');
  const locale = useLocale();
  const goTo = useAppStore((state) => state.goTo);
  const { taken = [], offers = [] } = useWatch() ?? {};
  const all = [
    ...taken.map((file) => <Taken key={file.fileId} file={file} />),
    ...offers.map((offer) => <Offer key={offer.fileId} offer={offer} />),
  ];
  const more = first ? all.length - 1 : 0;
  return (
    <>
      <VisuallyHidden>
        <span role="status">{offers.map(({ name }) => t('offer.title', { file: name })).join('. ')}</span>
      </VisuallyHidden>
      {all.length > 0 && (
        <div className="watch-files">
          {first ? all[0] : all}
          {more > 0 && (
            <Button look="link" className="watch-more" onClick={() => goTo('data')}>
              {t('offer.more', { count: more, n: formatNumber(more, locale) })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Offer({ offer }: { readonly offer: OfferedFile }) {
  const { t } = useTranslation('watch');
  const locale = useLocale();
  const take = useTakeIn();
  const answer = useWatchCommand('watch.answer');
  const { fileId, name, sha256 } = offer;
  const decline = (): void =>
    answer.mutate(
      { fileId, answer: 'declined' },
      {
        onSuccess: () =>
          showToast({
            title: t('offer.declined', { file: name }),
            text: t('offer.declinedText'),
            action: { label: t('offer.undo'), onClick: () => answer.mutate({ fileId, answer: 'offered' }) },
          }),
      },
    );
  return (
    <Notice
      title={t('offer.title', { file: name })}
      actions={
        <>
          {offer.ready && <Button onClick={() => take(offer, sha256)}>{t('offer.import')}</Button>}
          <Button onClick={() => take(offer, null)}>{t('offer.show')}</Button>
          <Button look="ghost" disabled={answer.isPending} onClick={decline}>
            {t('offer.decline')}
          </Button>
        </>
      }
    >
      {offerText(t, offer, locale)}
    </Notice>
  );
}

/** Takes a file to the wizard, unless another one is in it; one that is `commitAs` is imported at once. */
function useTakeIn(): (offer: OfferedFile, commitAs: string | null) => void {
  const { t } = useTranslation('watch');
  const { startHeld } = useWizard();
  return ({ fileId, name, size }, commitAs) => {
    const { wizard, goTo } = useAppStore.getState();
    if (wizard.step === 'reading' || wizard.step === 'columns') {
      const action = { label: t('offer.toBusy'), onClick: () => goTo('import') };
      showToast({ title: t('offer.busy'), text: t('offer.busyText'), action });
      return;
    }
    goTo('import');
    void startHeld({ fileId, name, size }, commitAs);
  };
}

function Taken({ file }: { readonly file: TakenFile }) {
  const { t } = useTranslation('watch');
  const locale = useLocale();
  const undo = useUndoImport();
  const answer = useWatchCommand('watch.answer');
  const records = (useHostQuery('import.list', {}).data ?? []).filter(({ id }) => file.imports.includes(id));
  const showReceipt = (): void => {
    const { wizard, setWizard, goTo } = useAppStore.getState();
    const isBusy = wizard.step === 'reading' || wizard.step === 'columns';
    if (!isBusy) setWizard({ step: 'done', records });
    goTo(isBusy ? 'data' : 'import');
  };
  return (
    <Notice
      tone="good"
      title={t('taken.title', { file: file.name })}
      actions={
        <>
          <Button disabled={records.length === 0} onClick={showReceipt}>
            {t('taken.receipt')}
          </Button>
          <Button look="ghost" icon="undo" disabled={undo.isPending} onClick={() => undo.mutate(records)}>
            {t('taken.undo')}
          </Button>
          <IconButton
            icon="close"
            label={t('taken.close')}
            onClick={() => answer.mutate({ fileId: file.fileId, answer: 'seen' })}
          />
        </>
      }
    >
      {takenText(t, file, locale)}
    </Notice>
  );
}
