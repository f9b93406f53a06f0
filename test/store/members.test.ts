import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Dictionary, readNames } from '#store/members.ts';
import { SCHEMA } from '#store/schema.ts';

function openedWithImport(): Database.Database {
  const db = new Database(':memory:');
  db.exec(SCHEMA);
  db.exec(
    `INSERT INTO import (id, kind, first_row_id, rows, record, row_digest, seal) VALUES (1, 'sale', 1, 0, '', x'', x'')`,
  );
  return db;
}

const odd = fc.constantFrom(
  '\0',
  'a\0b',
  '"',
  '\\',
  '\\u0041',
  '\u2028',
  '\uFEFF',
  '\uD800',
  'x\uDC00',
  '\n\t\u001F',
  '1e5',
  'null',
  '[]',
);
const name = fc.oneof(odd, fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1, maxLength: 3_000 }));

it('names of any letters come back as they were, by their code, however many are stored at a time', () => {
  fc.assert(
    fc.property(fc.array(fc.array(name, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), (batches) => {
      const db = openedWithImport();
      const dictionary = new Dictionary(db, 'customer');
      const given = new Map<number, string>();
      for (const batch of batches) {
        for (const one of batch) given.set(dictionary.codeOf(one) ?? 0, one.toWellFormed());
        dictionary.flush(db, 1);
      }
      const stored = readNames(db, 'customer');
      expect(stored).toHaveLength(new Set(batches.flat().map((one) => one.toWellFormed())).size + 1);
      for (const [code, one] of given) expect(stored[code]).toBe(one);
      db.close();
    }),
    { seed: 14, numRuns: 150 },
  );
});

it('a thousand names and one of a megabyte between them', () => {
  const db = openedWithImport();
  const dictionary = new Dictionary(db, 'order');
  const names = Array.from({ length: 3_001 }, (_, at) => (at === 1_500 ? 'ö'.repeat(2 ** 20) : `SO-${at}`));
  for (const one of names) dictionary.codeOf(one);
  dictionary.flush(db, 1);
  dictionary.flush(db, 1);
  expect(readNames(db, 'order')).toEqual(['', ...names]);
  db.close();
});
