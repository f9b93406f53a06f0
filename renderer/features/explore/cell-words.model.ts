import type { TFunction } from 'i18next';
import type { CELL_MARKS, Reason } from '#shared/question.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';

type Mark = (typeof CELL_MARKS)[number];

/** What there is to know of a cell besides its number: why it has none, what to beware of. Empty where there is nothing. */
export function cellRemarks(
  { reason, marks }: { readonly reason: Reason | null; readonly marks: readonly Mark[] },
  t: TFunction,
): readonly string[] {
  return [...(reason === null ? [] : [reasonSentence(reason, t)]), ...marks.map((mark) => t(`kpis:marks.${mark}`))];
}

/** Marks that stand in a corner of the cell; an open period is told once, at the head of its column or row. */
export const isNoted = (marks: readonly Mark[]): boolean => marks.some((mark) => mark !== 'open-period');
