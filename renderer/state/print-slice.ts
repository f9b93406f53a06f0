import type { StateCreator } from 'zustand';
import type { Output } from '#shared/contract.ts';

export type Printed = Output<'report.printed'>;

export interface PrintSlice {
  /** The report shown for the browser's own print dialog, null while the app is shown. */
  readonly printing: Printed | null;
  startPrinting(job: Printed): void;
  endPrinting(): void;
}

export const printSlice: StateCreator<PrintSlice, [], [], PrintSlice> = (set) => ({
  printing: null,
  startPrinting: (printing) => set({ printing }),
  endPrinting: () => set({ printing: null }),
});
