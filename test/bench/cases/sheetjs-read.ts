import { readFileSync } from 'node:fs';
import { read } from 'xlsx';
import { report } from '../run-case.ts';

/** SheetJS: the whole workbook into its own cells, dense, values only. */
const start = performance.now();
const book = read(readFileSync(process.argv[2] ?? ''), {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
});
const sheet = book.Sheets[book.SheetNames[0] ?? ''];
report(performance.now() - start, `${(sheet?.['!data']?.length ?? 0) - 1} rows`);
