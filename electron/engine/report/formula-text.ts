import { formulaParts } from '#shared/formula-words.ts';
import { ANY_KINDS } from '#shared/record-kinds.ts';
import type { ReportWords } from './report-context.ts';

/** A formula in the report's words. Example: 'growth(revenue, prev(revenue))' is 'förändring(Intäkter, föregående period(Intäkter))'. */
export function formulaText(formula: string, { say, grid }: ReportWords): string {
  const nameOf = (name: string): string | null => {
    if (name.includes('.')) return null;
    const known = grid.kpi(name);
    return known === name ? null : known;
  };
  const wordOf = (word: string): string => {
    const own = [`formula:function.${word}.name`, `formula:calendar.${word}`];
    const kept = [...ANY_KINDS.map((kind) => `fields:${kind}.${word}`), `fields:kinds.${word}`];
    const keys = word.includes('.') ? [`fields:${word}`] : [...own, ...kept];
    return keys.map((key) => say(key)).find((text) => text !== '') ?? word;
  };
  return formulaParts(formula, nameOf, wordOf)
    .map(({ text }) => text)
    .join('');
}
