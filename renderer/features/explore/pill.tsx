import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { unitOf } from './cell-text.model.ts';
import { DimensionPanel } from './dimension-panel.tsx';
import { useExploring, type Exploring } from './explore-context.ts';
import { FilterPanel } from './filter-panel.tsx';
import { ItemActions } from './item-actions.tsx';
import { fieldAt, move, remove, WELLS, wellsFor, type Place } from './view.model.ts';
import { ValuePanel } from './value-panel.tsx';
import { filterName, refName, valueName } from './words.model.ts';

interface PillProps {
  readonly place: Place;
  /** What is dragged would land before it. */
  readonly landing: boolean;
  readonly focusNext: (place: string) => void;
}

/** An item of a well: opens its settings; moved with Alt and the arrow keys, taken out with Delete. */
export function Pill({ place, landing, focusNext }: PillProps) {
  const { t } = useTranslation();
  const exploring = useExploring();
  const { view, edit, announce, drag, openItem, setOpenItem } = exploring;
  const field = fieldAt(view, place);
  if (field === null) return null;
  const { well, index } = place;
  const item = `${well} ${String(index)}`;
  const name = pillName(place, exploring);
  const moveTo = (to: Place): void => {
    const next = move(view, place, to);
    if (next === view) return;
    const lands = Math.min(
      place.well === to.well && to.index > index ? to.index - 1 : to.index,
      next[to.well].length - 1,
    );
    focusNext(`${to.well} ${String(lands)}`);
    edit(() => next);
    announce(
      t('explore:said.moved', { name, well: t(`explore:well.${to.well}`), at: lands + 1, of: next[to.well].length }),
    );
  };
  const takeOut = (): void => {
    focusNext(`${well} ${String(Math.max(0, Math.min(index, view[well].length - 2)))}`);
    edit((now) => remove(now, place));
    announce(t('explore:said.removed', { name }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') return done(event, takeOut);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const across = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      done(event, () => {
        if (event.altKey) moveTo({ well, index: step < 0 ? Math.max(0, index - 1) : index + 2 });
        else focusPill(event.currentTarget, well, index + step);
      });
    } else if (across !== undefined) {
      done(event, () => {
        const wells = event.altKey ? wellsFor(field).toSorted((a, b) => WELLS.indexOf(a) - WELLS.indexOf(b)) : WELLS;
        const to = wells[wells.indexOf(well) + across];
        if (to === undefined) return;
        if (event.altKey) moveTo({ well: to, index: view[to].length });
        else focusWell(event.currentTarget, WELLS.indexOf(well), across);
      });
    }
  };
  return (
    <>
      {landing && <span className="well-mark" aria-hidden="true" />}
      <Popover
        open={openItem === item}
        onOpenChange={(open) => setOpenItem(open ? item : null)}
        title={name}
        trigger={
          <button
            type="button"
            className={classNames('pill', `pill-${well}`)}
            data-place={item}
            draggable
            title={name}
            onKeyDown={onKeyDown}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'copyMove';
              event.dataTransfer.setData('text/plain', name);
              drag.begin({ field, from: place });
            }}
            onDragEnd={drag.end}
          >
            <span className="pill-name">{name}</span>
            <Icon name="chevron-down" size={12} />
          </button>
        }
      >
        <div className="panel">
          {(well === 'rows' || well === 'columns') && <DimensionPanel place={{ well, index }} />}
          {well === 'values' && <ValuePanel index={index} />}
          {well === 'filters' && <FilterPanel index={index} />}
          <ItemActions
            place={place}
            field={field}
            onMove={moveTo}
            onRemove={() => {
              setOpenItem(null);
              takeOut();
            }}
          />
        </div>
      </Popover>
    </>
  );
}

function done(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  action();
}

/** Example: 'Intäkter, tkr' of a value, 'Datum: kvartal' of a date. */
function pillName({ well, index }: Place, { view, words, formats }: Exploring): string {
  if (well === 'values') {
    const value = view.values[index];
    if (value === undefined) return '';
    const format = formats[index];
    const unit = format == null ? '' : unitOf(format);
    const name = valueName(value, words);
    return unit === '' ? name : words.t('charts:withUnit', { name, unit });
  }
  if (well === 'filters') {
    const filter = view.filters[index];
    return filter === undefined ? '' : filterName(filter, words);
  }
  const ref = view[well][index];
  if (ref === undefined) return '';
  const name = refName(ref, words);
  if (ref.top === undefined) return name;
  return words.t(ref.top.lowest === true ? 'explore:pill.lowest' : 'explore:pill.top', { name, n: ref.top.n });
}

function focusPill(from: HTMLElement, well: string, index: number): void {
  from
    .closest('.wells')
    ?.querySelector<HTMLElement>(`[data-place="${well} ${String(index)}"]`)
    ?.focus();
}

/** The first item of the next well that has one. */
function focusWell(from: HTMLElement, at: number, step: number): void {
  const [next, ...further] = step > 0 ? WELLS.slice(at + 1) : WELLS.slice(0, at).toReversed();
  for (const well of next === undefined ? [] : [next, ...further]) {
    const pill = from.closest('.wells')?.querySelector<HTMLElement>(`[data-place="${well} 0"]`);
    if (pill == null) continue;
    pill.focus();
    return;
  }
}
