import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanText } from '#engine/import/cells.ts';
import type { TypedField, TypedValues } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Input, Method, Output } from '#shared/contract.ts';
import { LOCALES } from '#shared/format.ts';
import {
  customKey,
  FIELDS_BY_KIND,
  RECORD_KINDS,
  type FieldDefinition,
  type RecordKind,
} from '#shared/record-kinds.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { valuesByField } from '../support/values-by-field.ts';

const RUNS = Number(process.env['NYCKELTAL_OWN_EXPORTS'] ?? 6);

/** What spreadsheets, readers and rules for other files make something else of. */
const NASTY = [
  '=cmd()', "'=cmd()", "''=x", '+46 8 123', '-5', '@sum', '＝1+1', "'tis", "''", '"', '""', 'a"b;c,d\te|f', 'rad 1\nrad 2', 'rad 1\r\nrad 2\r3',
  '007', '0', '1,5', '1.5', '1,234', '1 234', '12,50', '1e5', '123456789012345678', '2026-01-13', '3-Sep', '45000', 'true', 'Ja', '#REF!', '#N/A', 'N/A', '-', 'null',
  'Summa', 'Totalt', 'Grand Total', 'Delsumma Norr', 'Totalbygg AB', 'Copyright (c) 2026', 'Datum', 'Select', 'Vunnen', 'januari', '🙈 emoji', 'e\u0301', '_x000D_', '<b>&amp;</b>', '\u0001', '\ufffe', 'a\u00a0b', '\u200b', "'",
]; // prettier-ignore
const text = fc
  .oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constant('x'.repeat(3000)),
  )
  .map((value) => cleanText(value.toWellFormed()))
  .filter((value) => value !== '' && !value.includes('\0'));
const day = fc.oneof(
  fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 12, 31) }),
  fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2026, 12, 31) }),
);
const anyDay = fc.oneof(day, fc.constantFrom(dayOf(1, 1, 1), dayOf(1582, 10, 4), dayOf(9999, 12, 31)));
const decimal = fc.oneof(
  fc.integer({ min: -100_000_000, max: 100_000_000 }),
  fc.constantFrom(0, 1, -1, 12_340, 12_345_670, 10_000, 600_000_000_000_001, -2_147_483_648),
);
/** No receipt sums these. */
const unsummed = fc.oneof(decimal, fc.maxSafeInteger(), fc.constantFrom(Number.MAX_SAFE_INTEGER, 10 ** 15 + 1));

/** Fields of a kind and of the file's own; the needed ones always. */
function fieldsOf(kind: RecordKind): fc.Arbitrary<readonly (FieldDefinition & { readonly label: string | null })[]> {
  const known = FIELDS_BY_KIND[kind].map((field) => ({ ...field, label: null }));
  const header = fc
    .oneof(text, fc.constantFrom('Belopp', 'Kund', 'Lager [tal]', 'Lager', 'lager', 'A-B', 'A B', 'Källrad', '2024'))
    .map((value) => cleanText(value.replace(/\s+/g, ' ').slice(0, 40)))
    .filter((value) => value !== '');
  const shape = fc.constantFrom(
    { type: 'text' }, { type: 'text', identifier: true }, { type: 'decimal' }, { type: 'decimal', unit: 'ratio' }, { type: 'date' },
  ) as fc.Arbitrary<Pick<FieldDefinition, 'type' | 'identifier' | 'unit'>>; // prettier-ignore
  const customs = fc
    .uniqueArray(fc.tuple(header, shape), { maxLength: 4, selector: ([name]) => customKey(name) })
    .map((list) => list.map(([label, own]) => ({ ...own, key: customKey(label), label })));
  const isNeeded = (field: FieldDefinition): boolean => field.needed === true || field.neededUnless !== undefined;
  return fc
    .tuple(fc.subarray(known.filter((field) => !isNeeded(field))), customs)
    .map(([some, own]) => [...known.filter(isNeeded), ...some, ...own]);
}

const isNeeded = ({ needed, neededUnless }: FieldDefinition): boolean => needed === true || neededUnless !== undefined;

/** Values of a field in so many rows; null where there is none. */
function valuesOf(field: FieldDefinition & { readonly label: string | null }, rows: number): fc.Arbitrary<TypedValues> {
  const column = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly (T | null)[]> =>
    fc.array(isNeeded(field) ? value : fc.option(value), { minLength: rows, maxLength: rows });
  switch (field.type) {
    case 'text':
      return column(text).map((values) => {
        const texts = ['', ...new Set(values.flatMap((value) => value ?? []))];
        return { type: 'text', codes: Int32Array.from(values, (value) => texts.indexOf(value ?? '')), texts };
      });
    case 'date':
      return column(field.label === null ? day : anyDay).map((values) => ({ type: 'day', days: Int32Array.from(values, (value) => value ?? NO_DAY) })); // prettier-ignore
    case 'instant':
      return column(fc.tuple(day, fc.nat({ max: 1439 }))).map((values) => ({
        type: 'day',
        days: Int32Array.from(values, (value) => (value === null ? NO_DAY : value[0] * 1440 + value[1])),
      }));
    case 'decimal':
      return column(field.unit === 'money' || field.unit === 'quantity' ? decimal : unsummed).map((values) => ({ type: 'decimal', scaled: Float64Array.from(values, (value) => value ?? NaN) })); // prettier-ignore
    case 'flag':
      return column(fc.nat({ max: 1 })).map((values) => ({ type: 'flag', flags: Uint8Array.from(values, (value) => value ?? 2) })); // prettier-ignore
  }
}

interface Rows {
  readonly fields: readonly TypedField[];
  readonly values: readonly TypedValues[];
  readonly rows: number;
}
const rowsOf = (kind: RecordKind): fc.Arbitrary<Rows> =>
  fc.tuple(fieldsOf(kind), fc.integer({ min: 1, max: 12 })).chain(([fields, rows]) =>
    fc.tuple(...fields.map((field) => valuesOf(field, rows))).map((values) => ({
      fields: fields.map(({ key, type, unit, label, identifier }) => ({
        key,
        type,
        unit: unit ?? null,
        label,
        identifier: identifier === true,
      })),
      values,
      rows,
    })),
  );

/** A workspace that holds these rows, whatever file they may have come from. */
function storedAt(path: string, kind: RecordKind, { fields, values, rows }: Rows): void {
  const store = createWorkspace(path, { name: 'Från' });
  const group = store.beginImports();
  const writer = group.begin({ kind, fields });
  writer.write({ rows, fileRows: Int32Array.from({ length: rows }, (_, i) => i + 2), values, keys: new Int32Array(2 * rows) }); // prettier-ignore
  const none = { header: 1, skipped: 0, totals: 0, duplicates: 0, rejected: 0 };
  writer.commit({
    kind,
    file: { name: '=fil.csv', size: 1, sha256: 'a'.repeat(64) },
    sheet: null,
    importedAt: '2026-10-02T09:00',
    rows,
    from: null,
    to: null,
    mapping: {},
    format: { encoding: null, separator: null, decimal: null, date: null },
    receipt: {
      rows: { read: rows + 1, ...none, imported: rows },
      changes: { updated: 0, kept: 0, replaced: 0 },
      sums: {},
      rounded: 0,
      derived: [],
      rejectedByReason: [],
    },
  });
  group.commit();
  store.close();
}

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-own-'));
let host: Host;
let next = 0;
const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const result = await host.call(method, input);
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.details)}`);
  return result.value as Output<M>;
};
beforeAll(() => {
  const places = { library: join(folder, 'l'), config: join(folder, 'c'), temporary: join(folder, 't') };
  host = createHost({ ...places, shell: 'test', version: '1', today: '2026-10-02', checkOutputs: true });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Values by field of a workspace file. */
function content(path: string, kind: RecordKind) {
  const store = openWorkspace(path);
  try {
    return valuesByField(store.columns(), kind);
  } finally {
    store.close();
  }
}

describe.each(['csv', 'xlsx'] as const)('rows written as %s are read back as they were', (format) => {
  it.each(RECORD_KINDS)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(kind), fc.constantFrom(...LOCALES), async (rows, locale) => {
        const [from, to] = [join(folder, `${++next}-from.nyckeltal`), join(folder, `${next}-to.nyckeltal`)];
        storedAt(from, kind, rows);
        const opened = await host.addWorkspace(from);
        if (!opened.ok) throw new Error(opened.error.code);
        await call('workspace.open', { id: opened.value.id });
        const made = await call('data.export', { taskId: 'export', kind, search: '', filters: [], sort: null, format, locale }); // prettier-ignore
        const file = await host.download(made.downloadId);
        expect((await host.createWorkspace(to)).ok).toBe(true);
        const added = file.ok ? await host.addFile(file.value.path, file.value.name) : file;
        if (!added.ok) throw new Error(added.error.code);
        const inspection = await call('import.inspect', { taskId: 'look', fileId: added.value.fileId, options: {} });
        expect([inspection.preset, inspection.kind, inspection.tables.length]).toEqual(['own-export', kind, 1]);
        const record = await call('import.commit', { taskId: 'import', stageId: inspection.stageId, options: {} });
        expect(record.receipt.rows).toMatchObject({ read: rows.rows + 1, imported: rows.rows, rejected: 0 });
        await call('workspace.close', {});
        expect(content(to, kind)).toEqual(content(from, kind));
      }),
      { seed: 21, numRuns: RUNS },
    );
  });
});
