import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readTable, type TableRead } from '#files/read-table.ts';
import { fingerprint } from '../fixtures/fingerprint.ts';
import { quietTask, verdict } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';
import { dataFile, describeWithData } from '../support/data.ts';

interface Sheet {
  readonly sheet: string;
  readonly rows_nonempty?: number;
  readonly cols_nonempty?: number;
  readonly numbers?: number;
  readonly number_sum?: number;
  readonly texts?: number;
  readonly bools?: number;
  readonly errors?: number;
}

interface Known {
  readonly file: string;
  readonly expect: 'ok' | 'fail' | 'password' | 'robust';
  readonly sheetjs?: { readonly sheets?: readonly Sheet[] };
  readonly csv?: {
    readonly delimiter: string;
    readonly rows_incl_header: number;
    readonly cols_max: number;
    readonly first_row: readonly string[];
  };
}

/** Our answer where it is not the manifest's, and why. */
const otherVerdicts: Readonly<Record<string, readonly [verdict: string, why: string]>> = {
  'calamine/too_small.xls': ['ok', 'one line of plain text: a table of one cell, which has no header to import by'],
  'calamine/OOM_alloc2.xls': ['ok', 'fuzzed, and read as SheetJS reads it'],
  'calamine/ptgexp-truncated-operand.xls': ['ok', 'formulas are not looked at, only their values'],
  'exceldatareader/Test_Issue_12556_corrupt.xls': [
    'E_FILE_DAMAGED container',
    'SheetJS cannot find its workbook either',
  ],
  'exceldatareader/Test_git_issue_382_oom.xls': [
    'E_FILE_DAMAGED container',
    'refused by its directory, before it can take memory',
  ],
  'phpspreadsheet/XLS__oleloop.xls': ['E_FILE_DAMAGED container', 'the directory never ends'],
  'phpspreadsheet/CSV__premiere.utf32lebom.csv': ['E_FILE_TYPE utf-32', 'UTF-32 is told apart and not read'],
  'phpspreadsheet/Slk__issue.3658.slk': ['ok', 'SYLK is read as the text it is: a sheet of its own records'],
  'messytables_horror/html.html': ['E_FILE_TYPE html', 'a web page is named as one, with advice, and not guessed at'],
  'messytables_horror/simple.zip': ['E_FILE_TYPE archive', 'a zip of a text file: unpack it first'],
  'messytables_horror/rowcolspan.html': ['E_FILE_TYPE html', 'the same'],
};

/** Sheets whose content is rightly another than SheetJS gives. */
const otherContent: Readonly<Record<string, string>> = {
  'calamine/date_iso.xlsx': 'dates in ISO letters stay text, as the second reader has them',
  'phpspreadsheet/XLSX__explicitdate.xlsx': 'the same',
  'calamine/issue438.xlsx': 'a chart sheet is no sheet',
  'calamine/any_sheets.xlsx': 'the same',
  'exceldatareader/LowerCaseReferenceAttribute.xlsx': 'references in small letters are references: five columns',
  'exceldatareader/TestDoublePrecision.xlsx': 'two numbers have more digits than fit and stay as written',
  'messytables_horror/weird_head_padding.csv': 'the separator is the semicolon',
  'phpspreadsheet/CSV__escape.csv': 'semicolons cut it more evenly than commas',
};

const wanted = { ok: /^ok$/, robust: /^(?:ok|E_FILE_\w+.*)$/, fail: /^E_FILE_\w+/, password: /^E_FILE_ENCRYPTED$/ };

function sheetDifferences(sheet: Sheet, read: TableRead): string[] {
  const ours = fingerprint(read.table);
  const pairs: readonly (readonly [string, number, number | undefined])[] = [
    ['rows', ours.rows, sheet.rows_nonempty],
    ['columns', ours.columns, sheet.cols_nonempty],
    ['numbers', ours.numbers, sheet.numbers],
    ['texts', ours.texts, sheet.texts],
    ['booleans', ours.booleans, sheet.bools],
    ['errors', ours.errors, sheet.errors],
  ];
  const counts = pairs.filter(([, mine, theirs]) => mine !== (theirs ?? 0));
  const sum = sheet.number_sum ?? 0;
  const near = Math.abs(ours.sum - sum) <= Math.abs(sum) * 1e-9 + 1e-6;
  return [
    ...counts.map(([name, mine, theirs]) => `${sheet.sheet}: ${mine} ${name}, not ${theirs ?? 0}`),
    ...(near ? [] : [`${sheet.sheet}: sum ${ours.sum}, not ${sum}`]),
  ];
}

async function differences(known: Known, path: string): Promise<string[]> {
  const facts = await identifyFile(path);
  if (known.csv !== undefined) {
    const { table, separator } = await readTable(path, facts, {}, quietTask);
    const cells = cellTexts(table);
    const filled = cells.filter((row) => row.some((text) => text !== '')).length;
    const first = (cells[0] ?? []).slice(0, known.csv.first_row.length).map((text) => text.replaceAll('\0', ''));
    const rows = known.csv.rows_incl_header;
    return [
      ...(separator === known.csv.delimiter ? [] : [`separator ${separator}`]),
      ...(rows === filled || rows === table.rows ? [] : [`${table.rows} rows`]),
      ...(table.columns.length === known.csv.cols_max ? [] : [`${table.columns.length} columns`]),
      ...(first.join('\n') === known.csv.first_row.join('\n').replaceAll('\0', '') ? [] : [first.join('|')]),
    ];
  }
  const found: string[] = [];
  for (const sheet of known.sheetjs?.sheets?.slice(0, facts.format === 'xlsx' ? 100 : 3) ?? []) {
    found.push(...sheetDifferences(sheet, await readTable(path, facts, { sheet: sheet.sheet }, quietTask)));
  }
  return found;
}

describeWithData('files from the wild', () => {
  const manifest = JSON.parse(readFileSync(dataFile('reader_corpus/manifest.json'), 'utf8')) as readonly Known[];

  it.each(manifest.map((known) => [known.file, known] as const))('%s', async (file, known) => {
    const path = dataFile(`reader_corpus/${file}`);
    const started = performance.now();
    const got = await verdict(identifyFile(path).then((facts) => readTable(path, facts, {}, quietTask)));
    expect(performance.now() - started).toBeLessThan(10_000);
    const other = otherVerdicts[file];
    if (other === undefined) expect(got).toMatch(wanted[known.expect]);
    else expect(got).toBe(other[0]);
    if (got !== 'ok' || known.expect !== 'ok' || other !== undefined) return;
    const found = await differences(known, path).catch((error: unknown) => [String(error)]);
    expect(found.length > 0).toBe(file in otherContent);
  });

  it('the list of exceptions names only files of the corpus', () => {
    const files = new Set(manifest.map(({ file }) => file));
    const named = [...Object.keys(otherVerdicts), ...Object.keys(otherContent)];
    expect(named.filter((file) => !files.has(file))).toEqual([]);
  });
});
