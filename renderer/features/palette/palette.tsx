import { Dialog } from '@base-ui/react/dialog';
import { lazy, Suspense, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { Icon } from '../../ui/icon.tsx';
import type { PaletteKeys } from './palette-list.tsx';
import './palette.css';

/** What can be done is loaded when it is first asked for; what is typed meanwhile stands in the field already. */
const PaletteList = lazy(async () => ({ default: (await import('./palette-list.tsx')).PaletteList }));

/** Reaches everything by its name: type, choose with the arrow keys, Enter. */
export function Palette() {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState('');
  const [option, setOption] = useState<string | null>(null);
  const keys = useRef<PaletteKeys | null>(null);
  const takeKeys = useCallback((next: PaletteKeys): void => {
    keys.current = next;
  }, []);
  const [entered, setEntered] = useState(false);
  const enterEarly = (): void => setEntered(true);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (keys.current !== null) keys.current(event);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) enterEarly();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => useAppStore.getState().setPaletteOpen(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="ui-backdrop" />
        <Dialog.Popup className="ui-dialog palette">
          <Dialog.Title className="visually-hidden">{t('palette:label')}</Dialog.Title>
          <div className="palette-search">
            <Icon name="search" />
            <input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next key is the first letter of what is sought
              autoFocus
              type="text"
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-activedescendant={option ?? undefined}
              aria-label={t('palette:placeholder')}
              placeholder={t('palette:placeholder')}
              spellCheck={false}
              autoComplete="off"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setEntered(false);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <Suspense fallback={<div className="palette-list" aria-busy="true" />}>
            <PaletteList
              id={id}
              search={search}
              entered={entered}
              onEarlyEnter={enterEarly}
              onKeys={takeKeys}
              onOption={setOption}
            />
          </Suspense>
          <p className="palette-hint">{t('palette:hint')}</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
