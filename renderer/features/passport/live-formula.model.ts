import { formulaParts, type FormulaPart } from '#shared/formula-words.ts';

/** A name in a formula: where it stands, and what it is read under. */
interface Occurrence {
  readonly id: string;
  readonly from: number;
  /** 'prev', 'total', 'rolling 3 prev'; empty for the cell's own. */
  readonly reading: string;
}

interface LiveWords<T> {
  readonly valueOf: (input: T) => string;
  readonly nameOf: (id: string) => string;
  /** Of words that are no input. */
  readonly plainOf: (word: string) => string;
}

/** A call while it is read: its name, and where its arguments begin. */
interface Frame {
  readonly name: string;
  readonly begins: number[];
  ends: number;
}

const TOKEN = /"(?:[^"]|"")*"|[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*|[(),]/g;
const SHIFTS = 'prev same_period_last_year period_start ytd mtd whole ever trailing_year total'.split(' ');
const COUNTED_SHIFTS = ['rolling', 'lag'];

/**
 * Which input stands at each place of a formula where one does: a name read for two times is two inputs, in the order of the
 * formula. Aggregates written out are inputs named by their text. Null for a name that cannot be told apart.
 * Example: in 'growth(revenue, prev(revenue))' the second revenue is the second input of that name.
 */
export function inputsInPlace<T extends { readonly id: string }>(
  formula: string,
  inputs: readonly T[],
): readonly { readonly from: number; readonly to: number; readonly input: T | null; readonly reading: string }[] {
  const byId = Map.groupBy(inputs, ({ id }) => id);
  const found = occurrences(formula, [...byId.keys()]);
  const readings = new Map<string, string[]>();
  for (const { id, reading } of found) {
    const known = readings.get(id) ?? [];
    if (!known.includes(reading)) readings.set(id, [...known, reading]);
  }
  return found.map(({ id, from, reading }) => {
    const ofName = byId.get(id) ?? [];
    const all = readings.get(id) ?? [];
    const input = all.length === ofName.length ? ofName[all.indexOf(reading)] : ofName.length === 1 ? ofName[0] : null;
    return { from, to: from + id.length, input: input ?? null, reading };
  });
}

/**
 * A formula with the values that stand in it, null where none does. What is read member by member has no one value and keeps its
 * name. Example: 'förändring(27,44 mkr, föregående period(23,52 mkr))'.
 */
export function liveParts<T extends { readonly id: string }>(
  formula: string,
  inputs: readonly T[],
  { valueOf, nameOf, plainOf }: LiveWords<T>,
): readonly FormulaPart[] | null {
  const parts: FormulaPart[] = [];
  const rest = (from: number, to: number): void => {
    parts.push(...formulaParts(formula.slice(from, to), () => null, plainOf));
  };
  let at = 0;
  const placed = inputsInPlace(formula, inputs).map((each) => ({
    ...each,
    input: /\bover /.test(each.reading) ? null : each.input,
  }));
  if (placed.every(({ input }) => input === null)) return null;
  for (const { from, to, input } of placed) {
    rest(at, from);
    parts.push({ text: input === null ? nameOf(formula.slice(from, to)) : valueOf(input), kind: 'input' });
    at = to;
  }
  rest(at, formula.length);
  return parts;
}

function occurrences(formula: string, ids: readonly string[]): readonly Occurrence[] {
  const aggregates = ids.filter((id) => id.includes('('));
  const names = new Set(ids);
  const open: Frame[] = [];
  const found: { readonly id: string; readonly from: number; readonly frames: readonly Frame[] }[] = [];
  let [called, past] = ['', 0];
  for (const { 0: token, index: from } of formula.matchAll(TOKEN)) {
    const written = from < past ? undefined : aggregates.find((id) => formula.startsWith(id, from));
    if (written !== undefined) {
      found.push({ id: written, from, frames: [...open] });
      past = from + written.length;
    } else if (token === '(') open.push({ name: called, begins: [from + 1], ends: formula.length });
    else if (token === ',') open.at(-1)?.begins.push(from + 1);
    else if (token === ')') {
      const closed = open.pop();
      if (closed !== undefined) closed.ends = from;
    } else if (from >= past && names.has(token)) found.push({ id: token, from, frames: [...open] });
    called = token === '(' ? '' : token;
  }
  return found.map(({ id, from, frames }) => ({
    id,
    from,
    reading: frames.flatMap((frame) => readingOf(frame, formula)).join(' '),
  }));
}

function readingOf({ name, begins, ends }: Frame, formula: string): readonly string[] {
  if (SHIFTS.includes(name)) return [name];
  if (name.endsWith('_over')) return [`over ${formula.slice(begins[0], (begins[1] ?? ends) - 1).trim()}`];
  return COUNTED_SHIFTS.includes(name) ? [`${name} ${formula.slice(begins.at(-1), ends).trim()}`] : [];
}
