import Database from 'better-sqlite3';
import { columnName, readFields } from './fields.ts';
import { rowTable, SCHEMA } from './schema.ts';

/** What the schema says, by name: spaces and the columns added for fields left out. */
function tablesOf(db: Database.Database): string {
  const rows = db
    .prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema ORDER BY name')
    .all();
  return JSON.stringify(
    rows.map(({ name, sql }) => [name, sql?.replaceAll(/\s/g, '').replaceAll(/,f\d+INTEGER/g, '') ?? null]),
  );
}

let expected: string | null = null;

function expectedTables(): string {
  if (expected === null) {
    const fresh = new Database(':memory:');
    fresh.exec(SCHEMA);
    expected = tablesOf(fresh);
    fresh.close();
  }
  return expected;
}

/** True when the tables are those of a new file and every field has its column: nothing lost, renamed or added. */
export function hasExpectedSchema(db: Database.Database): boolean {
  if (tablesOf(db) !== expectedTables()) return false;
  const columns = db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  return readFields(db).every((field) => columns.get(rowTable(field.kind), columnName(field)) !== undefined);
}
