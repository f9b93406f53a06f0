import type { StateCreator } from 'zustand';

/** Exports that the palette asks for; what shows the thing does it, with progress and cancel. */
export type Wanted = 'pdf' | 'table-xlsx' | 'table-csv' | 'rows-xlsx' | 'rows-csv';

export interface PaletteSlice {
  readonly paletteOpen: boolean;
  /** Ids of the commands used last, the latest first. */
  readonly recentCommands: readonly string[];
  readonly wanted: Wanted | null;
  setPaletteOpen(open: boolean): void;
  setRecentCommands(ids: readonly string[]): void;
  want(wanted: Wanted | null): void;
}

export const paletteSlice: StateCreator<PaletteSlice, [], [], PaletteSlice> = (set) => ({
  paletteOpen: false,
  recentCommands: [],
  wanted: null,
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
  setRecentCommands: (recentCommands) => set({ recentCommands }),
  want: (wanted) => set({ wanted }),
});
