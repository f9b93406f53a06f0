import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useExploring } from './explore-context.ts';
import { exploreOf, savedOf } from './saved.model.ts';
import { viewTitle } from './words.model.ts';

const LONGEST_NAME = 120;

/** Keeps what is shown under a name, and leads back to what was kept. */
export function SaveMenu() {
  const { t } = useTranslation();
  const { view, edit, words } = useExploring();
  const [open, setOpen] = useState(false);
  const [written, write] = useState<string | null>(null);
  const { items = [], save, remove } = useSaved('view');
  const name = (written ?? viewTitle(view, words)).trim().slice(0, LONGEST_NAME);
  const told = async (action: Promise<unknown>, title: string, undo?: () => void): Promise<void> => {
    try {
      await action;
      showToast({
        title,
        tone: 'good',
        ...(undo === undefined ? {} : { action: { label: t('explore:undo'), onClick: undo } }),
      });
    } catch (error) {
      showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
    }
  };
  const keep = (): void => {
    const known = items.find((item) => item.name === name);
    const saved = savedOf(view, known?.id ?? crypto.randomUUID(), name);
    if (saved === null || name === '') return;
    setOpen(false);
    write(null);
    void told(save(saved), t('explore:save.kept', { name }));
  };
  return (
    <Popover
      align="end"
      open={open}
      onOpenChange={setOpen}
      title={t('explore:save.title')}
      trigger={<Button disabled={view.values.length === 0 && items.length === 0}>{t('explore:save.button')}</Button>}
    >
      <div className="panel">
        <form
          className="saved-new"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextField
            label={t('explore:save.name')}
            value={written ?? viewTitle(view, words)}
            maxLength={LONGEST_NAME}
            onChange={write}
          />
          <Button type="submit" disabled={name === '' || view.values.length === 0}>
            {t('explore:save.keep')}
          </Button>
        </form>
        {items.length === 0 ? (
          <p className="muted">{t('explore:save.none')}</p>
        ) : (
          <ul className="saved-list">
            {items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className="saved-open"
                  aria-label={t('explore:save.open', { name: item.name })}
                  onClick={() => {
                    setOpen(false);
                    edit(() => exploreOf(item));
                    showToast({ title: t('explore:save.opened', { name: item.name }) });
                  }}
                >
                  {item.name}
                </button>
                <IconButton
                  icon="trash"
                  label={t('explore:save.remove', { name: item.name })}
                  onClick={() =>
                    void told(remove(item.id), t('explore:save.removed', { name: item.name }), () => void save(item))
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Popover>
  );
}
