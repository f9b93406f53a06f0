import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import {
  beginOne,
  headerOf,
  importPlain,
  newFolder,
  typedBlocks,
  type Plain,
  type PlainImport,
} from './plain-import.ts';

const RUNS = Number(process.env['NYCKELTAL_HISTORIES'] ?? 150);
const NAMES = ['', 'Åkesson', 'Öberg', 'Totalbygg', 'Ünlü', '東京', 'a', 'A'];
const FIELDS = {
  sale: ['date', 'amount', 'customer', 'order', 'quantity', 'custom:Ship Mode', 'custom:Rush'],
  deal: ['created', 'customer', 'value', 'id', 'custom:Ship Mode'],
  lead: ['created', 'customer', 'qualified'],
} as const satisfies Partial<Record<RecordKind, readonly string[]>>;
const CUSTOM_TYPES = { 'custom:Rush': 'flag' } as const;

const text = fc.constantFrom(null, ...NAMES.slice(1));
const decimal = fc.option(
  fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(-99_999.9999, 123_456_789.0123, 4e9, -4e9)),
);
const date = fc.constantFrom(null, '1899-12-31', '2024-02-29', '2026-10-01');
const valueOf: Readonly<Record<string, fc.Arbitrary<Plain>>> = {
  date,
  created: date,
  amount: decimal,
  value: decimal,
  quantity: decimal,
  'custom:Rush': fc.option(fc.boolean()),
  qualified: fc.option(fc.boolean()),
};

const anImport: fc.Arbitrary<PlainImport> = fc
  .constantFrom('sale' as const, 'deal' as const, 'lead' as const)
  .chain((kind) =>
    fc.subarray([...FIELDS[kind]], { minLength: 1 }).chain((fields) => {
      const isInstant = kind === 'lead';
      const cells = fields.map((key) => {
        const value = valueOf[key] ?? text;
        return key === 'created' && isInstant
          ? value.map((day) => (day === null ? null : `${String(day)}T13:05`))
          : value;
      });
      return fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 60 }).map((rows) => ({
        kind,
        fields,
        customTypes: CUSTOM_TYPES,
        rows: rows.map((row) => Object.fromEntries(fields.map((key, i) => [key, row[i] ?? null]))),
      }));
    }),
  );

type Step =
  | { readonly do: 'import' | 'cancel'; readonly plain: PlainImport; readonly block: number }
  | { readonly do: 'undo' | 'again'; readonly which: number }
  | { readonly do: 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      plain: anImport,
      block: fc.integer({ min: 1, max: 70 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      plain: anImport,
      block: fc.integer({ min: 1, max: 70 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

interface Kept {
  readonly id: number;
  readonly plain: PlainImport;
}

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
});
afterEach(() => {
  place.remove();
});

const shown = (value: Plain): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

/** A field's column as the values a person wrote. */
function columnValues(
  store: WorkspaceStore,
  kind: RecordKind,
  key: string,
): readonly (string | number | null)[] | null {
  const columns = store.columns();
  const table = columns.table(kind);
  const codes = table?.codes(key);
  if (codes) {
    const dimension = table?.fields.find((field) => field.key === key)?.dimension ?? '';
    return Array.from(codes, (code) => columns.members(dimension)[code] || null);
  }
  const decimals = table?.decimals(key);
  if (decimals) return Array.from(decimals, (v) => (v === -2_147_483_648 || Number.isNaN(v) ? null : v / 10_000));
  const flags = table?.flags(key);
  return flags ? Array.from(flags, (flag) => (flag === 2 ? null : flag)) : null;
}

function agree(store: WorkspaceStore, model: readonly Kept[]): void {
  expect(store.imports().map(({ id }) => id)).toEqual(model.map(({ id }) => id));
  for (const kind of ['sale', 'deal', 'lead'] as const) {
    const rows = model.filter(({ plain }) => plain.kind === kind).flatMap(({ plain }) => plain.rows);
    expect(store.info().rows[kind] ?? 0).toBe(rows.length);
    const found = store.rowsAt(kind, [...rows.keys()]);
    const filled = FIELDS[kind].filter((key) => rows.some((row) => (row[key] ?? null) !== null));
    expect(found.fields.map(({ key }) => key)).toEqual(filled.toSorted());
    expect(found.rows.map(({ values }) => values)).toEqual(
      rows.map((row) => found.fields.map(({ key }) => shown(row[key] ?? null))),
    );
    for (const key of filled) {
      const values = columnValues(store, kind, key);
      if (values !== null) expect(values).toEqual(rows.map((row) => shown(row[key] ?? null)));
    }
  }
  const used = new Set(model.flatMap(({ plain }) => plain.rows.map((row) => row['customer'] ?? '')));
  expect(new Set(store.columns().members('customer'))).toEqual(new Set(['', ...used]));
}

/**
 * Random histories of imports, undos, cancelled imports and reopenings beside a plain list of what should be there.
 * After every step the rows, read both as rows and as columns, are those of the list.
 */
test('any history leaves what a plain list of its imports says', () => {
  let number = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const path = `${place.folder}/${++number}.nyckeltal`;
      let store = createWorkspace(path, { name: 'x' });
      let model: readonly Kept[] = [];
      const digests = new Map<string, string>();
      const key = (): string => JSON.stringify(model.map(({ plain }) => plain));
      try {
        for (const now of steps) {
          const before = store.digest();
          digests.set(key(), before);
          switch (now.do) {
            case 'import':
              model = [...model, { id: importPlain(store, now.plain, now.block).id, plain: now.plain }];
              break;
            case 'cancel': {
              const writer = beginOne(store, headerOf(now.plain));
              for (const block of typedBlocks(now.plain, now.block)) writer.write(block);
              writer.abort();
              expect(store.digest()).toBe(before);
              break;
            }
            case 'undo':
            case 'again': {
              const kept = model[now.which % Math.max(1, model.length)];
              if (kept === undefined) break;
              if (now.do === 'again') {
                model = [...model, { id: importPlain(store, kept.plain).id, plain: kept.plain }];
              } else {
                store.undoImport(kept.id);
                model = model.filter(({ id }) => id !== kept.id);
              }
              break;
            }
            case 'reopen':
              store.close();
              store = openWorkspace(path);
              expect(store.digest()).toBe(before);
          }
          agree(store, model);
          // The same imports give the same digest, however they came to be there.
          expect(store.digest()).toBe(digests.get(key()) ?? store.digest());
        }
        expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
        const fresh = createWorkspace(`${path}.fresh`, { name: 'x' });
        for (const { plain } of model) importPlain(fresh, plain);
        expect(store.digest()).toBe(fresh.digest());
        fresh.close();
      } finally {
        store.close();
      }
    }),
    { numRuns: RUNS, seed: 20_261_121 },
  );
});
