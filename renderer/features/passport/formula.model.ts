import type { TFunction } from 'i18next';
import { ANY_KINDS } from '#shared/record-kinds.ts';
import type { KpiWords } from '../../i18n/kpi-words.ts';

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

/** Words that are no measure or KPI, as they are read: 'growth' is 'förändring', 'working-days' 'arbetsdagar', 'rep' 'Säljare'. */
export function languageWord(t: TFunction, word: string): string {
  const own = [`formula:function.${word}.name`, `formula:calendar.${word}`];
  const kept = [...ANY_KINDS.map((kind) => `fields:${kind}.${word}`), `fields:kinds.${word}`];
  return t(word.includes('.') ? [`fields:${word}`] : [...own, ...kept], { defaultValue: word });
}

/** A formula in words throughout. Example: 'growth(revenue, prev(revenue))' is 'förändring(Intäkter, föregående period(Intäkter))'. */
export function formulaInWords(formula: string, t: TFunction, words: Pick<KpiWords, 'known'>): readonly FormulaPart[] {
  return formulaParts(formula, words.known, (word) => languageWord(t, word));
}

/** True when the formula is one name alone: then showing it with its value says nothing. */
export function isBareName(formula: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(formula.trim());
}
