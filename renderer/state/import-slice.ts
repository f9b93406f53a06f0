import type { StateCreator } from 'zustand';
import type { Failure } from '#shared/errors.ts';
import type { ImportRecord, Inspection, ReadingOptions } from '#shared/importing.ts';

/** A file the host has in hand. */
export interface HeldFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** A table of a file that has been looked at. */
export interface SeenTable {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
}

/** Where the import stands. It outlives a visit to another screen, because reading goes on meanwhile. */
export type Wizard =
  | { readonly step: 'file'; readonly failure: Failure | null; readonly failedFile: string | null }
  | { readonly step: 'reading'; readonly name: string; readonly size: number; readonly taskId: string }
  | {
      readonly step: 'columns';
      readonly file: HeldFile;
      readonly options: ReadingOptions;
      /** Of the table on screen. */
      readonly inspection: Inspection;
      /** Tables to import, by id. */
      readonly ticked: readonly string[];
      /** Tables looked at, and how each is read. */
      readonly seen: Readonly<Record<string, SeenTable>>;
      /** The task that reads the file again after a change. */
      readonly checking: string | null;
      /** The task that writes. */
      readonly committing: string | null;
      readonly failure: Failure | null;
    }
  /** A record for each table, at least one. */
  | { readonly step: 'done'; readonly records: readonly ImportRecord[] };

export const FILE_STEP = { step: 'file', failure: null, failedFile: null } as const satisfies Wizard;

export interface ImportSlice {
  readonly wizard: Wizard;
  /** Files dropped together, read one after another. */
  readonly waiting: readonly File[];
  readonly setWizard: (wizard: Wizard) => void;
  readonly setWaiting: (files: readonly File[]) => void;
  /** Who asks to import a file does not want to see the last one done, unless more files wait behind it. */
  readonly forgetDone: () => void;
}

export const importSlice: StateCreator<ImportSlice, [], [], ImportSlice> = (set) => ({
  wizard: FILE_STEP,
  waiting: [],
  setWizard: (wizard) => set({ wizard }),
  setWaiting: (waiting) => set({ waiting }),
  forgetDone: () =>
    set((state) => (state.wizard.step === 'done' && state.waiting.length === 0 ? { wizard: FILE_STEP } : {})),
});
