/** A name that a formula may hold. */
export interface FormulaName {
  readonly kind: 'kpi' | 'measure' | 'function' | 'calendar' | 'dimension' | 'kind' | 'field';
  /** As it is written: `net-sales`, `growth`, `"custom:Frakt"`. */
  readonly text: string;
  /** As people say it. */
  readonly label: string;
  /** Of a field: whose. */
  readonly of?: string;
  /** Of a field: dates may stand after `by`. */
  readonly isDate?: boolean;
}

/** The word being written and what may stand there. */
export interface Completion {
  /** Where the word begins. */
  readonly from: number;
  readonly word: string;
  readonly names: readonly FormulaName[];
}

const WORD = /"[^"]*$|[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]*)*$/u;
const OVER = /\b(?:count|sum|mean|median)_over\(\s*$/;
const AGGREGATE = /\b(?:sum|count|distinct|mean|median)\(\s*$/;
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
  const word = WORD.exec(before)?.[0] ?? '';
  const from = cursor - word.length;
  const { fits, isOpen } = placeOf(before.slice(0, from), names);
  if (word === '' && !isOpen && !asked) return null;
  if (/^\d+$/.test(word)) return null;
  const found = ranked(names.filter(fits), word.replace(/^"/, ''));
  return found.length === 0 ? null : { from, word, names: found.slice(0, MOST) };
}

/** Which names fit behind a text, and whether they are shown before anything is written. */
function placeOf(
  before: string,
  names: readonly FormulaName[],
): { readonly fits: (name: FormulaName) => boolean; readonly isOpen: boolean } {
  if (OVER.test(before)) return { fits: ({ kind }) => kind === 'dimension', isOpen: true };
  if (AGGREGATE.test(before)) return { fits: ({ kind }) => kind === 'kind', isOpen: true };
  const [, inside, mark] = INSIDE.exec(before) ?? [];
  const [, owner = inside] = FIELD_OF.exec(before) ?? [];
  if (owner !== undefined && names.some(({ kind, text }) => kind === 'kind' && text === owner)) {
    const isBy = mark?.startsWith('by') === true;
    return {
      fits: ({ kind, of, isDate }) => kind === 'field' && of === owner && (!isBy || isDate === true),
      isOpen: true,
    };
  }
  return { fits: ({ kind }) => kind !== 'dimension' && kind !== 'kind' && kind !== 'field', isOpen: false };
}

/** Those that hold what is written, the ones that begin with it first; in the given order without anything written. */
export function ranked(names: readonly FormulaName[], written: string): readonly FormulaName[] {
  const wanted = written.toLocaleLowerCase();
  const rank = ({ text, label }: FormulaName): number => {
    const [id, said] = [text.replaceAll('"', '').toLocaleLowerCase(), label.toLocaleLowerCase()];
    if (id === wanted || said === wanted) return 0;
    if (id.startsWith(wanted) || said.startsWith(wanted)) return 1;
    if (said.includes(` ${wanted}`) || id.includes(`-${wanted}`) || id.includes(`:${wanted}`)) return 2;
    return said.includes(wanted) || id.includes(wanted) ? 3 : 4;
  };
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .filter((each) => each.rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map((each) => each.name);
}

const CALLED = new Set<FormulaName['kind']>(['function']);

/** The text with a name in place of the word being written, and where the cursor stands then. */
export function completed(
  text: string,
  cursor: number,
  from: number,
  name: FormulaName,
): { readonly text: string; readonly cursor: number } {
  const after = text.slice(cursor);
  const opens = CALLED.has(name.kind) && !after.startsWith('(') ? '(' : '';
  const dot = name.kind === 'kind' && !/\bcount\(\s*$/.test(text.slice(0, from)) && !after.startsWith('.') ? '.' : '';
  const put = `${name.text}${opens}${dot}`;
  return { text: text.slice(0, from) + put + after, cursor: from + put.length };
}
