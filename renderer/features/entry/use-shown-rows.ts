import { useMemo } from 'react';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { EntryRows } from '../../state/entry-slice.ts';
import { rowTexts, type CellWords } from './cell-text.model.ts';
import { shownRows } from './draft.model.ts';

/** The table as it is drawn. A row that is the same keeps its texts, so that writing in one draws only that one anew. */
export function useShownRows(kind: EntryKind, rows: EntryRows, words: CellWords): EntryRows {
  const textsOf = useMemo(() => rowTexts(words, kind), [kind, words]);
  return useMemo(() => shownRows(kind, rows).map((row) => textsOf(row)), [kind, rows, textsOf]);
}
