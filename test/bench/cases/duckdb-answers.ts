import { DuckDBInstance } from '@duckdb/node-api';
import { TEN_QUESTIONS } from '../questions.ts';
import { duckdbStar } from '../star.ts';
import { reportTimes, timesOf, type QuestionTimes } from '../times.ts';

/**
 * DuckDB in memory with all its threads: from the statement to the whole result, in its own vectors or, as ours has it, as JavaScript
 * values.
 */
const [csv = '', as = 'values', only = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const statement of duckdbStar(csv)) await connection.run(statement);
const times: QuestionTimes[] = [];
for (const { name, duckdb, scale } of TEN_QUESTIONS) {
  if (!name.includes(only)) continue;
  const run = async () => {
    const result = await connection.runAndReadAll(duckdb);
    const rows = as === 'values' ? result.getRows() : null;
    const sum = (): number => (rows ?? result.getRows()).reduce((all, row) => all + Number(row.at(-1) ?? 0), 0);
    return { cells: result.currentRowCount, sum: () => (scale === null ? null : sum() / scale) };
  };
  times.push(await timesOf(name, run));
}
reportTimes(times);
connection.closeSync();
