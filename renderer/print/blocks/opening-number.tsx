import { createContext, use } from 'react';
import type { MoneyScale } from '#shared/format.ts';
import type { OpenedNumber } from '#shared/opened-number.ts';

/** A number where it stands. */
export interface StandingNumber {
  /** What it is called, and of what it is. */
  readonly name: string;
  readonly place: string;
  readonly text: string;
  /** What money is written in, where its text does not say so. */
  readonly scale: MoneyScale | null;
  /** What the number of its passport is called. */
  readonly title: string;
}

export type OpenNumber = (opened: OpenedNumber, standing: StandingNumber) => void;

/** What opens the passports of numbers on a screen; null on paper, where they are text. */
export const NumberOpener = createContext<OpenNumber | null>(null);

interface OpeningNumberProps extends StandingNumber {
  /** Null for a number that opens nothing. */
  readonly opened: OpenedNumber | null;
}

/** A number of a sheet. Where it can be opened it is reached by Tab as soon as its page is the chosen one. */
export function OpeningNumber({ opened, ...standing }: OpeningNumberProps) {
  const open = use(NumberOpener);
  const { name, place, text } = standing;
  if (open === null || opened === null) return text;
  const whole = place === '' ? name : `${place}, ${name}`;
  return (
    <button
      type="button"
      className="sheet-opens"
      tabIndex={-1}
      aria-label={`${whole}: ${text}`}
      onClick={() => open(opened, standing)}
    >
      {text}
    </button>
  );
}
