import { isListKind, type RecordKind } from '#shared/record-kinds.ts';
import type { CodeColumn, StoredColumns } from '../ports/workspace-columns.ts';
import type { NamedMember } from './suggest-merges.ts';

/** The field whose numbers tell a dimension's names from each other. */
const NUMBER_OF: Readonly<Record<string, string>> = { customer: 'customer_id', product: 'product_id' };

/** More numbers than this say nothing about a name. */
const MOST_NUMBERS = 8;

export interface MemberOfKind extends NamedMember {
  /** The first that has rows of it; a list only when no other kind has. */
  readonly kind: RecordKind;
}

/**
 * The names of a dimension as they are shown, those that rows or lists have, with how many rows (of lists: none) and
 * which numbers. In no order that means anything.
 */
export function namedMembers(columns: StoredColumns, dimension: string): readonly MemberOfKind[] {
  const names = columns.members(dimension);
  const rows = new Int32Array(names.length);
  const listed = new Uint8Array(names.length);
  const kinds: (RecordKind | undefined)[] = [];
  const numbers = new NumbersByName(names.length);
  for (const kind of columns.kinds()) {
    const table = columns.table(kind);
    const codes = table?.codes(dimension) ?? null;
    if (codes === null) continue;
    const counts = new Int32Array(names.length);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    const isList = isListKind(kind);
    counts.forEach((count, code) => {
      if (count === 0) return;
      kinds[code] ??= kind;
      if (isList) listed[code] = 1;
      else rows[code] = (rows[code] ?? 0) + count;
    });
    const numbered = table?.codes(NUMBER_OF[dimension] ?? '') ?? null;
    if (numbered !== null) numbers.add(codes, numbered);
  }
  return names.flatMap((name, code) => {
    const kind = kinds[code];
    if (code === 0 || name === '' || kind === undefined) return [];
    return [{ name, rows: rows[code] ?? 0, listed: listed[code] === 1, numbers: numbers.of(code), kind }];
  });
}

/** Nearly every name has one number, so only the others cost more than a place in an array. */
class NumbersByName {
  readonly #first: Int32Array;
  readonly #more = new Map<number, Set<number>>();

  constructor(names: number) {
    this.#first = new Int32Array(names);
  }

  add(names: CodeColumn, numbers: CodeColumn): void {
    for (let row = 0; row < names.length; row++) {
      const name = names[row] ?? 0;
      const number = numbers[row] ?? 0;
      if (name === 0 || number === 0) continue;
      const first = this.#first[name] ?? 0;
      if (first === 0) this.#first[name] = number;
      else if (first !== number) this.#addMore(name, number);
    }
  }

  of(name: number): readonly number[] {
    const first = this.#first[name] ?? 0;
    return first === 0 ? [] : [first, ...(this.#more.get(name) ?? [])];
  }

  #addMore(name: number, number: number): void {
    const more = this.#more.get(name) ?? new Set();
    this.#more.set(name, more);
    if (more.size < MOST_NUMBERS) more.add(number);
  }
}
