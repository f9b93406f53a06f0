import { useRef, useState } from 'react';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import type { AfterEdit, CellEdit } from '../../ui/edit-grid.tsx';
import { SuggestInput } from '../../ui/suggest-input.tsx';
import type { EntryRows } from '../../state/entry-slice.ts';
import { fieldName } from '../import/words.ts';
import { choicesOf, editedText, isChoice, type CellWords } from './cell-text.model.ts';
import { kpiOf } from './draft.model.ts';
import { matching, monthSuggestions, nameSuggestions } from './suggestions.model.ts';

interface CellEditorProps {
  readonly kind: EntryKind;
  readonly rows: EntryRows;
  readonly words: CellWords;
  readonly edit: CellEdit;
}

const MOST_NAMES = 20;

/** A cell being written: a choice, a date, an amount, or a text with the names that are known. */
export function CellEditor({ kind, rows, words, edit }: CellEditorProps) {
  const { at, typed, commit, cancel } = edit;
  const { t, locale } = words;
  const field = entryFields(kind)[at.column];
  const row = rows[at.row];
  const own = field === undefined ? '' : editedText(words, kind, field, row?.[at.column] ?? '', kpiOf(kind, row));
  const [text, setText] = useState(typed ?? own);
  const isDone = useRef(false);
  const isUntouched = typed === null && text === own;
  const hasNames = field !== undefined && field.type === 'text' && !isChoice(kind, field);
  const dimensions = useHostQuery('catalogue.dimensions', {}, { enabled: hasNames }).data ?? [];
  const dimension = hasNames && field.identifier !== true ? field.key : '';
  const isKnown = dimensions.some(({ key }) => key === dimension);
  const asked = { dimension, search: isUntouched ? '' : text.trim(), limit: MOST_NAMES };
  const members = useHostQuery('catalogue.members', asked, { enabled: isKnown, keep: true }).data?.members ?? [];
  const { data: app } = useHostQuery('app.info', {});
  if (field === undefined) return null;

  const isStrict = isChoice(kind, field);
  const searched = isUntouched ? '' : text;
  const items = isStrict
    ? matching(choicesOf(words, field), searched, Infinity)
    : hasNames
      ? nameSuggestions(
          dimension === '' ? [] : rows.map((each) => each[at.column] ?? ''),
          isKnown ? members.flatMap(({ name }) => name ?? []) : [],
          searched,
        )
      : kind === 'target' && field.key === 'start' && app !== undefined && (isUntouched ? own === '' : true)
        ? matching(monthSuggestions(app.today, locale), searched)
        : [];
  const end = (value: string, then: AfterEdit): void => {
    if (isDone.current) return;
    isDone.current = true;
    commit(value, then);
  };
  // The beginning of a choice stands for the first that fits.
  const [first] = items;
  const isBegun = isStrict && text.trim() !== '' && !items.some(({ label }) => label === text.trim());
  const chosen = isBegun && first !== undefined ? first.value : text;
  return (
    <SuggestInput
      className="ui-grid-input"
      label={t('entry:cell', { field: fieldName(t, kind, field.key), row: at.row + 1 })}
      value={text}
      onChange={setText}
      items={items}
      onPick={(value) => end(value, 'down')}
      strict={isStrict && text.trim() !== ''}
      selected={typed === null}
      onBlur={() => end(chosen, 'stay')}
      onKey={(event) => {
        const then = afterKey(event);
        if (then === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (then !== 'cancel') return end(chosen, then);
        isDone.current = true;
        cancel();
      }}
    />
  );
}

function afterKey({ key, shiftKey }: React.KeyboardEvent): AfterEdit | 'cancel' | null {
  switch (key) {
    case 'Enter':
      return shiftKey ? 'up' : 'down';
    case 'Tab':
      return shiftKey ? 'left' : 'right';
    case 'ArrowDown':
      return 'down';
    case 'ArrowUp':
      return 'up';
    case 'Escape':
      return 'cancel';
    default:
      return null;
  }
}
