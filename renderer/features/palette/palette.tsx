import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { found, withRecent, type Command } from './palette.model.ts';
import { useCommands } from './use-commands.ts';
import './palette.css';

/** Reaches everything by its name: type, choose with the arrow keys, Enter. */
export function Palette() {
  const { t } = useTranslation();
  const id = useId();
  const commands = useCommands();
  const recent = useAppStore((state) => state.recentCommands);
  const { setPaletteOpen, setRecentCommands } = useAppStore.getState();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => found(commands, search, recent), [commands, search, recent]);
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number): string => `${id}-${String(index)}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, shown]);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    setPaletteOpen(false);
    setRecentCommands(withRecent(recent, command.id));
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = shown.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(shown[active]);
    }
  };
  return (
    <Dialog.Root open onOpenChange={(open) => setPaletteOpen(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="ui-backdrop" />
        <Dialog.Popup className="ui-dialog palette">
          <Dialog.Title className="visually-hidden">{t('palette:label')}</Dialog.Title>
          <div className="palette-search">
            <Icon name="search" />
            <input
              type="text"
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-activedescendant={shown.length === 0 ? undefined : optionId(active)}
              aria-label={t('palette:placeholder')}
              placeholder={t('palette:placeholder')}
              spellCheck={false}
              autoComplete="off"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className="palette-list" ref={list} id={`${id}-list`} role="listbox" aria-label={t('palette:label')}>
            {shown.map((command, index) => (
              <div
                key={command.id}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                className="palette-option"
                onPointerMove={() => setAt(index)}
                onClick={() => run(command)}
                onKeyDown={onKeyDown}
              >
                <span className="palette-name">{command.name}</span>
                <span className="palette-group">{t(`palette:group.${command.group}`)}</span>
              </div>
            ))}
          </div>
          {shown.length === 0 && <p className="palette-empty">{t('palette:empty', { search })}</p>}
          <p className="palette-hint">{t('palette:hint')}</p>
          <p className="visually-hidden" role="status">
            {t('palette:found', { count: shown.length })}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
