import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { COLOURS } from '#files/report-out/colours.ts';
import { writeReportFile } from '#files/report-out/write-report-file.ts';
import type { ShownReport } from '#files/report-out/shown-report.ts';
import { ZipArchive } from '#files/containers/zip-archive.ts';
import { sentencesIn } from '#host/sentences.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { cell, chartOf, column, everyChart, handmade, series, shownOf } from '../../fixtures/shown-report.ts';
import { quietTask, verdict } from '../../fixtures/read-bytes.ts';
import { readText } from '../../support/tree.ts';
import { xmlTree, type XmlNode } from '../../support/xml-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-slides-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

type Parts = ReadonlyMap<string, Buffer>;

async function partsOf(shown: ShownReport): Promise<Parts> {
  const path = join(folder, `${String(++files)}.pptx`);
  await writeReportFile(path, shown, 'pptx', sentencesIn('sv-SE'), quietTask);
  await using file = await open(path);
  const zip = await ZipArchive.open(file, readFileSync(path).length);
  const parts = new Map<string, Buffer>();
  for (const name of zip.names()) {
    const entry = zip.entry(name);
    if (entry !== undefined) parts.set(name, await zip.bytes(entry, 50_000_000));
  }
  return parts;
}

const tree = (parts: Parts, name: string): XmlNode => xmlTree(parts.get(name)?.toString('utf8') ?? '');
const texts = (node: XmlNode): string =>
  node
    .all('a:p')
    .map((paragraph) =>
      paragraph
        .all('a:t')
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
const slideNames = (parts: Parts): readonly string[] =>
  Array.from(
    { length: [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length },
    (_, at) => `ppt/slides/slide${String(at + 1)}.xml`,
  );
const tables = (parts: Parts, slide: number): readonly (readonly (readonly string[])[])[] =>
  tree(parts, `ppt/slides/slide${String(slide)}.xml`)
    .all('a:tbl')
    .map((table) => table.all('a:tr').map((row) => row.all('a:tc').map(texts)));
/** The parts of the charts in the order of their slides. */
const chartNames = (parts: Parts): readonly string[] =>
  [...parts.keys()]
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .toSorted((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]));

const points = (node: XmlNode | undefined, length: number): readonly (string | null)[] =>
  Array.from(
    { length },
    (_, at) =>
      node
        ?.all('c:pt')
        .find((one) => one.attributes['idx'] === String(at))
        ?.all('c:v')[0]?.text ?? null,
  );
const numbers = (node: XmlNode | undefined, length: number): readonly (number | null)[] =>
  points(node, length).map((text) => (text === null ? null : Number(text)));

/** A workbook behind a chart, whole. */
function bookBehind(parts: Parts, chart: string): unknown[][] {
  const relations = tree(parts, chart.replace('charts/', 'charts/_rels/') + '.rels').all('Relationship');
  const target = relations[0]?.attributes['Target']?.replace('..', 'ppt').toLowerCase() ?? '';
  const book = read(parts.get(target) ?? Buffer.alloc(0));
  expect(book.SheetNames).toEqual(['Sheet1']);
  return utils.sheet_to_json(book.Sheets['Sheet1'] ?? {}, { header: 1, defval: null });
}

describe('a report as slides', () => {
  const shown = handmade();
  let parts: Parts;
  beforeAll(async () => {
    parts = await partsOf(shown);
  });

  it('has a slide a page and more for the long table, with headline, comment and foot', () => {
    // 23 pages: of 62 rows, 18 stand on a slide beside the header and 17 where there is a title again.
    const slides = slideNames(parts);
    expect(slides.length).toBeGreaterThan(shown.report.pages.length + 2);
    const said = texts(tree(parts, 'ppt/slides/slide3.xml'));
    expect(said).toContain(shown.report.pages[2]?.headline ?? '?');
    expect(said).toContain('Norrland Kaffe AB · Försäljning, tkr · jan–sep 2026');
    expect(said).toContain('Kommentar\nSyd tappade en grossist i juli');
    for (const name of slides)
      expect(texts(tree(parts, name))).toContain('Källa: fakturarader-2026-09.csv, 48 211 rader. · Konfidentiellt');
    expect(parts.get('ppt/slides/slide3.xml')?.toString()).toContain('type="slidenum"');
  });

  it('has tables with the words of the page, and long ones whole with their header on each slide', () => {
    const [regions] = tables(parts, 3);
    const table = shown.content.pages[2]?.blocks[0];
    if (table?.is !== 'table') throw new Error('no table');
    expect(regions).toEqual([
      table.columns.map(({ label }) => label),
      ...table.rows.map(({ cells }) => cells.map(({ text }) => text)),
    ]);
    const list = shown.content.pages[4]?.blocks[0];
    if (list?.is !== 'table') throw new Error('no list');
    const pages = [5, 6, 7, 8].map((slide) => tables(parts, slide)[0] ?? []);
    expect(pages.map(([head]) => head)).toEqual(pages.map(() => list.columns.map(({ label }) => label)));
    expect(pages.flatMap((rows) => rows.slice(1)).map((row) => row.filter((text) => text !== ''))).toEqual(
      list.rows.map(({ cells }) => cells.map(({ text }) => text)),
    );
    const figures = tables(parts, 2)[0] ?? [];
    // All are held against the same year.
    expect(figures[0]).toEqual(['Namn', 'Värde', 'Förändring mot 2025', 'Mål', 'Att säga']);
    expect(figures[1]).toEqual([
      'Intäkter',
      '18 421\u00a0tkr',
      '▲ 8,3 %',
      'mål 18 000 tkr',
      'Stockholm står för mest av ökningen.',
    ]);
    expect(figures[4]?.slice(0, 2)).toEqual(['Täckningsbidrag', '–']);
  });

  it('shows how a long list begins and what it comes to, and says so', async () => {
    const listed = (count: number) => {
      const rows = Array.from({ length: count }, (_, at) => ({
        kind: 'row' as const,
        cells: [cell(`Kund ${String(at + 1)}`), cell('1', 1)],
      }));
      const total = { kind: 'total' as const, cells: [cell('Totalt'), cell(String(count), count)] };
      const columns = [column('Kund'), column('Order', 'count')];
      return {
        is: 'table' as const,
        place: 'main' as const,
        title: '',
        columns,
        rows: [...rows, total],
        note: 'Avrundat.',
      };
    };
    const namesOf = async (count: number) => {
      const parts = await partsOf(
        shownOf([{ show: 'list', headline: null, draft: 'Kunder', blocks: [listed(count)] }]),
      );
      const rows = slideNames(parts).flatMap((_, at) => (tables(parts, at + 1)[0] ?? []).slice(1));
      return {
        names: rows.map(([name]) => name),
        said: slideNames(parts)
          .map((name) => texts(tree(parts, name)))
          .join(),
      };
    };
    // With its total the list of 80 is longer than what is hardly longer than 60.
    const long = await namesOf(80);
    expect(long.names).toEqual([...Array.from({ length: 60 }, (_, at) => `Kund ${String(at + 1)}`), 'Totalt']);
    expect(long.said).toContain('De 60 första av 80 rader. Alla står i PDF-filen och i arbetsboken. Avrundat.');
    const whole = await namesOf(79);
    expect(whole.names).toHaveLength(80);
    expect(whole.said).not.toContain('första av');
  });

  it('begins with one cover, says on which slides the others begin, and leaves out what nobody reads', async () => {
    const words: ReportBlock = { is: 'text', place: 'main', title: '2026', paragraphs: ['Uppgifter t.o.m. 2 okt'] };
    const list = shown.content.pages[4]?.blocks[0];
    if (list === undefined) throw new Error('no list');
    const parts = await partsOf(
      shownOf([
        { show: 'cover', headline: null, draft: 'Rapport', blocks: [words] },
        { show: 'contents', headline: null, comment: 'Läs sidan 3 först', draft: 'Innehåll', blocks: [] },
        { show: 'list', headline: null, draft: 'Sextio kunder', blocks: [list] },
        { show: 'actions', headline: null, draft: 'Inga åtgärder ännu', blocks: [] },
        { show: 'goals', headline: 'Målen står fast', draft: 'Inga mål i perioden', blocks: [] },
      ]),
    );
    const slides = slideNames(parts).map((name) => texts(tree(parts, name)));
    expect(slides[0]).toContain('2026\nUppgifter t.o.m. 2 okt');
    const begins = (headline: string): string =>
      String(slides.findIndex((text) => text.startsWith(headline) || text.startsWith(`\n${headline}`)) + 1);
    expect(tables(parts, 2)).toEqual([
      [
        ['Sextio kunder', begins('Sextio kunder')],
        ['Målen står fast', begins('Målen står fast')],
      ],
    ]);
    expect(slides[1]).toContain('Kommentar\nLäs sidan 3 först');
    expect(begins('Sextio kunder')).toBe('3');
    expect(Number(begins('Målen står fast'))).toBe(slides.length);
    expect(slides.join()).not.toContain('Inga åtgärder ännu');
  });

  it('has a table that fits on one slide on one', async () => {
    const table = (title: string, count: number): ReportBlock => ({
      is: 'table',
      place: 'main',
      title,
      columns: [column('Kund'), column('Order', 'count')],
      rows: Array.from({ length: count }, (_, at) => ({
        kind: 'row' as const,
        cells: [cell(`${title} ${String(at)}`), cell('1', 1)],
      })),
      note: null,
    });
    const blocks = [table('a', 12), table('b', 14)];
    const parts = await partsOf(shownOf([{ show: 'tiles', headline: null, draft: 'Två', blocks }]));
    const rows = slideNames(parts).map((_, at) => tables(parts, at + 1).map((one) => one.length));
    expect(rows).toEqual([[13], [15]]);
  });

  it('has the numbers of every chart in its part and in the workbook behind it', () => {
    const drawn = everyChart().filter(
      ({ kind }) => !['scorecard', 'table', 'heat-map', 'cohort', 'bullet'].includes(kind),
    );
    // The chart of the page on revenue stands first.
    const names = chartNames(parts).slice(1);
    expect(names).toHaveLength(drawn.length);
    for (const [at, model] of drawn.entries()) {
      if (model.kind === 'waterfall' || model.kind === 'scatter' || model.kind === 'pie') continue;
      const name = names[at] ?? '';
      const length = model.categories.length;
      const found = new Map(
        tree(parts, name)
          .all('c:ser')
          .map((one) => [one.all('c:tx')[0]?.all('c:v')[0]?.text ?? '', numbers(one.all('c:val')[0], length)]),
      );
      const expected = new Map(
        model.series.map((one) => [one.name, model.categories.map((_, i) => one.points[i]?.value ?? null)]),
      );
      expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      const [head = [], ...rows] = bookBehind(parts, name);
      expect(rows.map((row) => row[0])).toEqual(model.categories.map(({ label }) => label));
      for (const [one, values] of expected) {
        expect(found.get(one)).toEqual(values);
        const across = head.indexOf(one);
        const rounded = values.map((value) => (value === null ? null : Number(value.toPrecision(15))));
        expect(rows.map((row) => row[across])).toEqual(rounded);
      }
    }
  });

  it('has scaled money in the words of the language and intervals beside a forecast', () => {
    const column = tree(parts, chartNames(parts)[0] ?? '');
    const [, , forecast] = column.all('c:ser');
    expect(forecast?.all('c:numFmt')[0]?.attributes['formatCode']).toBe('[$-41D]#,##0,');
    expect(forecast?.all('a:pattFill')).toHaveLength(1);
    const spread = forecast?.all('c:errBars')[0];
    // 2 390 000 ± 10 %.
    expect(numbers(spread?.all('c:plus')[0], 10)[9]).toBeCloseTo(239_000, 6);
    expect(numbers(spread?.all('c:minus')[0], 10)[9]).toBeCloseTo(239_000, 6);
    const [head = [], ...rows] = bookBehind(parts, chartNames(parts)[0] ?? '');
    expect(head).toEqual([null, '2025', 'Utfall', 'Prognos', 'Mål', 'Prognos +', 'Prognos −']);
    expect(rows[9]?.slice(5)).toEqual([239_000, 239_000]);
    expect(spread?.all('c:f').map(({ text }) => text)).toEqual(['Sheet1!$F$2:$F$13', 'Sheet1!$G$2:$G$13']);
  });

  it('has a waterfall whose parts end where its levels are', () => {
    const at = everyChart()
      .filter(({ kind }) => !['scorecard', 'table', 'heat-map', 'cohort', 'bullet'].includes(kind))
      .findIndex(({ kind }) => kind === 'waterfall');
    const name = chartNames(parts).slice(1)[at] ?? '';
    const [head = [], ...rows] = bookBehind(parts, name);
    expect(head).toEqual([null, 'Underlag', 'Före', 'Bättre', 'Sämre', 'Nivå']);
    // 17 008 + 820 + 540 + 435 − 383 = 18 420, the largest gain first.
    expect(rows.map(([label]) => String(label).replaceAll(/\s+/g, ' '))).toEqual([
      '2025 17 008',
      'Stockholm +820',
      'Väst +540',
      'Norr +435',
      'Syd −383',
      '2026 18 420',
    ]);
    const tops = rows.map((row) => row.slice(1).reduce<number>((sum, value) => sum + Number(value ?? 0), 0) / 1000);
    expect(tops).toEqual([17_008, 17_828, 18_368, 18_803, 18_803, 18_420]);
  });

  it('names points and slices', () => {
    const drawn = everyChart().filter(
      ({ kind }) => !['scorecard', 'table', 'heat-map', 'cohort', 'bullet'].includes(kind),
    );
    const of = (kind: string): string =>
      chartNames(parts).slice(1)[drawn.findIndex((model) => model.kind === kind)] ?? '';
    const [dots] = tree(parts, of('scatter')).all('c:ser');
    expect(numbers(dots?.all('c:xVal')[0], 3)).toEqual([40, 71, 22]);
    expect(numbers(dots?.all('c:yVal')[0], 3)).toEqual([1_200_000, 2_100_000, 900_000]);
    expect(dots?.all('c:dLbl').map((one) => one.all('a:t')[0]?.text)).toEqual(['Anna', 'Bo', 'Cecilia']);
    const [slices] = tree(parts, of('pie')).all('c:ser');
    expect(points(slices?.all('c:cat')[0], 4)).toEqual(['Stockholm', 'Väst', 'Syd', 'Norr']);
    expect(numbers(slices?.all('c:val')[0], 4)).toEqual([6_804_000, 4_552_000, 3_802_000, 3_262_000]);
  });

  it('stands on paper as high as it is', async () => {
    const high = await partsOf(handmade({ size: 'a4', turn: 'portrait' }));
    const size = tree(high, 'ppt/presentation.xml').all('p:sldSz')[0]?.attributes ?? {};
    // 210 × 297 mm in 914 400ths of an inch, to a hundredth of one.
    expect([Number(size['cx']) / 914_400, Number(size['cy']) / 914_400]).toEqual([8.27, 11.69]);
    // On any slide nothing reaches beyond its edges.
    for (const made of [parts, high]) {
      const [paper] = tree(made, 'ppt/presentation.xml').all('p:sldSz');
      for (const name of slideNames(made))
        for (const frame of [...tree(made, name).all('a:xfrm'), ...tree(made, name).all('p:xfrm')]) {
          const [from, extent] = [frame.all('a:off')[0]?.attributes, frame.all('a:ext')[0]?.attributes];
          expect(Number(from?.['x']) + Number(extent?.['cx'])).toBeLessThanOrEqual(Number(paper?.attributes['cx']));
          expect(Number(from?.['y']) + Number(extent?.['cy'])).toBeLessThanOrEqual(Number(paper?.attributes['cy']));
        }
    }
  });

  it('is well formed, with shapes numbered once, and asks for nothing outside', () => {
    for (const [name, bytes] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const root = xmlTree(bytes.toString('utf8'));
      expect(root.all('Relationship').filter(({ attributes }) => attributes['TargetMode'] === 'External')).toEqual([]);
      const ids = root.all('p:cNvPr').map(({ attributes }) => attributes['id']);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(Buffer.concat([...parts.values()]).toString('latin1')).not.toMatch(/PptxGenJS|dcterms:created/);
  });

  it('has the colours of the screen', () => {
    const light = readText('renderer/ui/tokens.css').split('@media')[0] ?? '';
    for (const [name, colour] of Object.entries(COLOURS)) expect(light).toContain(`--${name}: #${colour};`);
  });
});

describe('hostile texts on slides', () => {
  const HOSTILE = [
    '<b>&"\'</b>',
    'a\u0000\u0001\u001fb\u007f',
    '😀\ud83d',
    ']]>',
    '_x0041_',
    `long ${'ö'.repeat(10_000)}`,
    '=cmd()',
    '',
    '\ufffe\uffff',
  ];

  it('stay words, cut where nobody reads on', async () => {
    const rows = HOSTILE.map((name) => ({ kind: 'row' as const, cells: [cell(name), cell(name)] }));
    const names = HOSTILE.map((_, at) => at);
    const bad = HOSTILE.join(' ');
    const blocks: ReportBlock[] = [
      { is: 'table', place: 'main', title: bad, columns: [column(bad), column('b')], rows, note: bad },
      ...(['bar', 'pie', 'line', 'waterfall', 'stacked-column'] as const).map((kind): ReportBlock => ({
        is: 'chart',
        place: 'main',
        height: 'low',
        chart: chartOf(kind, HOSTILE, [series(bad, names), series('two', names)], {
          title: bad,
          sub: bad,
          source: bad,
        }),
      })),
      { is: 'text', place: 'aside', title: bad, paragraphs: HOSTILE },
      { is: 'definitions', place: 'main', items: [{ name: bad, definition: bad, formula: bad }] },
    ];
    const shown = shownOf(
      [
        { show: 'tiles', headline: '<&>', comment: 'x\u0000', draft: bad, blocks },
        { show: 'cover', headline: null, draft: bad, blocks: [] },
      ],
      { name: '<&\u0000>' },
    );
    const parts = await partsOf({ ...shown, content: { ...shown.content, company: bad, source: bad, filters: [bad] } });
    for (const [name, bytes] of parts) if (/\.(xml|rels)$/.test(name)) xmlTree(bytes.toString('utf8'));
    const told = slideNames(parts)
      .flatMap((_, at) => tables(parts, at + 1))
      .flat(2);
    for (const said of ['<b>&"\'</b>', 'ab', '😀\ufffd', ']]>', '_x0041_', '=cmd()']) expect(told).toContain(said);
    expect(Math.max(...told.map((text) => [...text].length))).toBeLessThanOrEqual(400);
    for (const name of chartNames(parts)) expect(bookBehind(parts, name).length).toBeGreaterThan(1);
  });

  it('leave nothing when the writing is stopped', async () => {
    const path = join(folder, 'stopped.pptx');
    let asked = 0;
    const stopping = { progress: () => undefined, cancelled: () => ++asked > 30 };
    expect(await verdict(writeReportFile(path, handmade(), 'pptx', sentencesIn('sv-SE'), stopping))).toBe(
      'E_CANCELLED',
    );
    expect(existsSync(path)).toBe(false);
  });
});
