import type { Database } from 'better-sqlite3';
import { rememberedMappingSchema, type RememberedMapping } from '#shared/importing.ts';

/** Remembers how a file with these headers was read, in place of what was remembered before. */
export function writeMapping(db: Database, { fingerprint, ...mapping }: RememberedMapping): void {
  db.prepare(
    'INSERT INTO mapping (fingerprint, value) VALUES (?, ?) ON CONFLICT (fingerprint) DO UPDATE SET value = excluded.value',
  ).run(fingerprint, JSON.stringify(mapping));
}

export function deleteMapping(db: Database, fingerprint: string): void {
  db.prepare('DELETE FROM mapping WHERE fingerprint = ?').run(fingerprint);
}

/** Used last first. */
export function readMappings(db: Database): readonly RememberedMapping[] {
  return db
    .prepare<[], { fingerprint: string; value: string }>('SELECT fingerprint, value FROM mapping ORDER BY fingerprint')
    .all()
    .map(({ fingerprint, value }) => {
      const stored: unknown = JSON.parse(value);
      return rememberedMappingSchema.parse(Object.assign({ fingerprint }, stored));
    })
    .toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : a.usedAt > b.usedAt ? -1 : 0));
}
