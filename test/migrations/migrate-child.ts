/** Brings the workspace given to the made-up next version, until it is done or killed. */
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate, MIGRATIONS } from '#store/migrations.ts';
import { nextVersion } from './next-version.ts';

const path = process.argv[2] ?? '';
const db = new Database(path);
db.pragma('synchronous = EXTRA');
writeSync(1, 'open\n');
migrate(db, path, [...MIGRATIONS, nextVersion]);
writeSync(1, 'done\n');
db.close();
