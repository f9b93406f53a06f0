import type { StateCreator } from 'zustand';

export interface PaletteSlice {
  readonly paletteOpen: boolean;
  /** Ids of the commands used last, the latest first. */
  readonly recentCommands: readonly string[];
  setPaletteOpen(open: boolean): void;
  setRecentCommands(ids: readonly string[]): void;
}

export const paletteSlice: StateCreator<PaletteSlice, [], [], PaletteSlice> = (set) => ({
  paletteOpen: false,
  recentCommands: [],
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
  setRecentCommands: (recentCommands) => set({ recentCommands }),
});
