import { useCallback, useEffect, useMemo } from 'react';
import type { EntryKind } from '#shared/entry-kinds.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { draftKey, type EntryDraft, type EntryRows } from '../../state/entry-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { draftOf, isAsSent, sameRows } from './draft.model.ts';

const NOTHING: EntryRows = [];

/** The table of a kind: as it was saved, or as it is being written. */
export function useEntry(kind: EntryKind) {
  const { id: workspace } = useWorkspace();
  const ownMark = useLocale() === 'sv-SE' ? ',' : '.';
  const key = draftKey(workspace, kind);
  const draft = useAppStore((state) => state.entryDrafts[key]);
  const setEntryDraft = useAppStore((state) => state.setEntryDraft);
  const mark = draft?.mark ?? ownMark;
  const opened = useHostQuery('entry.open', { kind, mark }, { keep: true });
  const savedRows = opened.data?.rows ?? NOTHING;
  const savedId = opened.data?.saved?.id ?? null;
  const clean = useMemo(() => draftOf(savedRows, mark), [savedRows, mark]);
  const set = useCallback((next: EntryDraft | null) => setEntryDraft(key, next), [key, setEntryDraft]);
  const update = useCallback(
    (change: (before: EntryDraft) => EntryDraft) => {
      const before = useAppStore.getState().entryDrafts[key] ?? clean;
      const next = change(before);
      if (next !== before) set(next);
    },
    [clean, key, set],
  );
  /** What comes after saving, unless something else has been written meanwhile: that stays, to be saved next. */
  const settle = useCallback(
    (sent: EntryRows, read: EntryRows, next: EntryDraft | null) => {
      const now = useAppStore.getState().entryDrafts[key];
      if (now === undefined || isAsSent(now, sent, read)) set(next);
    },
    [key, set],
  );
  // What was saved is shown from the draft until the host has it in its answer.
  const isSaved = draft !== undefined && draft.savedAs !== null;
  useEffect(() => {
    if (isSaved && draft.savedAs === savedId) set(null);
  }, [draft, isSaved, savedId, set]);
  const table = draft ?? clean;
  return {
    isLoading: opened.data === undefined,
    error: opened.error,
    retry: opened.refetch,
    saved: opened.data?.saved ?? null,
    table,
    isDirty: draft !== undefined && !isSaved && !sameRows(draft.rows, savedRows),
    set,
    settle,
    update,
  };
}
