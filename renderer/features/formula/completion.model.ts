/** A name that a formula may hold. */
export interface FormulaName {
  readonly kind: 'kpi' | 'measure' | 'function' | 'calendar' | 'dimension' | 'kind' | 'field';
  /** As it is written: `net-sales`, `growth`, `"custom:Frakt"`. */
  readonly text: string;
  /** As people say it. */
  readonly label: string;
  /** Of a field: whose. */
  readonly of?: string;
  /** Of a field: dates may stand after `by`, numbers in a sum, and different texts are counted. */
  readonly holds?: 'date' | 'number' | 'text' | 'flag';
  /** There are no data for it, so it is offered last. */
  readonly lacks?: boolean;
}

/** The word being written and what may stand there. */
export interface Completion {
  /** Where the word begins. */
  readonly from: number;
  readonly word: string;
  readonly names: readonly FormulaName[];
}

interface Place {
  readonly fits: (name: FormulaName) => boolean;
  /** Names are shown before anything is written. */
  readonly isOpen: boolean;
}

const WORD = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]*)*$/u;
const PHRASE = /(?:[\p{L}\p{N}]+ ){1,4}$/u;
const OVER = /\b(?:count|sum|mean|median)_over\(\s*$/;
const AGGREGATE = /\b(?:sum|count|distinct|mean|median)\(\s*$/;
const NUMBER_OF = /\b(?:sum|mean|median)\(\s*([a-z_]+)\.$/;
const DISTINCT_OF = /\bdistinct\(\s*([a-z_]+)\.$/;
const FIELD_OF = /\b([a-z_]+)\.$/;
/** Inside an aggregate, after its kind: fields of it follow a comma, `by` and `not`. */
const INSIDE = /\b(?:sum|count|distinct|mean|median)\(\s*([a-z_]+)[^()]*?(,\s*(?:not\s+)?|\bby\s+)$/;
const MOST = 40;

/** What may be written at the cursor. `asked` also where no letter stands yet. */
export function completionAt(
  text: string,
  cursor: number,
  names: readonly FormulaName[],
  asked: boolean,
): Completion | null {
  const before = text.slice(0, cursor);
  const quote = openQuote(before);
  const single = quote === null ? (WORD.exec(before)?.[0] ?? '') : before.slice(quote);
  const word = quote === null ? phraseAt(before, single, names) : single;
  if (/^\d+$/.test(word)) return null;
  const { fits, isOpen } = placeOf(before.slice(0, cursor - word.length), names);
  if (word === '' && !isOpen && !asked) return null;
  const found = ranked(names.filter(fits), word.replace(/^"/, ''));
  const isDone = !asked && found.length === 1 && found[0]?.text === word;
  return found.length === 0 || isDone ? null : { from: cursor - word.length, word, names: found.slice(0, MOST) };
}

/** Where the quotation mark stands that has no second one. */
function openQuote(before: string): number | null {
  const marks = [...before.matchAll(/"/g)];
  return marks.length % 2 === 0 ? null : (marks.at(-1)?.index ?? null);
}

/** The word with those before it that make one name with it as people say it: 'antal or' is the beginning of 'Antal order'. */
function phraseAt(before: string, word: string, names: readonly FormulaName[]): string {
  const earlier = PHRASE.exec(before.slice(0, before.length - word.length))?.[0] ?? '';
  const starts = [0, ...[...earlier.matchAll(/ /g)].map(({ index }) => index + 1)];
  for (const start of starts.slice(0, -1)) {
    const phrase = earlier.slice(start) + word;
    const fitting = fittingAt(before, before.length - phrase.length, names);
    if (fitting.some(({ label }) => folded(label).startsWith(folded(phrase)))) return phrase;
  }
  return word;
}

/** The names of which one may stand at a place, whatever stands there now. */
export function fittingAt(text: string, at: number, names: readonly FormulaName[]): readonly FormulaName[] {
  return names.filter(placeOf(text.slice(0, at).replace(/"$/, ''), names).fits);
}

function placeOf(before: string, names: readonly FormulaName[]): Place {
  if (OVER.test(before)) return { fits: ({ kind }) => kind === 'dimension', isOpen: true };
  if (AGGREGATE.test(before)) return { fits: ({ kind }) => kind === 'kind', isOpen: true };
  const [, inside, mark] = INSIDE.exec(before) ?? [];
  const [, owner = inside] = FIELD_OF.exec(before) ?? [];
  if (owner !== undefined && names.some(({ kind, text }) => kind === 'kind' && text === owner)) {
    const wanted = mark?.startsWith('by') === true ? 'date' : typeAfter(before);
    return {
      fits: ({ kind, of, holds }) => kind === 'field' && of === owner && (wanted === null || holds === wanted),
      isOpen: true,
    };
  }
  return { fits: ({ kind }) => kind !== 'dimension' && kind !== 'kind' && kind !== 'field', isOpen: false };
}

const typeAfter = (before: string): FormulaName['holds'] | null =>
  NUMBER_OF.test(before) ? 'number' : DISTINCT_OF.test(before) ? 'text' : null;

/** Upper and lower case and accents aside. Example: 'Intäkter' is 'intakter'. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Those that hold what is written, the ones that begin with it first; in the given order without anything written. Those without data last. */
export function ranked(names: readonly FormulaName[], written: string): readonly FormulaName[] {
  const wanted = folded(written);
  const rank = ({ text, label }: FormulaName): number => {
    const [id, said] = [folded(text.replaceAll('"', '')), folded(label)];
    if (id === wanted || said === wanted) return 0;
    if (id.startsWith(wanted) || said.startsWith(wanted)) return 1;
    if (said.includes(` ${wanted}`) || id.includes(`-${wanted}`) || id.includes(`:${wanted}`)) return 2;
    return said.includes(wanted) || id.includes(wanted) ? 3 : 4;
  };
  return names
    .map((name) => ({ name, rank: rank(name), lacks: name.lacks === true ? 1 : 0 }))
    .filter((each) => each.rank < 4)
    .toSorted((a, b) => (a.rank === 0 ? 0 : a.lacks) - (b.rank === 0 ? 0 : b.lacks) || a.rank - b.rank)
    .map((each) => each.name);
}

/** What is written for a name in place of the text between two places: a function is opened, a kind asks for its field. */
export function inserted(text: string, from: number, to: number, { kind, text: name }: FormulaName): string {
  const after = text.slice(to);
  if (kind === 'function') return after.startsWith('(') ? name : `${name}(`;
  const isCounted = /\bcount\(\s*$/.test(text.slice(0, from));
  return kind === 'kind' && !isCounted && !after.startsWith('.') ? `${name}.` : name;
}
