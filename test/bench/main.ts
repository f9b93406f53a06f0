import { existsSync } from 'node:fs';
import { compareAnswers, type Budget } from './answers.ts';
import { benchCsv, benchXlsx } from './data.ts';
import { measureReports } from './reports.ts';
import { runCase, type CaseResult } from './run-case.ts';

/**
 * `npm run bench`: ours and the peers in turn, each in a process of its own, on data made by a seeded generator.
 * `npm run bench -- --quick` takes a tenth of the rows, `-- --large` asks the
 * ten questions of ten million as well. Ratios hold between machines; times do not.
 */
interface Line {
  readonly group: string;
  readonly name: string;
  readonly result: CaseResult;
}

const quick = process.argv.includes('--quick');
const many = quick ? 100_000 : 1_000_000;
const lines: Line[] = [];

type Case = readonly [name: string, script: string];

async function measure(group: string, [name, script]: Case, file: string): Promise<CaseResult> {
  process.stderr.write(`${group}: ${name}\n`);
  const result = await runCase(script, [file]);
  lines.push({ group, name, result });
  return result;
}

/** Ours and a peer in turn, three times: of each the run of middle length. */
async function compare(group: string, file: string, cases: readonly Case[]): Promise<readonly CaseResult[]> {
  const runs = cases.map((): CaseResult[] => []);
  for (let round = 1; round <= 3; round++) {
    for (const [index, [name, script]] of cases.entries()) {
      process.stderr.write(`${group}: ${name}, ${round} of 3\n`);
      runs[index]?.push(await runCase(script, [file]));
    }
  }
  return cases.map(([name], index) => {
    const [, middle] = (runs[index] ?? []).toSorted((a, b) => a.milliseconds - b.milliseconds);
    if (middle === undefined) throw new Error(`${name} was not run.`);
    lines.push({ group, name, result: middle });
    return middle;
  });
}

const csv = await benchCsv(many);
const xlsx = benchXlsx(many);
const smallXlsx = benchXlsx(100_000);
const title = (rows: number, what: string): string => `${what}, ${(rows / 1000).toLocaleString('en')} k rows × 12`;

const OURS: Case = ['Nyckeltal, read to committed rows', 'own-import'];
const [own, sheetjs] = await compare(title(many, 'XLSX'), xlsx, [OURS, ['SheetJS 0.20.3, read only', 'sheetjs-read']]);
const [ownSmall, exceljs] = await compare(title(100_000, 'XLSX'), smallXlsx, [
  OURS,
  ['exceljs 4.4, streaming read only', 'exceljs-stream'],
]);
const hasSqlite = ['/usr/bin/sqlite3', '/usr/local/bin/sqlite3', '/opt/homebrew/bin/sqlite3'].some(existsSync);
const [ownCsv, sqlite] = await compare(title(many, 'CSV'), csv, [
  OURS,
  ...(hasSqlite ? [['sqlite3 .import, text rows', 'sqlite-import'] as const] : []),
]);
const cancel = quick
  ? null
  : await measure(title(many, 'Cancel while reading XLSX'), ['Nyckeltal', 'own-cancel'], xlsx);
await measure(title(many, 'Questions, warm'), ['Nyckeltal', 'own-questions'], csv);
const catalogue = await measure(
  title(many, 'Every KPI of a year, deals, leads, activities and subscriptions beside'),
  ['Nyckeltal', 'own-catalogue'],
  csv,
);
const rows = await measure(title(many, 'A page of rows, warm'), ['Nyckeltal', 'own-rows'], csv);

const reports = await measureReports(measure);

const answers: Budget[] = [];
for (const size of [100_000, ...(quick ? [] : [1_000_000]), ...(process.argv.includes('--large') ? [10_000_000] : [])])
  answers.push(...(await compareAnswers(size)));

const ratio = (ours: CaseResult | undefined, peer: CaseResult | undefined): number =>
  (ours?.milliseconds ?? Number.NaN) / (peer?.milliseconds ?? Number.NaN);
const seconds = (result: CaseResult): string => (result.milliseconds / 1000).toFixed(2).padStart(7);
const memory = (result: CaseResult): string =>
  (result.megabytes === null ? '–' : result.megabytes.toFixed(0)).padStart(6);
let group = '';
for (const line of lines) {
  if (line.group !== group) process.stdout.write(`\n${line.group}\n       s     MB\n`);
  group = line.group;
  process.stdout.write(`${seconds(line.result)} ${memory(line.result)}  ${line.name}  (${line.result.note})\n`);
}

const budgets: readonly Budget[] = [
  ['XLSX import ÷ SheetJS read ≤ 1/6', ratio(own, sheetjs), 1 / 6],
  ['XLSX import, MB ≤ 400', own?.megabytes ?? Number.NaN, 400],
  ['XLSX 100 k import ÷ exceljs stream ≤ 1/3', ratio(ownSmall, exceljs), 1 / 3],
  ...(hasSqlite ? [['CSV import ÷ sqlite3 .import ≤ 2', ratio(ownCsv, sqlite), 2] as const] : []),
  ['CSV import, MB ≤ 400', ownCsv?.megabytes ?? Number.NaN, 400],
  ...(cancel === null ? [] : [['Cancel, s ≤ 1', cancel.milliseconds / 1000, 1] as const]),
  ['Every KPI of a year, s ≤ 1', catalogue.milliseconds / 1000, 1],
  ['Page of rows, ms ≤ 100', rows.milliseconds, 100],
  ...reports,
  // At 100 k rows what there is beside the rows counts as much as they do.
  ...answers.filter(([name]) => quick || !name.startsWith('100 k')),
];
process.stdout.write('\nBudgets\n');
for (const [name, measured, limit] of budgets) {
  process.stdout.write(`  ${measured <= limit ? 'kept  ' : 'MISSED'}  ${name}: ${measured.toFixed(3)}\n`);
}
if (!hasSqlite) process.stdout.write('  not measured: CSV import ÷ sqlite3 .import (no sqlite3 command here)\n');
if (!quick && budgets.some(([, measured, limit]) => !(measured <= limit))) process.exitCode = 1;
