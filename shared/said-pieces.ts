/** A stretch of a sentence; a number with what it opens. */
export interface SaidPiece<O> {
  readonly text: string;
  readonly opens: O | null;
}

/** Puts a number into a sentence with what it opens; as plain text where that is nothing. */
export type PutNumber<O> = (text: string, opens: O | null | undefined) => string;

/** Around the place of a number while its sentence is put together: no name has it. */
const MARK = '\uE000';

/**
 * A sentence in pieces, so that each number in it can be opened, wherever the language puts it. `say` makes the sentence of what `put` gives.
 * Example: `saidPieces((put) => 'Rose by ' + put('12', a) + '.')` is 'Rose by ', '12' with a, '.'.
 */
export function saidPieces<O>(say: (put: PutNumber<O>) => string): readonly SaidPiece<O>[] {
  const numbers: SaidPiece<O>[] = [];
  const sentence = say((text, opens) =>
    opens === undefined || opens === null ? text : `${MARK}${String(numbers.push({ text, opens }) - 1)}${MARK}`,
  );
  return sentence
    .split(MARK)
    .flatMap((text, at) => (at % 2 === 0 ? { text, opens: null } : (numbers[Number(text)] ?? [])))
    .filter(({ text }) => text !== '');
}
