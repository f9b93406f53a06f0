import type { NoValueCode, Reason } from '#shared/question.ts';

/** A number in base units, or why there is none. `exact`: a whole number of ten-thousandths, which sums keep. */
export type Outcome =
  { readonly value: number; readonly exact: boolean } | { readonly value: null; readonly reason: Reason };

const SENTENCES: Readonly<Record<NoValueCode, string>> = {
  'zero-denominator': 'The number to divide by is zero.',
  'missing-denominator': 'The number to divide by is missing.',
  'base-not-positive': 'Growth from zero or less has no percentage.',
  'no-data': 'No row lies in the period and filters.',
  'needs-data': 'The data it needs is not imported.',
  'filter-not-answerable': 'A filter or breakdown does not exist in this data.',
  'no-comparison': 'There is nothing to compare with.',
  'no-variant': 'There is no such variant.',
  'not-additive': 'Values of this kind do not add up.',
};

/** A reason with its plain English sentence. */
export function reason(code: NoValueCode, details: Partial<Omit<Reason, 'code' | 'message'>> = {}): Reason {
  return { needs: [], ...details, code, message: SENTENCES[code] };
}

/** No value, for this reason. */
export function noValue(code: NoValueCode, details: Partial<Omit<Reason, 'code' | 'message'>> = {}): Outcome {
  return { value: null, reason: reason(code, details) };
}
