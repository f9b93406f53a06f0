import { existsSync } from 'node:fs';
import { benchCsv, benchXlsx } from './data.ts';
import { runCase, type CaseResult } from './run-case.ts';

/**
 * `npm run bench`: ours and the peers in turn, each in a process of its own, on data made by a seeded generator.
 * `npm run bench -- --quick` takes a tenth of the rows. Ratios hold between machines; times do not.
 */
interface Line {
  readonly group: string;
  readonly name: string;
  readonly result: CaseResult;
}

const quick = process.argv.includes('--quick');
const many = quick ? 100_000 : 1_000_000;
const lines: Line[] = [];

async function measure(group: string, name: string, script: string, file: string): Promise<CaseResult> {
  process.stderr.write(`${group}: ${name}\n`);
  const result = await runCase(script, [file]);
  lines.push({ group, name, result });
  return result;
}

const csv = await benchCsv(many);
const xlsx = benchXlsx(many);
const smallXlsx = benchXlsx(100_000);
const title = (rows: number, what: string): string => `${what}, ${(rows / 1000).toLocaleString('en')} k rows × 12`;

const xlsxGroup = title(many, 'XLSX');
const own = await measure(xlsxGroup, 'Nyckeltal, read to committed rows', 'own-import', xlsx);
const sheetjs = await measure(xlsxGroup, 'SheetJS 0.20.3, read only', 'sheetjs-read', xlsx);
const smallGroup = title(100_000, 'XLSX');
const ownSmall = await measure(smallGroup, 'Nyckeltal, read to committed rows', 'own-import', smallXlsx);
const exceljs = await measure(smallGroup, 'exceljs 4.4, streaming read only', 'exceljs-stream', smallXlsx);
const csvGroup = title(many, 'CSV');
const ownCsv = await measure(csvGroup, 'Nyckeltal, read to committed rows', 'own-import', csv);
const hasSqlite = ['/usr/bin/sqlite3', '/usr/local/bin/sqlite3', '/opt/homebrew/bin/sqlite3'].some(existsSync);
const sqlite = hasSqlite ? await measure(csvGroup, 'sqlite3 .import, text rows', 'sqlite-import', csv) : null;
const cancel = quick ? null : await measure(title(many, 'Cancel while reading XLSX'), 'Nyckeltal', 'own-cancel', xlsx);
await measure(title(many, 'Questions, warm'), 'Nyckeltal', 'own-questions', csv);
const catalogue = await measure(
  title(many, 'Every KPI of a year, deals, leads, activities and subscriptions beside'),
  'Nyckeltal',
  'own-catalogue',
  csv,
);

const seconds = (result: CaseResult): string => (result.milliseconds / 1000).toFixed(2).padStart(7);
const memory = (result: CaseResult): string =>
  (result.megabytes === null ? '–' : result.megabytes.toFixed(0)).padStart(6);
let group = '';
for (const line of lines) {
  if (line.group !== group) process.stdout.write(`\n${line.group}\n       s     MB\n`);
  group = line.group;
  process.stdout.write(`${seconds(line.result)} ${memory(line.result)}  ${line.name}  (${line.result.note})\n`);
}

const budgets: readonly (readonly [string, number, number])[] = [
  ['XLSX import ÷ SheetJS read ≤ 1/6', own.milliseconds / sheetjs.milliseconds, 1 / 6],
  ['XLSX import, MB ≤ 400', own.megabytes ?? Number.NaN, 400],
  ['XLSX 100 k import ÷ exceljs stream ≤ 1/3', ownSmall.milliseconds / exceljs.milliseconds, 1 / 3],
  ...(sqlite === null
    ? []
    : [['CSV import ÷ sqlite3 .import ≤ 2', ownCsv.milliseconds / sqlite.milliseconds, 2] as const]),
  ['CSV import, MB ≤ 400', ownCsv.megabytes ?? Number.NaN, 400],
  ['Every KPI of a year, s ≤ 1', catalogue.milliseconds / 1000, 1],
  ...(cancel === null ? [] : [['Cancel, s ≤ 1', cancel.milliseconds / 1000, 1] as const]),
];
process.stdout.write('\nBudgets\n');
for (const [name, measured, limit] of budgets) {
  process.stdout.write(`  ${measured <= limit ? 'kept  ' : 'MISSED'}  ${name}: ${measured.toFixed(3)}\n`);
}
if (!hasSqlite) process.stdout.write('  not measured: CSV import ÷ sqlite3 .import (no sqlite3 command here)\n');
if (!quick && budgets.some(([, measured, limit]) => !(measured <= limit))) process.exitCode = 1;
