import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryFields, MOST_ENTRY_ROWS, type EntryKind } from '#shared/entry-kinds.ts';
import type { Pasted, PastedInput } from '#shared/entry.ts';
import { formatNumber } from '#shared/format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { EntryDraft } from '../../state/entry-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import { showToast } from '../../ui/toast.tsx';
import { fieldName } from '../import/words.ts';
import { writtenText, type CellWords } from './cell-text.model.ts';
import { clipboardCells } from './clipboard.model.ts';
import { changed, written } from './draft.model.ts';
import { pastedWords } from './pasted-words.model.ts';

const MOST_COLUMNS = 200;

/** A block whose reading is asked about. */
export interface OpenPaste {
  readonly at: GridPlace;
  readonly input: PastedInput;
  readonly answer: Pasted;
}

/** Pastes blocks: the host reads them, the user says what two readings fit, and the cells are written. */
export function usePaste(
  kind: EntryKind,
  words: CellWords,
  mark: EntryDraft['mark'],
  update: (change: (before: EntryDraft) => EntryDraft) => void,
) {
  const { t } = useTranslation();
  const locale = useLocale();
  const host = useHost();
  const [open, setOpen] = useState<OpenPaste | null>(null);
  const fields = entryFields(kind);

  const put = (at: GridPlace, pasted: Pasted): void => {
    const given = new Set(pasted.fields);
    const cells = pasted.rows.map((row) =>
      fields.map((field, place) => (given.has(place) ? writtenText(words, kind, field, row[place] ?? '') : undefined)),
    );
    if (at.row + cells.length > MOST_ENTRY_ROWS) return tooMany();
    update((before) => changed(before, written(kind, before.rows, at.row, cells)));
    const text = pastedWords(t, kind, pasted, locale);
    showToast({
      title: t('entry:paste.done', { count: cells.length, n: formatNumber(cells.length, locale) }),
      ...(text === '' ? {} : { text }),
    });
  };
  const tooMany = (): void =>
    showToast({ tone: 'bad', title: t('entry:paste.tooMany', { n: formatNumber(MOST_ENTRY_ROWS, locale) }) });
  const ask = async (at: GridPlace, input: PastedInput): Promise<void> => {
    const result = await host.call('entry.paste', input);
    if (!result.ok) return showToast({ tone: 'bad', title: failureSentence(t, result.error) });
    const { needsYear, questions } = result.value;
    if (needsYear || questions.length > 0) return setOpen({ at, input, answer: result.value });
    setOpen(null);
    put(at, result.value);
  };
  const paste = (at: GridPlace, text: string): void => {
    const block = clipboardCells(text);
    const [first] = block;
    if (first === undefined) return;
    if (block.length > MOST_ENTRY_ROWS || block.some((row) => row.length > MOST_COLUMNS)) return tooMany();
    const field = fields[at.column];
    if (block.length === 1 && first.length === 1 && field !== undefined) {
      const cells = fields.map((_, place) =>
        place === at.column ? writtenText(words, kind, field, first[0] ?? '') : undefined,
      );
      return update((before) => changed(before, written(kind, before.rows, at.row, [cells])));
    }
    const labels = fields.map(({ key }) => fieldName(t, kind, key));
    void ask(at, { kind, mark, block: block.map((row) => [...row]), labels, at: at.column });
  };
  return { paste, open, answer: ask, cancel: () => setOpen(null) };
}
