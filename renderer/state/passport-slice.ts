import type { StateCreator } from 'zustand';
import type { CellRef, QuestionInput } from '#shared/question.ts';

/** The number whose passport is open: the question it answers and its cell. */
export interface PassportSubject {
  readonly question: QuestionInput;
  readonly cell: CellRef;
  /** Its rows are shown at once. */
  readonly showsRows?: boolean;
}

export interface PassportSlice {
  readonly passport: PassportSubject | null;
  openPassport(subject: PassportSubject): void;
  closePassport(): void;
}

export const passportSlice: StateCreator<PassportSlice, [], [], PassportSlice> = (set) => ({
  passport: null,
  openPassport: (passport) => set({ passport }),
  closePassport: () => set({ passport: null }),
});
