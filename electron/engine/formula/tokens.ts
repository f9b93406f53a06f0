import { badFormula } from './formula-error.ts';
import type { Place } from './formula.ts';

export interface Token extends Place {
  readonly kind: 'number' | 'name' | 'text' | 'sign' | 'end';
  /** As written; of a text what stands between the quotes. */
  readonly text: string;
}

const NEXT = /(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)|"((?:[^"]|"")*)"|(<=|>=|!=|[-+*/()<>=,.])/y;

/**
 * The words of a formula, `end` last. Numbers have a dot. Throws E_BAD_FORMULA for a character that begins no word and for a text
 * without its end. Example: 'a-b - 1' is the name a-b, the sign - and the number 1.
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
    if (match === null) {
      if (text[at] === '"') throw badFormula(text, { at, end: text.length }, 'expected', ['"']);
      throw badFormula(text, { at, end: at + 1 }, 'unexpected');
    }
    const [all, number, name, quoted] = match;
    const end = at + all.length;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll('""', '"'), at, end });
    else
      tokens.push({ kind: number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign', text: all, at, end });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '', at, end: at }];
}
