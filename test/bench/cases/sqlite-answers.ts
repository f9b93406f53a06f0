import Database from 'better-sqlite3';
import { isoDate } from '#shared/calendar.ts';
import { BENCH_DAYS, BENCH_FIRST_DAY, benchRows } from '../data.ts';
import { TEN_QUESTIONS } from '../questions.ts';
import { CODED } from '../star.ts';
import { reportTimes, timesOf, type QuestionTimes } from '../times.ts';

/** SQLite's own GROUP BY over an integer star in memory, without indexes; the finest level alone, as it has no GROUPING SETS. */
const [rows = '0', only = ''] = process.argv.slice(2);
const db = new Database(':memory:');
db.exec(`CREATE TABLE sale (date INTEGER, ${CODED.map((name) => `${name} INTEGER`).join(', ')}, amount INTEGER) STRICT;
  CREATE TABLE day (date INTEGER PRIMARY KEY, year INTEGER, month INTEGER, week INTEGER) STRICT;
  ${CODED.map((name) => `CREATE TABLE ${name}_name (code INTEGER PRIMARY KEY, name TEXT) STRICT;`).join(' ')}`);
const codes = new Map(CODED.map((name) => [name, new Map<string, number>()]));
const codeOf = (dimension: (typeof CODED)[number], name: string): number => {
  const known = codes.get(dimension) ?? new Map<string, number>();
  const code = known.get(name) ?? known.size + 1;
  known.set(name, code);
  return code;
};
const insert = db.prepare('INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?, ?)');
db.transaction(() => {
  for (const { day, texts, amount } of benchRows(Number(rows))) {
    const [, customer, rep, region, product, category] = texts;
    const named = { customer, rep, region, product, category };
    insert.run(day, ...CODED.map((name) => codeOf(name, named[name])), amount * 100);
  }
  for (let day = BENCH_FIRST_DAY; day < BENCH_FIRST_DAY + BENCH_DAYS; day++) {
    const [year = 0, month = 0] = isoDate(day).split('-').map(Number);
    db.prepare('INSERT INTO day VALUES (?, ?, ?, ?)').run(
      day,
      year,
      (year - 2021) * 12 + month - 1,
      Math.floor((day + 3) / 7),
    );
  }
  for (const [dimension, names] of codes)
    for (const [name, code] of names) db.prepare(`INSERT INTO ${dimension}_name VALUES (?, ?)`).run(code, name);
})();
const times: QuestionTimes[] = [];
for (const { name, sqlite } of TEN_QUESTIONS) {
  if (!name.includes(only)) continue;
  const statement = db.prepare(sqlite).raw();
  times.push(await timesOf(name, () => ({ cells: statement.all().length, sum: () => null })));
}
reportTimes(times);
db.close();
