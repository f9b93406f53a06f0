import type { TFunction } from 'i18next';
import { formulaParts, type FormulaPart } from '#shared/formula-words.ts';
import { ANY_KINDS } from '#shared/record-kinds.ts';
import type { KpiWords } from '../../i18n/kpi-words.ts';

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
