import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { ZipArchive } from '#files/containers/zip-archive.ts';
import { writeReportFile } from '#files/report-out/write-report-file.ts';
import { shownPages, type ShownReport } from '#files/report-out/shown-report.ts';
import { sentencesIn } from '#host/sentences.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { cell, chartOf, column, handmade, series, shownOf } from '../../fixtures/shown-report.ts';
import { quietTask, verdict } from '../../fixtures/read-bytes.ts';
import { xmlTree } from '../../support/xml-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

async function bookOf(shown: ShownReport): Promise<WorkBook> {
  const path = join(folder, `${String(++files)}.xlsx`);
  await writeReportFile(path, shown, 'xlsx', sentencesIn('sv-SE'), quietTask);
  return read(readFileSync(path), { cellNF: true, cellStyles: true });
}

const cellAt = (sheet: WorkSheet | undefined, row: number, at: number): CellObject | undefined =>
  sheet?.[utils.encode_cell({ r: row, c: at })] as CellObject | undefined;

/** Row of the first cell of a column with this text. */
function rowOf(sheet: WorkSheet | undefined, text: string, from = 0, at = 0): number {
  for (let row = from; row < 400; row++) if (cellAt(sheet, row, at)?.v === text) return row;
  throw new Error(`no '${text}'`);
}

describe('a report as a workbook', () => {
  const shown = handmade();
  let book: WorkBook;
  beforeAll(async () => {
    book = await bookOf(shown);
  });
  const sheet = (name: string): WorkSheet | undefined => book.Sheets[name];

  it('has a sheet a page, definitions after the others, and one that says what it is of', () => {
    expect(book.SheetNames.slice(0, 5)).toEqual(['Försättsblad', 'Sammanfattning', 'Intäkter', 'Lista', 'Diagram']);
    expect(book.SheetNames.slice(-3)).toEqual(['Diagram (18)', 'Definitioner och källor', 'Om rapporten']);
    expect(book.SheetNames).toHaveLength(shown.report.pages.length + 1);
    const about = utils.sheet_to_json<string[]>(sheet('Om rapporten') ?? {}, { header: 1 });
    expect(about).toEqual(
      expect.arrayContaining([
        ['Företag', 'Norrland Kaffe AB'],
        ['Period', 'jan–sep 2026'],
        ['Jämfört med', 'jan–sep 2025'],
        ['Uppgifter', 'Uppgifter t.o.m. 30 september 2026'],
        ['Källa', 'Källa: fakturarader-2026-09.csv, 48 211 rader.'],
        ['Filter', 'Land: Sverige'],
        ['Valuta', 'SEK'],
      ]),
    );
  });

  it('has headline, what it is of and comment on top', () => {
    const page = sheet('Intäkter');
    expect([0, 1, 2].map((row) => cellAt(page, row, 0)?.v)).toEqual([
      shown.report.pages[2]?.headline,
      'Norrland Kaffe AB · Försäljning, kr · jan–sep 2026',
      shown.report.pages[2]?.comment,
    ]);
  });

  it('has figures in base units, each with the format of its unit', () => {
    const page = sheet('Sammanfattning');
    const row = rowOf(page, 'Intäkter');
    expect(cellAt(page, row, 1)).toMatchObject({ t: 'n', v: 18_420_650.55, z: '#,##0.00' });
    expect([2, 3, 4, 5].map((at) => cellAt(page, row, at)?.v)).toEqual(['kr', '▲ 8,3 %', 'mot 2025', 'mål 18 000 tkr']);
    expect(cellAt(page, rowOf(page, 'Täckningsgrad'), 1)).toMatchObject({ t: 'n', v: 0.386, z: '0.0%' });
    expect(cellAt(page, rowOf(page, 'Order'), 1)).toMatchObject({ t: 'n', v: 4821, z: '#,##0' });
    const unknown = rowOf(page, 'Täckningsbidrag');
    expect(cellAt(page, unknown, 1)).toBeUndefined();
    expect(cellAt(page, unknown, 6)?.v).toBe('Kostnaden är inte känd.');
    // The first of its months, below all figures.
    const months = rowOf(page, 'Intäkter', rowOf(page, 'Månader, äldst först'));
    expect(cellAt(page, months, 1)).toMatchObject({ t: 'n', v: 1_720_000 });
  });

  it('has what the columns say in signed and plain formats, and nothing where there is no value', () => {
    const page = sheet('Intäkter');
    const syd = rowOf(page, 'Syd');
    expect(cellAt(page, syd, 1)).toMatchObject({ t: 'n', v: 3_802_000, z: '#,##0' });
    expect(cellAt(page, syd, 3)).toBeUndefined();
    expect(cellAt(page, syd, 4)).toMatchObject({ t: 'n', v: -383_000, z: '+#,##0;-#,##0;#,##0' });
    expect(cellAt(page, syd, 5)).toMatchObject({ t: 'n', v: -0.0915, z: '+0.0%;-0.0%;0.0%' });
    expect(cellAt(page, syd - 3, 1)?.v).toBe('Utfall, kr');
    expect(cellAt(page, rowOf(page, 'Totalt'), 1)?.v).toBe(18_420_123.5);
  });

  it('has every number of every table and chart at its place', () => {
    for (const [at, { made, page }] of shownPages(shown).entries()) {
      if (page.show === 'definitions') continue;
      const shift = shown.report.pages.slice(0, at).some(({ show }) => show === 'definitions') ? 1 : 0;
      const found = sheet(book.SheetNames[at - shift] ?? '');
      const numbers = Object.entries(found ?? {}).flatMap(([name, one]) =>
        name.startsWith('!') || (one as CellObject).t !== 'n' ? [] : [(one as CellObject).v as number],
      );
      const sorted = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);
      // A workbook keeps 15 digits.
      const expected = made.blocks.flatMap(numbersOf).map((value) => Number(value.toPrecision(15)));
      expect(sorted(numbers)).toEqual(sorted(expected));
    }
  });

  it('has a chart’s numbers below its title, with the ends of what is forecast', () => {
    const page = sheet('Intäkter');
    const head = rowOf(page, 'Intäkter per månad, kr. Utfall, mål och föregående år; okt–dec prognos') + 1;
    expect([1, 2, 3, 4, 5, 6].map((at) => cellAt(page, head, at)?.v)).toEqual([
      'Utfall, kr',
      '2025, kr',
      'Mål, kr',
      'Prognos, kr',
      'Prognos, lägst, kr',
      'Prognos, högst, kr',
    ]);
    expect([0, 1, 2].map((at) => cellAt(page, head + 3, at)?.v)).toEqual(['mar', 2_105_250.55, 1_896_000]);
    expect([0, 1, 2, 4, 5, 6].map((at) => cellAt(page, head + 10, at)?.v)).toEqual([
      'okt',
      undefined,
      2_172_000,
      2_390_000,
      2_151_000,
      2_629_000,
    ]);
    expect([0, 1].map((at) => cellAt(page, head + 13, at)?.v)).toEqual(['Totalt', 18_420_650.55]);
  });
});

function numbersOf(block: ReportBlock): readonly number[] {
  const known = (all: readonly (number | null | undefined)[]): number[] =>
    all.filter((value) => value !== null && value !== undefined);
  if (block.is === 'figures') return known(block.figures.flatMap(({ value, months }) => [value, ...months]));
  if (block.is === 'table')
    return known(
      block.rows.flatMap(({ cells }) => cells.map(({ value }, at) => (block.columns[at]?.written ? value : null))),
    );
  if (block.is !== 'chart') return [];
  return known(
    block.chart.series.flatMap(({ points, total }) => [
      ...points.slice(0, block.chart.categories.length).flatMap(({ value, low, high, x }) => [value, low, high, x]),
      total?.value,
    ]),
  );
}

describe('a number told by its limit', () => {
  it('is there and shown as the report shows it', async () => {
    const chance = (text: string, value: number) => ({ kind: 'row' as const, cells: [cell(text), cell(text, value)] });
    const said = [chance('>99 %', 0.9987), chance('<1 %', 0.0004), chance('30 %', 0.3)];
    const rows = [...said, chance('över 99 %', 0.9987)];
    const block: ReportBlock = {
      is: 'table',
      place: 'main',
      title: '',
      columns: [column('Mål'), column('Sannolikt', 'ratio')],
      rows,
      note: null,
    };
    const page = (await bookOf(shownOf([{ show: 'goals', headline: null, draft: 'Mål', blocks: [block] }]))).Sheets[
      'Mål'
    ];
    const first = rowOf(page, '>99 %');
    expect([0, 1, 2, 3].map((at) => cellAt(page, first + at, 1))).toMatchObject([
      { t: 'n', v: 0.9987, z: '">99 %"' },
      { t: 'n', v: 0.0004, z: '"<1 %"' },
      { t: 'n', v: 0.3, z: '0.0%' },
      { t: 'n', v: 0.9987, z: '"över 99 %"' },
    ]);
  });
});

describe('a sheet', () => {
  const partsOf = async (shown: ShownReport): Promise<ReadonlyMap<string, string>> => {
    const path = join(folder, `${String(++files)}.xlsx`);
    await writeReportFile(path, shown, 'xlsx', sentencesIn('sv-SE'), quietTask);
    await using file = await open(path);
    const zip = await ZipArchive.open(file, readFileSync(path).length);
    const texts = new Map<string, string>();
    for (const name of zip.names()) {
      const entry = zip.entry(name);
      if (entry !== undefined) texts.set(name, (await zip.bytes(entry, 10_000_000)).toString('utf8'));
    }
    return texts;
  };
  const listed = (count: number): ReportBlock => ({
    is: 'table',
    place: 'main',
    title: '',
    columns: [column('Kund'), column('Order', 'count')],
    rows: Array.from({ length: count }, (_, at) => ({
      kind: 'row' as const,
      cells: [cell(`Kund ${String(at + 1)}`), cell('1', 1)],
    })),
    note: null,
  });

  it('keeps the header of its one long table in sight, on screen and on every page of paper', async () => {
    const parts = await partsOf(
      shownOf([
        { show: 'list', headline: null, draft: 'Kunder', blocks: [listed(40)] },
        { show: 'tiles', headline: null, draft: 'Två', blocks: [listed(40), listed(40)] },
        { show: 'team', headline: null, draft: 'Säljare', blocks: [listed(5)] },
      ]),
    );
    // Headline, what it is of, a line between: the header is the fourth.
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="4" topLeftCell="A5"');
    for (const other of [2, 3, 4]) expect(parts.get(`xl/worksheets/sheet${String(other)}.xml`)).not.toContain('<pane');
    const names = xmlTree(parts.get('xl/workbook.xml') ?? '').all('definedName');
    expect(names.map(({ attributes, text }) => [attributes['name'], attributes['localSheetId'], text])).toEqual([
      ['_xlnm.Print_Titles', '0', "'Lista'!$4:$4"],
    ]);
    for (const [name, part] of parts)
      if (name.startsWith('xl/worksheets/')) expect(part).toContain('<pageSetUpPr fitToPage="1"/>');
  });

  it('has rows as high as their broken lines', async () => {
    const long = 'ord '.repeat(60).trim();
    const blocks: ReportBlock[] = [
      { is: 'definitions', place: 'main', items: [{ name: 'a', definition: long, formula: 'b' }] },
    ];
    const parts = await partsOf(shownOf([{ show: 'definitions', headline: null, draft: 'Definitioner', blocks }]));
    const rows = xmlTree(parts.get('xl/worksheets/sheet1.xml') ?? '').all('row');
    // 239 letters in columns of 60 are at least four lines of 15 points.
    expect(Math.max(...rows.map(({ attributes }) => Number(attributes['ht'] ?? 0)))).toBeGreaterThanOrEqual(60);
  });
});

describe('hostile texts in a workbook', () => {
  const HOSTILE = [
    '=cmd()',
    '<b>&"\'</b>',
    'a\u0000\u0001\u001fb',
    '😀\ud83d',
    '_x0041_',
    `long ${'ö'.repeat(10_000)}`,
    '-5',
    '@SUM(A1)',
  ];

  it('stay words, letter for letter', async () => {
    const rows = HOSTILE.map((name) => ({ kind: 'row' as const, cells: [cell(name), cell('1', 1)] }));
    const blocks: ReportBlock[] = [
      { is: 'table', place: 'main', title: '=1+1', columns: [column('=a'), column('b', 'count')], rows, note: null },
      {
        is: 'chart',
        place: 'main',
        height: 'low',
        chart: chartOf('bar', HOSTILE, [
          series(
            '<s>&',
            HOSTILE.map(() => 1),
          ),
        ]),
      },
    ];
    const page = (await bookOf(shownOf([{ show: 'tiles', headline: '=HYPERLINK("x")', draft: '', blocks }]))).Sheets[
      'Diagram'
    ];
    const first = rowOf(page, '=cmd()');
    const again = rowOf(page, '=cmd()', first + 1);
    for (const [at, name] of HOSTILE.entries()) {
      expect(cellAt(page, first + at, 0)).toMatchObject({ t: 's', v: name.toWellFormed() });
      expect(cellAt(page, again + at, 0)).toMatchObject({ t: 's', v: name.toWellFormed() });
    }
    expect(Object.values(page ?? {}).filter((one) => (one as CellObject | undefined)?.f !== undefined)).toEqual([]);
    expect(cellAt(page, 0, 0)).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
  });
});

describe('writing', () => {
  it('leaves nothing when it is stopped half way', async () => {
    const path = join(folder, 'stopped.xlsx');
    let asked = 0;
    const stopping = { progress: () => undefined, cancelled: () => ++asked > 3 };
    expect(await verdict(writeReportFile(path, handmade(), 'xlsx', sentencesIn('sv-SE'), stopping))).toBe(
      'E_CANCELLED',
    );
    expect(existsSync(path)).toBe(false);
  });
});
