import { CellStyles, TEXT, type CellLook } from '../grid-out/cell-styles.ts';
import { SheetCells } from '../grid-out/sheet-cells.ts';
import { SharedTexts } from '../rows-out/shared-texts.ts';
import { sharedTextsPart, workbookParts } from '../rows-out/xlsx-frame.ts';
import { ZipWriter, type ZipPlace } from '../rows-out/zip-writer.ts';

/** What a chart on a slide is drawn from, and edited in: its first column has names, a column after it each series. */
export interface ChartBook {
  readonly columns: readonly {
    readonly name: string;
    readonly format: string;
    readonly values: readonly (number | null)[];
  }[];
  /** Null where the first column is a series, too: a scatter chart's. */
  readonly names: readonly string[] | null;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The workbook behind a chart. Its sheet has the name by which the chart's series look for their cells. */
export async function chartBook({ columns, names }: ChartBook): Promise<Buffer> {
  const shared = new SharedTexts();
  const styles = new CellStyles();
  const cells = new SheetCells(shared, styles);
  const looks = columns.map(({ format }): CellLook => ({ format }));
  const named = (text: string) => ({ value: text, look: TEXT });
  const count = Math.max(0, ...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: count }, (_, at) => [
    ...(names === null ? [] : [named(names[at] ?? '')]),
    ...columns.map(({ values }, column) => {
      const value = values[at] ?? null;
      return value === null ? null : { value, look: looks[column] ?? TEXT };
    }),
  ]);
  const head = [...(names === null ? [] : [null]), ...columns.map(({ name }) => named(name))];
  const memory = new Memory();
  const zip = new ZipWriter(memory);
  const written = [head, ...rows].map((row, at) => cells.row(row, at + 1)).join('');
  await zip.add('xl/worksheets/sheet1.xml', [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><cols><col min="1" max="${String(columns.length + 1)}" width="18" customWidth="1"/></cols><sheetData>${written}</sheetData></worksheet>`,
  ]);
  await zip.add('xl/sharedStrings.xml', sharedTextsPart(shared.texts));
  for (const [name, part] of workbookParts(['Sheet1'], styles.part())) await zip.add(name, [part]);
  await zip.end();
  return memory.bytes();
}

/** A file of a few kilobytes. */
class Memory implements ZipPlace {
  #held = Buffer.alloc(16_384);
  #length = 0;

  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }> {
    const end = position + length;
    if (end > this.#held.length) this.#held = Buffer.concat([this.#held, Buffer.alloc(end)]);
    bytes.copy(this.#held, position, offset, offset + length);
    this.#length = Math.max(this.#length, end);
    return Promise.resolve({ bytesWritten: length });
  }

  bytes(): Buffer {
    return this.#held.subarray(0, this.#length);
  }
}
