import type { StateCreator } from 'zustand';
import type { PrintJob } from '../print/print-job.model.ts';

export interface PrintSlice {
  /** The report shown for the browser's own print dialog, null while the app is shown. */
  readonly printing: PrintJob | null;
  startPrinting(job: PrintJob): void;
  endPrinting(): void;
}

export const printSlice: StateCreator<PrintSlice, [], [], PrintSlice> = (set) => ({
  printing: null,
  startPrinting: (printing) => set({ printing }),
  endPrinting: () => set({ printing: null }),
});
