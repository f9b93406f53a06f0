import type { StateCreator } from 'zustand';
import type { MoneyScale } from '#shared/format.ts';
import type { OpenedNumber } from '#shared/opened-number.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { CellRef, QuestionInput } from '#shared/question.ts';
import type { ToldNumberInput } from '#shared/told.ts';

/** How a report shows the number that was opened. */
export interface ReportedNumber extends Pick<OpenedNumber, 'part' | 'value' | 'isDerived'> {
  /** 'Andel'. */
  readonly name: string;
  readonly text: string;
  /** What its money is written in. */
  readonly scale: MoneyScale | null;
}

interface Reported {
  /** Absent where it was not opened in a report. */
  readonly reported?: ReportedNumber;
}

/** A number of a question: the question it answers and its cell. */
export interface CellSubject extends Reported {
  readonly question: QuestionInput;
  readonly cell: CellRef;
  /** Its rows are shown at once. */
  readonly showsRows?: boolean | undefined;
  /** The KPI as it is being written, where it is not saved so. */
  readonly draft?: OwnKpi;
}

/** A number that is no cell of a question: a model's, a forecast's, a goal's. */
export interface ToldSubject extends Reported {
  readonly told: ToldNumberInput;
  /** What it is called where it was opened, and of what it is. */
  readonly name: string;
  readonly place: string;
}

/** The number whose passport is open. */
export type PassportSubject = CellSubject | ToldSubject;

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
