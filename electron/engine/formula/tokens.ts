import { badFormula } from './formula-error.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  /** 0-based position in the formula. */
  readonly at: number;
}

const NEXT = /(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)|(<=|>=|!=|[-+*/()<>=,])/y;

/**
 * The words of a formula, `end` last. Numbers have a dot. Throws E_BAD_FORMULA for a character that begins no word.
 * Example: 'a-b - 1' is the name a-b, the sign - and the number 1.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    NEXT.lastIndex = at;
    const match = NEXT.exec(text);
    if (match === null) throw badFormula(text, at, `unexpected "${text.charAt(at)}"`);
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'name' : 'sign';
    tokens.push({ kind, text: match[0], at });
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}
