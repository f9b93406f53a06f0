import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Merge } from '#store/merges.ts';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain, newFolder } from './plain-import.ts';

const RUNS = Number(process.env['NYCKELTAL_HISTORIES'] ?? 150);
const NAMES = ['AB Björk', 'Björk AB', 'BJÖRK', 'Ek', 'GTXPro', 'GTX Pro'];
const KINDS = ['sale', 'deal'] as const;
type Kind = (typeof KINDS)[number];

interface KeptImport {
  readonly id: number;
  readonly kind: Kind;
  readonly customers: readonly (string | null)[];
}
interface Model {
  readonly imports: readonly KeptImport[];
  readonly merges: readonly Merge[];
}

const name = fc.constantFrom(...NAMES);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      kind: fc.constantFrom(...KINDS),
      customers: fc.array(fc.option(name), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      names: fc.subarray(NAMES, { minLength: 1, maxLength: 3 }),
      into: fc.oneof(name, fc.constant('Björk & Co')),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo import' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo merge' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
});
afterEach(() => {
  place.remove();
});

/** Every merge in turn, over what the ones before it have made of a name. */
const shown = ({ merges }: Model, written: string | null): string | null =>
  merges.reduce<string | null>((now, { names, into }) => (now !== null && names.includes(now) ? into : now), written);

function agree(store: WorkspaceStore, model: Model): void {
  const columns = store.columns();
  const members = columns.members('customer');
  for (const kind of KINDS) {
    const written = model.imports.filter((each) => each.kind === kind).flatMap(({ customers }) => customers);
    if (written.every((each) => each === null)) continue;
    const expected = written.map((each) => shown(model, each));
    expect(Array.from(columns.table(kind)?.codes('customer') ?? [], (code) => members[code] || null)).toEqual(expected);
    const found = store.rowsAt(kind, [...written.keys()]);
    const at = found.fields.findIndex(({ key }) => key === 'customer');
    expect(found.rows.map(({ values }) => values[at])).toEqual(expected);
    expect(found.rows.map((row) => row.written['customer'] ?? row.values[at])).toEqual(written);
  }
  const used = model.imports.flatMap(({ customers }) => customers.flatMap((each) => each ?? []));
  expect(new Set(members.filter((each) => each !== ''))).toEqual(new Set(used.map((each) => shown(model, each))));
  expect(Object.fromEntries(store.names.rowsByWrittenName('customer'))).toEqual(
    Object.fromEntries([...new Set(used)].map((each) => [each, used.filter((other) => other === each).length])),
  );
  expect(store.names.merges()).toEqual(model.merges);
}

/** Random histories of imports, merges, their undos and reopenings beside two plain lists. */
test('any history of merges leaves what a plain list of them says', () => {
  let number = 0;
  let merged = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const path = `${place.folder}/${++number}.nyckeltal`;
      let store = createWorkspace(path, { name: 'x' });
      let model: Model = { imports: [], merges: [] };
      const digests = new Map<string, string>();
      try {
        for (const now of steps) {
          switch (now.do) {
            case 'import': {
              const rows = now.customers.map((customer, amount) => ({ customer, amount }));
              const { id } = importPlain(store, { kind: now.kind, fields: ['customer'], rows });
              model = { ...model, imports: [...model.imports, { id, kind: now.kind, customers: now.customers }] };
              break;
            }
            case 'merge': {
              const there = store.columns().members('customer');
              const names = now.names.filter((each) => each !== now.into && there.includes(each));
              if (names.length === 0) break;
              merged += 1;
              model = {
                ...model,
                merges: [...model.merges, store.names.merge({ ...now, dimension: 'customer', names })],
              };
              break;
            }
            case 'undo import': {
              const undone = model.imports[now.which % Math.max(1, model.imports.length)];
              if (undone === undefined) break;
              store.undoImport(undone.id);
              model = { ...model, imports: model.imports.filter((each) => each !== undone) };
              break;
            }
            case 'undo merge': {
              const undone = model.merges[now.which % Math.max(1, model.merges.length)];
              if (undone === undefined) break;
              store.names.undoMerge(undone.id);
              model = { ...model, merges: model.merges.filter((each) => each !== undone) };
              break;
            }
            case 'reopen':
              store.close();
              store = openWorkspace(path);
          }
          agree(store, model);
          // The same imports and merges give the same digest, however they came to be there.
          const key = JSON.stringify([
            model.imports.map(({ kind, customers }) => [kind, customers]),
            model.merges.map(({ names, into }) => [names, into]),
          ]);
          const digest = store.digest();
          expect(digest).toBe(digests.get(key) ?? digest);
          digests.set(key, digest);
        }
        expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
      } finally {
        store.close();
      }
    }),
    { numRuns: RUNS, seed: 20_261_121 },
  );
  expect(merged).toBeGreaterThan(RUNS / 2);
});
