import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HEADLINE_FIELD } from './headline-field.tsx';
import type { PageActions } from './use-page-actions.ts';

interface PageLineProps {
  readonly number: number;
  readonly name: string;
  readonly kind: string;
  /** Its headline is a draft that nobody has read, or it has nothing to show yet. */
  readonly state: 'unread' | 'empty' | null;
  readonly chosen: boolean;
  /** Where a page that is dragged goes if it is let go here. */
  readonly dropping: 'above' | 'below' | null;
  /** Null where nothing can be changed. */
  readonly actions: PageActions | null;
  readonly onChoose: () => void;
  /** To the page before or after. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onDrag: () => void;
  readonly onOver: () => void;
  /** Let go, here or elsewhere. */
  readonly onEnd: () => void;
  readonly onDrop: () => void;
}

/** One page in the list. Arrows go to the others; with Alt they move it; F2, Ctrl D and Delete rename, repeat and remove it. */
export function PageLine(props: PageLineProps) {
  const { number, name, kind, state, chosen, dropping, actions, onChoose, onStep, onDrag, onOver, onEnd, onDrop } =
    props;
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event, actions, onStep);
    if (action === null) return;
    event.preventDefault();
    action();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is dragged goes here; the keys are those of the button within
    <li
      className={classNames(
        'report-page',
        chosen && 'report-page-chosen',
        dropping !== null && `report-page-${dropping}`,
      )}
      draggable={actions !== null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onOver();
      }}
      onDragEnd={onEnd}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <button
        type="button"
        className="report-page-choose"
        aria-current={chosen ? 'page' : undefined}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <span className="report-page-number num">{number}</span>
        <span className="report-page-words">
          <span className="report-page-name">{name}</span>
          <span className="report-page-kind">
            {kind !== name && kind}
            {kind !== name && state !== null && ' · '}
            {state !== null && <span className={`report-page-${state}`}>{t(`report:screen.pages.${state}`)}</span>}
          </span>
        </span>
      </button>
      {actions !== null && (
        <Menu
          align="end"
          trigger={
            <IconButton icon="more" className="report-page-more" label={t('report:screen.pages.more', { number })} />
          }
          groups={[
            [
              {
                label: t('report:screen.pages.up'),
                note: 'Alt ↑',
                disabled: actions.up === null,
                onSelect: () => actions.up?.(),
              },
              {
                label: t('report:screen.pages.down'),
                note: 'Alt ↓',
                disabled: actions.down === null,
                onSelect: () => actions.down?.(),
              },
            ],
            [
              {
                label: t('report:screen.pages.rename'),
                icon: 'pen',
                note: 'F2',
                onSelect: actions.rename,
                focuses: HEADLINE_FIELD,
              },
              { label: t('report:screen.pages.duplicate'), icon: 'copy', note: 'Ctrl D', onSelect: actions.duplicate },
              {
                label: t('report:screen.pages.remove'),
                icon: 'trash',
                note: 'Delete',
                disabled: actions.remove === null,
                onSelect: () => actions.remove?.(),
              },
            ],
          ]}
        />
      )}
    </li>
  );
}

function keyAction(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  actions: PageActions | null,
  onStep: (by: 1 | -1) => void,
): (() => void) | null {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const isUp = key === 'ArrowUp';
    if (altKey) return isUp ? (actions?.up ?? null) : (actions?.down ?? null);
    return () => onStep(isUp ? -1 : 1);
  }
  if (actions === null) return null;
  if (key === 'F2') return actions.rename;
  if (key === 'Delete') return actions.remove;
  return (ctrlKey || metaKey) && key.toLowerCase() === 'd' ? actions.duplicate : null;
}
