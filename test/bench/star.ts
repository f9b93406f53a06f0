import { BENCH_FIRST_DAY, BENCH_HEADER, BENCH_DAYS } from './data.ts';

/** The ledger as peers have it: `sale` with integer codes, a table of names by dimension, and the months, weeks and years of days. */
export const CODED = ['customer', 'rep', 'region', 'product', 'category'] as const;

/** Statements that make the star of a CSV in DuckDB; money in ten-thousandths, as ours is. */
export function duckdbStar(csv: string): readonly string[] {
  const names = BENCH_HEADER.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  const codes = CODED.map((name) => `${name}_name.code::INTEGER AS ${name}`).join(', ');
  const joins = CODED.map((name) => `JOIN ${name}_name ON ${name}_name.name = raw.${name}`).join(' ');
  return [
    `CREATE TEMP TABLE raw AS SELECT * FROM read_csv('${csv}', header = true, columns = {${names}})`,
    ...CODED.map(
      (name) =>
        `CREATE TABLE ${name}_name AS SELECT row_number() OVER (ORDER BY name) AS code, name FROM (SELECT DISTINCT ${name} AS name FROM raw)`,
    ),
    `CREATE TABLE sale AS SELECT raw.date::DATE - DATE '1970-01-01' AS date, ${codes}, (amount::DECIMAL(18, 2) * 10000)::BIGINT AS amount
     FROM raw ${joins} ORDER BY raw.rowid`,
    'DROP TABLE raw',
    `CREATE TABLE day AS SELECT date, year(moment) AS year, (year(moment) - 2021) * 12 + month(moment) - 1 AS month, (date + 3) // 7 AS week
     FROM (SELECT i::INTEGER AS date, DATE '1970-01-01' + i::INTEGER AS moment FROM range(${String(BENCH_FIRST_DAY)}, ${String(BENCH_FIRST_DAY + BENCH_DAYS)}) AS days(i))`,
  ];
}
