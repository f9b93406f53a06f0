import type { Filter } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Fields } from './fields.ts';

/** Ascending positions of the rows that pass all filters; null when there is no filter. A name nobody has matches nothing. */
export function selectionOf(fields: Fields, kind: AnyKind, filters: readonly Filter[]): Int32Array | null {
  let selected: Int32Array | null = null;
  for (const filter of filters) {
    const column = fields.codes(kind, filter.dimension);
    if (column === null) return new Int32Array(0);
    const allowed = allowList(fields, kind, filter, column.members);
    selected = selected === null ? selectFrom(column.codes, allowed) : narrow(selected, column.codes, allowed);
  }
  return selected;
}

function allowList(fields: Fields, kind: AnyKind, filter: Filter, members: number): Uint8Array {
  const { dimension, op, values } = filter;
  const field = fields.columns.table(kind)?.fields.find(({ key }) => key === dimension);
  const names = fields.columns.members(field?.dimension ?? dimension);
  const merged = fields.columns.merged(field?.dimension ?? dimension);
  const named = new Set(values.map((value) => (value === null ? null : (merged.get(value) ?? value))));
  const allowed = new Uint8Array(members);
  for (let code = 0; code < members; code++) {
    const name = code === 0 ? null : (names[code] ?? '');
    allowed[code] = Number(named.has(name) === (op === 'in'));
  }
  return allowed;
}

function selectFrom(codes: ArrayLike<number>, allowed: Uint8Array): Int32Array {
  const selected = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    selected[count] = row;
    count += allowed[codes[row] ?? 0] ?? 0;
  }
  return selected.slice(0, count);
}

function narrow(selected: Int32Array, codes: ArrayLike<number>, allowed: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 0; i < selected.length; i++) {
    const row = selected[i] ?? 0;
    selected[count] = row;
    count += allowed[codes[row] ?? 0] ?? 0;
  }
  return selected.slice(0, count);
}
