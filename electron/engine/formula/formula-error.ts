import { AppError } from '#shared/errors.ts';

/** E_BAD_FORMULA with the 0-based position of the first character at fault. */
export function badFormula(text: string, at: number, problem: string): AppError {
  return new AppError(
    'E_BAD_FORMULA',
    `The formula "${text}" cannot be read at character ${String(at + 1)}: ${problem}.`,
    {
      formula: text,
      position: at,
      problem,
    },
  );
}
