import {
  NO_DAY,
  UNBOUNDED,
  type DerivationRules,
  type Exchange,
  type FieldInfo,
  type KindTable,
  type WorkspaceColumns,
} from '#engine/ports/workspace-columns.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { CUSTOM_PREFIX, fieldOf, type AnyKind, type FieldDefinition, type RecordKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';

/** A row as a person would write it: ISO dates, texts, numbers in base units, true and false; an absent key or null is missing. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type PlainTables = Partial<Readonly<Record<RecordKind, readonly PlainRow[]>>>;

/** What is in force where a test says nothing: a calendar only where it asks for one. */
export const RULES: DerivationRules = {
  lapseDays: null,
  stageWeights: new Map(),
  acquisitionCategories: null,
  officeHours: { from: 8 * 60, to: 17 * 60 },
  calendar: null,
  fiscalYearStart: 1,
};

/** Columns of rows given as objects, for tests that do not want a store. Decimals are kept as Float64Array. */
export function columnsOfRows(
  tables: PlainTables,
  revision = 1,
  exchange: Exchange = { base: 'SEK', rates: [] },
  rules: Partial<DerivationRules> = {},
): WorkspaceColumns {
  const dictionaries = new Map<string, string[]>();
  const kinds = (Object.keys(tables) as RecordKind[]).filter((kind) => (tables[kind]?.length ?? 0) > 0);
  const built = new Map<AnyKind, KindTable>(
    kinds.map((kind) => [kind, tableOf(kind, tables[kind] ?? [], dictionaries)]),
  );
  return {
    revision,
    room: UNBOUNDED,
    table: (kind) => built.get(kind) ?? null,
    kinds: () => kinds,
    members: (dimension) => dictionaries.get(dimension) ?? [''],
    merged: () => new Map(),
    exchange: () => exchange,
    rules: () => ({ ...RULES, ...rules }),
  };
}

/** A column of one's own is of decimals where it has a number, of dates where it has nothing else. */
function definitionOf(kind: RecordKind, key: string, rows: readonly PlainRow[]): FieldDefinition {
  const values = rows.flatMap((row) => row[key] ?? []);
  const isDated = values.every((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
  const type = values.some((value) => typeof value === 'number') ? 'decimal' : isDated ? 'date' : 'text';
  const field = key.startsWith(CUSTOM_PREFIX) ? ({ key, type } as const) : fieldOf(kind, key);
  if (field === null) throw new Error(`no field ${kind}.${key}`);
  return field;
}

function tableOf(kind: RecordKind, rows: readonly PlainRow[], dictionaries: Map<string, string[]>): KindTable {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) =>
    rows.some((row) => row[key] !== undefined && row[key] !== null),
  );
  const definitions = keys.map((key) => definitionOf(kind, key, rows));
  const fields = definitions.map(({ key, type, unit, identifier }): FieldInfo => ({
    key,
    type,
    unit: unit ?? null,
    label: key.startsWith(CUSTOM_PREFIX) ? key.slice(CUSTOM_PREFIX.length) : null,
    dimension: type === 'text' ? key : null,
    identifier: identifier ?? false,
  }));
  const arrays = new Map(definitions.map((field) => [field.key, arrayOf(field, rows, dictionaries)]));
  const arrayIf = <T extends Int32Array | Float64Array | Uint8Array>(
    key: string,
    is: (array: unknown) => array is T,
    types: readonly string[],
  ): T | null => {
    const array = arrays.get(key);
    const type = definitions.find((field) => field.key === key)?.type ?? '';
    return types.includes(type) && is(array) ? array : null;
  };
  const isInt32 = (array: unknown): array is Int32Array => array instanceof Int32Array;
  return {
    kind,
    rows: rows.length,
    fields,
    codes: (key) => arrayIf(key, isInt32, ['text']),
    days: (key) => arrayIf(key, isInt32, ['date', 'instant']),
    decimals: (key) => arrayIf(key, (array): array is Float64Array => array instanceof Float64Array, ['decimal']),
    flags: (key) => arrayIf(key, (array): array is Uint8Array => array instanceof Uint8Array, ['flag']),
  };
}

function arrayOf(
  { key, type }: FieldDefinition,
  rows: readonly PlainRow[],
  dictionaries: Map<string, string[]>,
): Int32Array | Float64Array | Uint8Array {
  const values = rows.map((row) => row[key] ?? null);
  switch (type) {
    case 'text': {
      const names = dictionaries.get(key) ?? [''];
      dictionaries.set(key, names);
      const codes = new Map(names.map((name, code) => [name, code]));
      return Int32Array.from(values, (value) => {
        if (value === null || value === '') return 0;
        const name = String(value);
        const code = codes.get(name) ?? names.push(name) - 1;
        codes.set(name, code);
        return code;
      });
    }
    case 'date':
      return Int32Array.from(values, (value) => (value === null ? NO_DAY : (parseIsoDate(String(value)) ?? NO_DAY)));
    case 'instant':
      return Int32Array.from(values, (value) => {
        const day = parseIsoDate(String(value).slice(0, 10));
        const [hour = '0', minute = '0'] = String(value).slice(11).split(':');
        return day === null ? NO_DAY : day * 1440 + Number(hour) * 60 + Number(minute);
      });
    case 'decimal':
      return Float64Array.from(values, (value) => (value === null ? NaN : Math.round(Number(value) * DECIMAL_SCALE)));
    case 'flag':
      return Uint8Array.from(values, (value) => (value === null ? 2 : Number(value === true)));
  }
}
