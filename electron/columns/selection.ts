import type { RowFilter } from '#engine/ports/column-queries.ts';
import { NO_DAY, NO_INT } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { Fields } from './fields.ts';
import type { MaskOf } from './row-mask.ts';
import { fold } from './rows/folded-names.ts';

/** Rows told apart by a code, and 1 for the codes whose rows pass. */
interface Test {
  readonly codes: ArrayLike<number>;
  readonly allowed: Uint8Array;
}

/** Ascending positions of the rows that pass all filters; null when there is no filter. A name nobody has matches nothing. */
export function selectionOf(
  fields: Fields,
  maskOf: MaskOf,
  kind: AnyKind,
  filters: readonly RowFilter[],
): Int32Array | null {
  let selected: Int32Array | null = null;
  for (const filter of filters) {
    const test = testOf(fields, maskOf, kind, filter);
    if (test === null) return new Int32Array(0);
    selected = selected === null ? selectFrom(test, fields.rows(kind)) : narrow(selected, test);
  }
  return selected;
}

const IF_SET = Uint8Array.of(0, 1);

/** Null where the kind has no such field. */
function testOf(fields: Fields, maskOf: MaskOf, kind: AnyKind, filter: RowFilter): Test | null {
  const field = filter.dimension;
  switch (filter.op) {
    case 'in':
    case 'not-in': {
      const column = fields.codes(kind, field);
      if (column === null) return null;
      const merged = fields.columns.merged(dimensionOf(fields, kind, field));
      const named = new Set(filter.values.map((value) => (value === null ? null : (merged.get(value) ?? value))));
      return allowing(fields, kind, field, (name) => named.has(name) === (filter.op === 'in'));
    }
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return allowing(fields, kind, field, textTest(fields, kind, filter));
    case 'blank':
    case 'not-blank': {
      const mask = maskOf(kind, [[{ field, is: filter.op === 'blank' ? 'missing' : 'present' }]]);
      return { codes: mask ?? new Uint8Array(fields.rows(kind)).fill(1), allowed: IF_SET };
    }
    case 'between': {
      const decimals = fields.decimals(kind, field);
      const missing = decimals instanceof Int32Array ? NO_INT : NaN;
      return within(decimals, missing, scaled(filter.from, -Infinity), scaled(filter.to, Infinity));
    }
    case 'days':
      return within(fields.days(kind, field), NO_DAY, filter.from, filter.to);
  }
}

function scaled(value: number | null, open: number): number {
  return value === null ? open : Math.round(value * DECIMAL_SCALE);
}

function within(values: Int32Array | Float64Array | null, missing: number, low: number, high: number): Test | null {
  if (values === null) return null;
  const mask = new Uint8Array(values.length);
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? NaN;
    mask[row] = Number(value >= low && value <= high && value !== missing);
  }
  return { codes: mask, allowed: IF_SET };
}

function dimensionOf(fields: Fields, kind: AnyKind, field: string): string {
  return fields.columns.table(kind)?.fields.find(({ key }) => key === field)?.dimension ?? field;
}

function allowing(fields: Fields, kind: AnyKind, field: string, passes: (name: string | null) => boolean): Test | null {
  const column = fields.codes(kind, field);
  if (column === null) return null;
  const names = fields.columns.members(dimensionOf(fields, kind, field));
  const allowed = new Uint8Array(column.members);
  for (let code = 0; code < allowed.length; code++)
    allowed[code] = Number(passes(code === 0 ? null : (names[code] ?? '')));
  return { codes: column.codes, allowed };
}

/** Case does not matter, and what is merged is found by the names its files have as well, as in search. The unknown name has no text. */
function textTest(
  fields: Fields,
  kind: AnyKind,
  { dimension, op, text }: Extract<RowFilter, { readonly text: string }>,
): (name: string | null) => boolean {
  const part = fold(text);
  const has = (name: string): boolean => {
    const folded = fold(name);
    if (op === 'starts-with') return folded.startsWith(part);
    return op === 'ends-with' ? folded.endsWith(part) : folded.includes(part);
  };
  const written = new Set<string>();
  for (const [name, shown] of fields.columns.merged(dimensionOf(fields, kind, dimension)))
    if (has(name)) written.add(shown);
  const found = (name: string | null): boolean => name !== null && name !== '' && (has(name) || written.has(name));
  return op === 'not-contains' ? (name) => !found(name) : found;
}

function selectFrom({ codes, allowed }: Test, rows: number): Int32Array {
  const selected = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    selected[count] = row;
    count += allowed[codes[row] ?? 0] ?? 0;
  }
  return selected.slice(0, count);
}

function narrow(selected: Int32Array, { codes, allowed }: Test): Int32Array {
  let count = 0;
  for (let i = 0; i < selected.length; i++) {
    const row = selected[i] ?? 0;
    selected[count] = row;
    count += allowed[codes[row] ?? 0] ?? 0;
  }
  return selected.slice(0, count);
}
