import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCsv } from './data.ts';
import { runCase, type CaseResult } from './run-case.ts';
import { MOST_CELLS_WHOLE } from './questions.ts';
import type { QuestionTimes } from './times.ts';

export type Budget = readonly [name: string, measured: number, limit: number];

interface CaseTimes {
  readonly bytes: number;
  readonly times: readonly QuestionTimes[];
  readonly megabytes: number | null;
}

/** Above this SQLite takes minutes for nothing new. */
const MOST_FOR_SQLITE = 1_000_000;

/** Beyond this a customer's products are more groups than a table may have. */
const MOST_FOR_TABLES = 1_000_000;

/** Asks ten questions of ours, DuckDB and SQLite over the same ledger; prints them side by side and gives what is to be kept. */
export async function compareAnswers(rows: number): Promise<readonly Budget[]> {
  const label = `${(rows / 1000).toLocaleString('en')} k rows`;
  const csv = await benchCsv(rows);
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-ledger-'));
  try {
    const workspace = join(folder, 'ledger.nyckeltal');
    process.stderr.write(`Ten questions, ${label}\n`);
    await runCase('own-ledger', [csv, workspace]);
    const dashboard = await runCase('own-dashboard', [workspace]);
    const ours = timesIn(await runCase('own-answers', [workspace]));
    const tables = rows > MOST_FOR_TABLES ? [] : timesIn(await runCase('own-tables', [workspace])).times;
    const duckdb = timesIn(await runCase('duckdb-answers', [csv, 'values']));
    const vectors = timesIn(await runCase('duckdb-answers', [csv, 'vectors']));
    const sqlite = rows > MOST_FOR_SQLITE ? null : timesIn(await runCase('sqlite-answers', [String(rows)]));
    return [...print(label, rows, { ours, duckdb, vectors, sqlite }, dashboard), ...windowBudgets(label, tables)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timesIn({ note, megabytes }: CaseResult): CaseTimes {
  if (!note.startsWith('{')) throw new Error(note);
  return { ...(JSON.parse(note) as Omit<CaseTimes, 'megabytes'>), megabytes };
}

interface Engines {
  readonly ours: CaseTimes;
  /** Its answers as JavaScript values, as ours are. */
  readonly duckdb: CaseTimes;
  /** Left in its own vectors, where no page could read them. */
  readonly vectors: CaseTimes;
  readonly sqlite: CaseTimes | null;
}

function print(
  label: string,
  rows: number,
  { ours, duckdb, vectors, sqlite }: Engines,
  dashboard: CaseResult,
): readonly Budget[] {
  const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1)).padStart(9);
  process.stdout.write(
    `\nTen questions with their totals, ${label}, median of warm runs in ms (SQLite: without totals)\n`,
  );
  process.stdout.write(`     ours    DuckDB   SQLite  ours ÷ DuckDB  ÷ DuckDB’s vectors\n`);
  const toVectors = ({ median }: QuestionTimes, i: number): number => median / (vectors.times[i]?.median ?? Number.NaN);
  const ratios = ours.times.map((own, i): number => {
    const peer = duckdb.times[i];
    const ratio = (own.wholeMedian ?? own.median) / (peer?.median ?? Number.NaN);
    if (differ(own.sum, peer?.sum ?? null))
      throw new Error(`${own.name}: ${String(own.sum)}, not ${String(peer?.sum)}`);
    process.stdout.write(
      `${ms(own.median)} ${ms(peer?.median)}${ms(sqlite?.times[i]?.median)}  ${ratio.toFixed(2).padStart(5)}  ${toVectors(own, i).toFixed(2).padStart(5)}  ${own.name}${wholeNote(own)}\n`,
    );
    // What the budget goes by: each answer where its engine leaves it.
    return toVectors(own, i);
  });
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  const memory = [ours, duckdb, sqlite].map((one) => (one?.megabytes ?? 0).toFixed(0));
  process.stdout.write(`  peak MB ${memory.join(', ')}; columns ${(ours.bytes / rows).toFixed(1)} bytes a row; `);
  process.stdout.write(`first dashboard ${dashboard.milliseconds.toFixed(0)} ms, ${dashboard.note}\n`);
  const slowest = Math.max(...ours.times.filter(({ cells }) => cells <= MOST_CELLS_WHOLE).map(({ median }) => median));
  const factor = Math.max(1, rows / 1_000_000);
  return [
    [`${label}: geometric mean ÷ DuckDB ≤ 1`, mean, 1],
    [`${label}: worst ÷ DuckDB ≤ 1.5`, Math.max(...ratios), 1.5],
    [`${label}: slowest of up to ${String(MOST_CELLS_WHOLE)} cells, ms`, slowest, 40 * factor],
    [`${label}: columns, bytes a row`, ours.bytes / rows, 60],
    ...(rows === 1_000_000 ? [[`${label}: first dashboard, ms`, dashboard.milliseconds, 1000] as const] : []),
  ];
}

const wholeNote = ({ cells, wholeMedian }: QuestionTimes): string =>
  wholeMedian === undefined
    ? ''
    : ` (as a table; ${wholeMedian.toFixed(1)} with all ${cells.toLocaleString('en')} cells as objects)`;

function windowBudgets(label: string, times: CaseTimes['times']): readonly Budget[] {
  return times.map(({ name, median, cells }) => [
    `${label}: first window of ${name}, ${cells.toLocaleString('en')} cells, ms`,
    median,
    100,
  ]);
}

function differ(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a));
}
