export interface FormulaPart {
  readonly text: string;
  /** `input` is a measure or KPI with a value of its own. */
  readonly kind: 'input' | 'plain';
}

const WORD = /([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)|([-*/])|([^A-Za-z*/-]+)/g;
const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/**
 * A formula for reading: names replaced by `textOf` (null keeps the word, as for functions), signs as printed.
 * Example: 'revenue / orders' with names gives 'Intäkter ÷ Order'; with values '18,42 mkr ÷ 3 828'.
 */
export function formulaParts(formula: string, textOf: (name: string) => string | null): readonly FormulaPart[] {
  return [...formula.matchAll(WORD)].map(([all, name, sign]): FormulaPart => {
    if (name !== undefined) {
      const text = textOf(name);
      return text === null ? { text: name, kind: 'plain' } : { text, kind: 'input' };
    }
    return { text: sign === undefined ? all : (SIGNS[sign] ?? sign), kind: 'plain' };
  });
}

/** True when the formula is one name alone: then showing it with its value says nothing. */
export function isBareName(formula: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(formula.trim());
}
