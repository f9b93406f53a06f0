import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { found, withRecent, type Command } from './palette.model.ts';
import { useCommands } from './use-commands.ts';

/** What the field's keys do to the list. */
export type PaletteKeys = (event: KeyboardEvent) => void;

interface PaletteListProps {
  readonly id: string;
  readonly search: string;
  /** Enter was pressed before all was there: what is chosen then is run then. */
  readonly entered: boolean;
  readonly onEarlyEnter: () => void;
  /** Takes what the field's keys are to do. */
  readonly onKeys: (keys: PaletteKeys) => void;
  /** The id of the option that is chosen, which the field tells those who listen; null for none. */
  readonly onOption: (id: string | null) => void;
}

/** What the search finds, the best first. */
export function PaletteList({ id, search, entered, onEarlyEnter, onKeys, onOption }: PaletteListProps) {
  const { t } = useTranslation();
  const { commands, complete } = useCommands();
  const recent = useAppStore((state) => state.recentCommands);
  const { setPaletteOpen, setRecentCommands } = useAppStore.getState();
  const [chosen, choose] = useState({ search, at: 0 });
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => found(commands, search, recent), [commands, search, recent]);
  // With every letter the best is the first again.
  const active = Math.min(chosen.search === search ? chosen.at : 0, shown.length - 1);
  const setAt = (at: number): void => choose({ search, at });
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
  const onKeyDown: PaletteKeys = (event) => {
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
      if (complete) run(shown[active]);
      else onEarlyEnter();
    }
  };
  const option = shown.length === 0 ? null : optionId(active);
  useEffect(() => {
    onKeys(onKeyDown);
    if (entered && complete) run(shown[active]);
  });
  useEffect(() => onOption(option), [option, onOption]);
  return (
    <>
      <div
        className="palette-list"
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('palette:label')}
        aria-busy={!complete}
      >
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
      <p className="visually-hidden" role="status">
        {t('palette:found', { count: shown.length })}
      </p>
    </>
  );
}
