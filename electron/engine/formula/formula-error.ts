import { AppError } from '#shared/errors.ts';
import type { FORMULA_PROBLEMS } from '#shared/own-kpi.ts';
import type { Place } from './formula.ts';

/** What can be wrong with a formula's text; `errors.json` has a sentence for each. */
export type TextProblem = Exclude<(typeof FORMULA_PROBLEMS)[number], 'cycle'>;

const PROBLEMS: Readonly<Record<TextProblem, string>> = {
  expected: 'one of the listed signs is expected',
  operand: 'a number, a name or "(" is expected',
  unexpected: 'this cannot stand here',
  'unknown-name': 'nothing has this name',
  'no-function': 'there is no such function',
  'argument-count': 'the function takes another number of values',
  units: 'the units do not go together',
  nested: 'an ..._over cannot stand in another',
  'too-long': 'it is too long or nested too deeply',
  'balance-only': 'period_start is for balances',
  'rolling-range': 'the number of periods is a whole number from 1 to 1000',
  reserved: 'the word belongs to the language',
  'field-type': 'the field holds another kind of values',
  unreadable: 'the formula behind this name cannot be read itself',
};

/**
 * E_BAD_FORMULA with the place at fault: 0-based `position`, `length` (0 at the end of the text), the `word` there, the `problem`, and
 * `names` that help: signs that may stand there, nearest names, the measure or units at fault, the least and most values.
 */
export function badFormula(text: string, place: Place, problem: TextProblem, names: readonly string[] = []): AppError {
  const { at, end } = place;
  const word = text.slice(at, end);
  const more = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return new AppError(
    'E_BAD_FORMULA',
    `The formula "${text}" cannot be read at character ${String(at + 1)}, "${word}": ${PROBLEMS[problem]}${more}.`,
    { formula: text, position: at, length: end - at, word, problem, names },
  );
}
