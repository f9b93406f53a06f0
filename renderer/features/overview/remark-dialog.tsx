import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import { formatDate } from '#shared/format-period.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { RemarkWish } from '../../state/dashboards-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import './remark-dialog.css';

interface RemarkDialogProps {
  /** Offered first; null until known. */
  readonly day: string | null;
  readonly dimensionOf: (dimension: string) => string;
}

/** Where a remark is to be written, wherever it was asked for. */
export function RemarkDialog(props: RemarkDialogProps) {
  const place = useAppStore((state) => state.remarkPlace);
  return place === null ? null : <WrittenRemark {...props} place={place} />;
}

/** A remark on a day or on a member, signed; and those that are there already. */
function WrittenRemark({ day: offered, dimensionOf, place }: RemarkDialogProps & { readonly place: RemarkWish }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { author: last, setAuthor: keepAuthor, writeRemark } = useAppStore();
  const onClose = (): void => writeRemark(null);
  const { mark } = place;
  const about = (mark: NonNullable<Annotation['mark']>): string =>
    `${memberName(mark.member, t, mark.dimension)} (${dimensionOf(mark.dimension).toLocaleLowerCase(locale)})`;
  const { items: remarks = [], save, remove } = useSaved('annotation');
  const [day, setDay] = useState(place.day ?? offered ?? '');
  const [text, setText] = useState('');
  const [author, setAuthor] = useState(last);
  const isReady = day !== '' && text.trim() !== '' && author.trim() !== '';
  const done = (action: Promise<unknown>, said: string, back: () => Promise<unknown>): void => {
    const failed = (error: unknown): void => showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
    action.then(
      () =>
        showToast({
          title: said,
          action: { label: t('dashboards:undo'), onClick: () => void back().catch(failed) },
        }),
      failed,
    );
  };
  const submit = (): void => {
    if (!isReady) return;
    const id = crypto.randomUUID();
    keepAuthor(author.trim());
    const written = { id, day, kpi: null, text: text.trim(), author: author.trim() };
    const remark: Annotation = mark === undefined ? written : { ...written, mark };
    done(save(remark), t('dashboards:remarks.saved'), () => remove(id));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dashboards:remarks.title')}
      sub={mark === undefined ? t('dashboards:remarks.sub') : t('dashboards:remarks.subMark', { name: about(mark) })}
      closeLabel={t('frame:close')}
      actions={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={submit}>
            {t('dashboards:remarks.save')}
          </Button>
        </>
      }
    >
      <form
        className="remark-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t('dashboards:remarks.text')} value={text} onChange={setText} maxLength={2000} />
        <DateField label={t('dashboards:remarks.day')} value={day} onChange={setDay} />
        <TextField label={t('dashboards:remarks.author')} value={author} onChange={setAuthor} maxLength={120} />
        <button type="submit" className="visually-hidden" tabIndex={-1} disabled={!isReady}>
          {t('dashboards:remarks.save')}
        </button>
      </form>
      {remarks.length > 0 && (
        <section aria-label={t('dashboards:remarks.list')}>
          <ul className="remark-list">
            {remarks
              .toSorted((a, b) => (a.day < b.day ? 1 : -1))
              .map((remark) => (
                <li key={remark.id}>
                  <span>
                    {remark.text}
                    <small className="muted">
                      {t('dashboards:remarks.by', { author: remark.author, day: formatDate(remark.day, locale) })}
                      {remark.mark === undefined ? '' : `, ${about(remark.mark)}`}
                    </small>
                  </span>
                  <IconButton
                    icon="trash"
                    label={t('dashboards:remarks.remove')}
                    onClick={() => done(remove(remark.id), t('dashboards:remarks.removed'), () => save(remark))}
                  />
                </li>
              ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
