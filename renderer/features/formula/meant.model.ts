import type { FormulaProblem } from '#shared/own-kpi.ts';
import { fittingAt, folded, ranked, type FormulaName } from './completion.model.ts';

/** A name that somebody may have meant, and the part of the formula that it would take the place of. */
export interface Meant {
  readonly name: FormulaName;
  readonly from: number;
  readonly to: number;
}

const MOST = 3;
const LEAST_LETTERS = 3;
const LETTERS = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/gu;

/**
 * A problem as people see it: a letter that no name of formulas has is a word that nobody knows.
 * Example: in 'intäkter / 2' the 'ä' cannot stand there, but it is 'intäkter' that is unknown.
 */
export function wholeWord(formula: string, problem: FormulaProblem): FormulaProblem {
  if (problem.problem !== 'unexpected' || !/\p{L}/u.test(formula.charAt(problem.position))) return problem;
  const found = [...formula.matchAll(LETTERS)].find(
    ({ 0: word, index }) => index <= problem.position && problem.position < index + word.length,
  );
  if (found === undefined || !/[^\p{ASCII}]/u.test(found[0])) return problem;
  return { problem: 'unknown-name', position: found.index, length: found[0].length, names: [] };
}

/**
 * What a word that nobody knows may mean: names written alike, then names that are called what stands there, then names that begin alike.
 * Example: 'Antal order' is `orders`, 'intäckter' `revenue`.
 */
export function meantBy(formula: string, problem: FormulaProblem, names: readonly FormulaName[]): readonly Meant[] {
  const { position: from, length, names: alike } = problem;
  const to = from + length;
  const known = fittingAt(formula, from, names);
  const isUnknown = problem.problem === 'unknown-name' || problem.problem === 'no-function';
  if (!isUnknown && problem.problem !== 'unexpected') return [];
  const written = isUnknown ? alike.map((text): Meant => ({ name: named(text, known), from, to })) : [];
  const begins = isUnknown && written.length === 0 ? sharedBeginning(formula.slice(from, to), known) : [];
  const all = [...written, ...calledSo(formula, from, known), ...begins.map((name): Meant => ({ name, from, to }))];
  return [...new Map(all.toReversed().map((each) => [each.name.text, each])).values()].toReversed().slice(0, MOST);
}

const named = (text: string, names: readonly FormulaName[]): FormulaName =>
  names.find((name) => name.text === text) ?? { kind: 'field', text, label: text };

/** Names whose words as people say them stand around a place, the longest first. */
function calledSo(formula: string, at: number, names: readonly FormulaName[]): readonly Meant[] {
  const text = formula.toLocaleLowerCase();
  const isLetter = (place: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(place));
  return names
    .flatMap((name): readonly Meant[] => {
      const label = name.label.toLocaleLowerCase();
      if (label.length < LEAST_LETTERS) return [];
      const places = [...text.matchAll(new RegExp(escaped(label), 'gu'))].map(({ index }) => index);
      const from = places.find((each) => each <= at && at < each + label.length);
      if (from === undefined || isLetter(from - 1) || isLetter(from + label.length)) return [];
      return [{ name, from, to: from + label.length }];
    })
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Names that begin as a word does, with at least four letters of it and a third. */
function sharedBeginning(word: string, names: readonly FormulaName[]): readonly FormulaName[] {
  const wanted = folded(word);
  for (let length = wanted.length; length >= Math.max(4, Math.ceil(wanted.length / 3)); length--) {
    const start = wanted.slice(0, length);
    const found = ranked(names, start).filter(({ text, label }) => [text, label].some((each) => folded(each).startsWith(start))); // prettier-ignore
    if (found.length > 0) return found;
  }
  return [];
}

/** A decimal comma where formulas take a point: the number as it is to be written. Example: in 'revenue * 0,5' it is '0.5'. */
export function commaNumber(formula: string, { problem, position }: FormulaProblem): string | null {
  if (problem !== 'unexpected' && problem !== 'argument-count') return null;
  const numbers = [...formula.matchAll(/(?<![\d.\p{L}-])\d+,\d+(?![\d.,])/gu)];
  const found = numbers.find(
    ({ 0: text, index }) => problem === 'argument-count' || (index <= position && position < index + text.length),
  );
  return found === undefined ? null : found[0].replace(',', '.');
}
