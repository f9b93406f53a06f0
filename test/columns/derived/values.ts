import { fieldsOf, type Fields } from '#columns/fields.ts';
import { NO_DAY, type DerivationRules } from '#engine/ports/workspace-columns.ts';
import { isoDate } from '#shared/calendar.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { columnsOfRows, type PlainTables } from '../../support/columns-of-rows.ts';

export type Value = string | number | boolean | null;

/** The fields over rows given as objects. */
export function fieldsOver(tables: PlainTables, rules: Partial<DerivationRules> = {}): Fields {
  return fieldsOf(columnsOfRows(tables, 1, { base: 'SEK', rates: [] }, rules));
}

/** A field's values row by row as a person would write them: numbers in base units, ISO dates, names, true and false; null where missing. */
export function valuesOf(fields: Fields, kind: AnyKind, key: string): readonly Value[] {
  const decimals = fields.decimals(kind, key);
  if (decimals !== null) return Array.from(decimals, (value) => (Number.isNaN(value) ? null : value / 10_000));
  const days = fields.days(kind, key);
  if (days !== null) return Array.from(days, (day) => (day === NO_DAY ? null : isoDate(day)));
  const flags = fields.flags(kind, key);
  if (flags !== null) return Array.from(flags, (flag) => (flag === 2 ? null : flag === 1));
  const codes = fields.codes(kind, key);
  if (codes === null) return [];
  const names = fields.names(kind, key);
  return Array.from(codes.codes, (code) => (code === 0 ? null : (names[code] ?? `#${String(code)}`)));
}

/** The same for rows and a kind at once. */
export function derived(
  tables: PlainTables,
  kind: AnyKind,
  key: string,
  rules: Partial<DerivationRules> = {},
): readonly Value[] {
  return valuesOf(fieldsOver(tables, rules), kind, key);
}

/** Rows of a kind as objects of these fields. */
export function rowsOf(fields: Fields, kind: AnyKind, keys: readonly string[]): readonly Record<string, Value>[] {
  const columns = keys.map((key) => valuesOf(fields, kind, key));
  return Array.from({ length: fields.rows(kind) }, (_, row) =>
    Object.fromEntries(keys.map((key, at) => [key, columns[at]?.[row] ?? null])),
  );
}
