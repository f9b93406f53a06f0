import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { report } from '../run-case.ts';

/** The sqlite3 shell's own .import of a CSV into a table of text. */
const database = `${process.argv[2] ?? ''}.sqlite`;
rmSync(database, { force: true });
const start = performance.now();
execFileSync('sqlite3', [database, '-cmd', '.mode csv', `.import "${process.argv[2] ?? ''}" t`]);
const milliseconds = performance.now() - start;
const rows = execFileSync('sqlite3', [database, 'select count(*) from t']).toString().trim();
rmSync(database, { force: true });
report(milliseconds, `${rows} rows`, null);
