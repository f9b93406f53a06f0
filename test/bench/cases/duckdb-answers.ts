import { DuckDBInstance } from '@duckdb/node-api';
import { TEN_QUESTIONS } from '../questions.ts';
import { duckdbStar } from '../star.ts';
import { reportTimes, timesOf, type QuestionTimes } from '../times.ts';

/** DuckDB in memory with all its threads: from the statement to the whole result in its own vectors, none of it as JavaScript values. */
const [csv = '', only = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const statement of duckdbStar(csv)) await connection.run(statement);
const times: QuestionTimes[] = [];
for (const { name, duckdb, scale } of TEN_QUESTIONS) {
  if (!name.includes(only)) continue;
  const run = async () => {
    const result = await connection.runAndReadAll(duckdb);
    const values = () => result.getRows().map((row) => Number(row.at(-1) ?? 0));
    return {
      cells: result.currentRowCount,
      sum: () => (scale === null ? null : values().reduce((sum, value) => sum + value, 0) / scale),
    };
  };
  times.push(await timesOf(name, run));
}
reportTimes(times);
connection.closeSync();
