export interface FormulaPart {
  readonly text: string;
  /** `input` is a measure or KPI with a value of its own. */
  readonly kind: 'input' | 'plain';
}

const WORD =
  /("(?:[^"]|"")*")|([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*(?:\.[A-Za-z][A-Za-z0-9_]*)?)|([<>!]=|[-*/<>=!])|([^"A-Za-z*/<>=!-]+)/g;
const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '>=': '≥', '<=': '≤', '!=': '≠' };

/**
 * A formula for reading: names replaced by `textOf` (null for other words, which `plainOf` says), signs as printed, quoted texts as they are.
 * Example: 'revenue / orders' with names gives 'Intäkter ÷ Order'; with values '18,42 mkr ÷ 3 828'.
 */
export function formulaParts(
  formula: string,
  textOf: (name: string) => string | null,
  plainOf: (word: string) => string = (word) => word,
): readonly FormulaPart[] {
  return [...formula.matchAll(WORD)].map(([all, , name, sign]): FormulaPart => {
    if (name !== undefined) {
      const text = textOf(name);
      return text === null ? { text: plainOf(name), kind: 'plain' } : { text, kind: 'input' };
    }
    return { text: sign === undefined ? all : (SIGNS[sign] ?? sign), kind: 'plain' };
  });
}
