import type { StateCreator } from 'zustand';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { DecimalMark } from '#shared/importing.ts';

export type EntryRows = readonly (readonly string[])[];

/** A table being written: it waits while another screen is looked at. */
export interface EntryDraft {
  /** The decimal mark its numbers are written with, also when the language changes meanwhile. */
  readonly mark: DecimalMark;
  /** Without blank rows at the end. */
  readonly rows: EntryRows;
  /** The tables before it, the last one last, and those taken back. */
  readonly past: readonly EntryRows[];
  readonly future: readonly EntryRows[];
  /** The import it was saved as; null while it has not been. */
  readonly savedAs: number | null;
}

export interface EntrySlice {
  /** The table on screen, by workspace id. */
  readonly entryKinds: Readonly<Record<string, EntryKind>>;
  /** By `draftKey`. */
  readonly entryDrafts: Readonly<Record<string, EntryDraft>>;
  viewEntry(workspace: string, kind: EntryKind): void;
  setEntryDraft(key: string, draft: EntryDraft | null): void;
}

export const draftKey = (workspace: string, kind: EntryKind): string => `${workspace} ${kind}`;

export const entrySlice: StateCreator<EntrySlice, [], [], EntrySlice> = (set) => ({
  entryKinds: {},
  entryDrafts: {},
  viewEntry: (workspace, kind) => set(({ entryKinds }) => ({ entryKinds: { ...entryKinds, [workspace]: kind } })),
  setEntryDraft: (key, draft) =>
    set(({ entryDrafts }) => {
      const { [key]: _, ...others } = entryDrafts;
      return { entryDrafts: draft === null ? others : { ...others, [key]: draft } };
    }),
});
