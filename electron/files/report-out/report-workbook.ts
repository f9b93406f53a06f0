import type { CellLook } from '../grid-out/cell-styles.ts';
import { CellStyles } from '../grid-out/cell-styles.ts';
import { SheetCells } from '../grid-out/sheet-cells.ts';
import { SharedTexts } from '../rows-out/shared-texts.ts';
import { sharedTextsPart, sheetName, workbookParts } from '../rows-out/xlsx-frame.ts';
import type { ZipWriter } from '../rows-out/zip-writer.ts';
import { blockRows, over, quiet, type RowWords, type SheetRow } from './block-rows.ts';
import { inFullUnits } from './number-codes.ts';
import { repeatedRows, sheetLayout, sheetPart } from './sheet-part.ts';
import {
  shownPages,
  throwIfCancelled,
  type Say,
  type ShownPage,
  type ShownReport,
  type WriteTask,
} from './shown-report.ts';

const HEADLINE: CellLook = { format: null, font: 'large', wrapped: true };
const LABEL: CellLook = { format: null, font: 'bold', wrapped: true };
const WRAPPED: CellLook = { format: null, wrapped: true };
const NOTHING: SheetRow = { cells: [] };

/** The numbers behind every page, a sheet a page, definitions after the others, and a last sheet that says what they are of. */
export async function writeReportWorkbook(
  zip: ZipWriter,
  shown: ShownReport,
  say: Say,
  task: WriteTask,
): Promise<void> {
  const pages = shownPages(shown).toSorted((a, b) => Number(isDefinitions(a)) - Number(isDefinitions(b)));
  const { locale, currency } = shown.content;
  const words: RowWords = { say, format: { locale, currency } };
  const shared = new SharedTexts();
  const styles = new CellStyles();
  const cells = new SheetCells(shared, styles);
  const names = new SheetNames();
  const sheets: string[] = [];
  const repeated: (string | null)[] = [];
  const add = async (name: string, rows: () => Iterable<SheetRow>): Promise<void> => {
    sheets.push(names.free(name));
    const check = (): void => throwIfCancelled(task);
    const layout = sheetLayout(rows());
    repeated.push(repeatedRows(layout));
    await zip.add(`xl/worksheets/sheet${String(sheets.length)}.xml`, sheetPart(rows(), layout, cells, check));
  };
  for (const [at, page] of pages.entries()) {
    throwIfCancelled(task);
    task.progress(at, pages.length);
    await add(say(`report:page.${page.page.show}`), () => pageRows(page, words));
  }
  await add(say('report:files.about'), () => aboutRows(shown, say));
  await zip.add('xl/sharedStrings.xml', sharedTextsPart(shared.texts));
  for (const [name, part] of workbookParts(sheets, styles.part(), repeated)) await zip.add(name, [part]);
}

const isDefinitions = ({ page }: ShownPage): boolean => page.show === 'definitions';

/** Names of sheets differ by more than the case of their letters. */
class SheetNames {
  readonly #taken = new Set<string>();

  free(name: string): string {
    for (let nth = 1; ; nth++) {
      const free = sheetName(name, nth);
      if (this.#taken.has(free.toLowerCase())) continue;
      this.#taken.add(free.toLowerCase());
      return free;
    }
  }
}

function* pageRows({ page, made, headline }: ShownPage, words: RowWords): Generator<SheetRow> {
  if (headline !== '') yield over(headline, HEADLINE);
  if (made.sub !== '') yield quiet(inFullUnits(made.sub, words.format));
  if (page.comment.trim() !== '') yield over(page.comment);
  for (const block of made.blocks) {
    yield NOTHING;
    yield* blockRows(block, words);
  }
}

function* aboutRows({ report, content }: ShownReport, say: Say): Generator<SheetRow> {
  const { company, period, against, dataAsOf, source, filters, currency } = content;
  const lines: readonly (readonly [label: string, text: string | null])[] = [
    ['company', company],
    ['report', report.name],
    ['period', period],
    ['comparedWith', against],
    ['dataAsOf', dataAsOf],
    ['source', source],
    ...filters.map((filter) => ['filter', filter] as const),
    ['currency', currency],
    ['amounts', say('report:files.inFull')],
    ['madeFor', report.brand.confidentiality],
  ];
  for (const [label, text] of lines)
    if (text !== null && text !== '')
      yield {
        cells: [
          { value: say(`report:files.${label}`), look: LABEL },
          { value: text, look: WRAPPED },
        ],
      };
}
