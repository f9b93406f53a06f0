import { LIKENESSES, type Likeness, type MergeSuggestion, type ShownName } from '#shared/names.ts';
import { compareLabels, sortByLabels } from '../question/member-order.ts';
import { nameForms, type NameForms } from './name-forms.ts';
import { spellingPairs } from './spelling-pairs.ts';

/** A name with what tells it from others. */
export interface NamedMember extends ShownName {
  /** Customer or article numbers its rows have, as codes; none where rows have no number. */
  readonly numbers: readonly number[];
}

export interface SuggestOptions {
  /** Names of companies: AB, Ltd and GmbH do not tell them apart. */
  readonly companies: boolean;
  /** A letter or two may be a slip; names of places are often real ones a letter apart. */
  readonly spelling: boolean;
  /** A number belongs to one name: other names under it are the same customer. */
  readonly numbersName: boolean;
  /** Pairs that somebody has said are not the same. */
  readonly apart: readonly (readonly [string, string])[];
}

interface Candidate extends NamedMember {
  readonly forms: NameForms;
}

/** The keys names meet under, the surest first. */
const MEETINGS: readonly (readonly [Likeness, (forms: NameForms) => string])[] = [
  ['case', ({ folded }) => folded],
  ['spacing', ({ compact }) => compact],
  ['accents', ({ plain }) => plain],
  ['word-order', ({ sorted }) => sorted],
  ['legal-form', ({ core }) => core.join('')],
  ['word-order', ({ core }) => core.toSorted().join(' ')],
];
/** More names than this under one number, and it is no customer number. */
const MOST_NAMES_OF_A_NUMBER = 4;
/** Names stripped or put under their keys between two pauses: a few milliseconds. */
const NAMES_A_STEP = 500;

const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/** The name to keep comes first: the one a list has, then the one with most rows, then the longer one. */
const keepFirst =
  (compareNames: typeof compareLabels) =>
  (a: Candidate, b: Candidate): number =>
    Number(b.listed) - Number(a.listed) ||
    b.rows - a.rows ||
    b.name.length - a.name.length ||
    compareNames(a.name, b.name);

/**
 * Names that may be the same, the surest first, then those with most rows; each name is suggested away once.
 * Never two names with different numbers, with different figures in them, or said to be apart.
 * Pauses every few milliseconds, so that other work can be done between the steps.
 * Example: GTXPro (1 480 rows) beside GTX Pro in the product list gives GTXPro → GTX Pro because of 'spacing'.
 */
export function* suggestMerges(
  members: readonly NamedMember[],
  { companies, spelling, numbersName, apart }: SuggestOptions,
): Generator<undefined, readonly MergeSuggestion[]> {
  const keptApart = new Set(apart.map(([a, b]) => pairKey(a, b)));
  const candidates: Candidate[] = [];
  for (const [place, member] of members.entries()) {
    if (member.name !== '') candidates.push({ ...member, forms: nameForms(member.name, companies) });
    if (place % NAMES_A_STEP === 0) yield;
  }
  sortByLabels(candidates, keepFirst);
  const suggestions = new Map<string, MergeSuggestion>();
  /** With the numbers of the names suggested into it. */
  const numbersOf = new Map(candidates.map(({ name, numbers }) => [name, numbers]));
  const isFree = ({ name }: Candidate): boolean => !suggestions.has(name);
  const mayBeOne = (a: Candidate, b: Candidate): boolean =>
    a.forms.figures === b.forms.figures &&
    areOfOne(numbersOf.get(a.name) ?? [], numbersOf.get(b.name) ?? []) &&
    !keptApart.has(pairKey(a.name, b.name));
  const suggest = (from: Candidate, into: Candidate, because: Likeness): void => {
    suggestions.set(from.name, { from: shown(from), into: shown(into), because });
    const together = [...(numbersOf.get(into.name) ?? []), ...(numbersOf.get(from.name) ?? [])];
    numbersOf.set(into.name, [...new Set(together)]);
  };
  /** Each of them into the first before it that it may be one with. They stand with the name to keep first. */
  const suggestWithin = (alike: readonly Candidate[], because: Likeness): void =>
    alike.forEach((from, place) => {
      const into = alike.slice(0, place).find((other) => isFree(other) && mayBeOne(from, other));
      if (into !== undefined) suggest(from, into, because);
    });

  for (const [because, keyOf] of MEETINGS) {
    const keysOf = ({ forms }: Candidate): readonly string[] => [keyOf(forms)].filter((key) => key !== '');
    for (const alike of yield* groups(candidates.filter(isFree), keysOf)) suggestWithin(alike, because);
  }
  const free = spelling ? candidates.filter(isFree) : [];
  const pairs = yield* spellingPairs(free.map(({ forms }) => forms.core));
  for (const { a, b } of pairs.toSorted(
    (one, other) => one.distance - other.distance || one.b - other.b || one.a - other.a,
  )) {
    const [into, from] = [free[a], free[b]];
    if (into === undefined || from === undefined || !isFree(from) || !isFree(into)) continue;
    if (mayBeOne(from, into)) suggest(from, into, 'spelling');
  }
  if (numbersName) {
    for (const alike of yield* groups(candidates.filter(isFree), ({ numbers }) => numbers)) {
      if (alike.length <= MOST_NAMES_OF_A_NUMBER) suggestWithin(alike, 'same-number');
    }
  }
  return [...suggestions.values()].toSorted(
    (a, b) =>
      LIKENESSES.indexOf(a.because) - LIKENESSES.indexOf(b.because) ||
      b.from.rows + b.into.rows - a.from.rows - a.into.rows ||
      compareLabels(a.from.name, b.from.name),
  );
}

const shown = ({ name, rows, listed }: Candidate): ShownName => ({ name, rows, listed });

function areOfOne(a: readonly number[], b: readonly number[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((number) => b.includes(number));
}

/** Those of a key that several have, in the order given. */
function* groups<K>(
  candidates: readonly Candidate[],
  keysOf: (candidate: Candidate) => readonly K[],
): Generator<undefined, readonly (readonly Candidate[])[]> {
  const byKey = new Map<K, Candidate[]>();
  for (const [place, candidate] of candidates.entries()) {
    for (const key of keysOf(candidate)) {
      const group = byKey.get(key) ?? [];
      byKey.set(key, group);
      group.push(candidate);
    }
    if (place % NAMES_A_STEP === 0) yield;
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}
