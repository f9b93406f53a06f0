import type { ExportValues } from '#engine/own-export/export-table.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAX_NAME = 31;

/** Cell styles by what they show, in the order of `STYLES`. `quotePrefix` keeps a text text when it is edited. */
export const STYLE = { plain: 0, header: 1, text: 2, date: 3, instant: 4, money: 5, share: 6 } as const;

const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0.00##'];
const CELLS: readonly (readonly [format: number, font: number, attributes: string])[] = [
  [0, 0, ''],
  [49, 1, ' quotePrefix="1" applyFont="1" applyNumberFormat="1"'],
  [49, 0, ' quotePrefix="1" applyNumberFormat="1"'],
  [164, 0, ' applyNumberFormat="1"'],
  [165, 0, ' applyNumberFormat="1"'],
  [166, 0, ' applyNumberFormat="1"'],
  [10, 0, ' applyNumberFormat="1"'],
];

/** XML references, and `_xHHHH_` for what XML cannot hold; text that looks like such an escape gets its own. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, escapedControl)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function escapedControl(letter: string): string {
  const code = letter.charCodeAt(0);
  const allowed = letter === '\t' || letter === '\n' || (code >= 0x7f && code < 0xa0);
  return allowed ? letter : `_x${code.toString(16).padStart(4, '0').toUpperCase()}_`;
}

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** What a spreadsheet allows as the name of the nth sheet. */
export function sheetName(name: string, nth: number): string {
  const number = nth === 1 ? '' : ` (${String(nth)})`;
  const clean = name.replaceAll(/[\\/?*[\]:]|\p{Cc}/gu, ' ').replaceAll(/^'+|'+$/g, '');
  return (clean.trim().slice(0, MAX_NAME - number.length) || 'Sheet') + number;
}

/** The small parts of a workbook with these sheets and a part of shared texts; `styles` where they are not those of `STYLE`, and what of each sheet is printed on every page: '$4:$4', '$A:$A'. */
export function workbookParts(
  sheets: readonly string[],
  styles = STYLES,
  repeated: readonly (string | null)[] = [],
): readonly (readonly [name: string, xml: string])[] {
  const numbers = sheets.map((_, at) => String(at + 1));
  const overrides = [
    ...numbers.map((n) => [`worksheets/sheet${n}.xml`, 'worksheet'] as const),
    ['styles.xml', 'styles'] as const,
    ['sharedStrings.xml', 'sharedStrings'] as const,
  ].map(([part, type]) => `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`);
  const listed = sheets.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`,
  );
  const titles = sheets.flatMap((name, at) => {
    const place = repeated[at] ?? null;
    if (place === null) return [];
    const sheet = escapeXml(`'${name.replaceAll("'", "''")}'!${place}`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">${sheet}</definedName>`;
  });
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets>${names}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbers.map((n) => ['worksheet', `worksheets/sheet${n}.xml`] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
  ];
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${String(FORMATS.length)}">${FORMATS.map(
  (code, at) => `<numFmt numFmtId="${String(164 + at)}" formatCode="${code}"/>`,
).join(
  '',
)}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(CELLS.length)}">${CELLS.map(
  ([format, font, attributes]) =>
    `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="0" borderId="0" xfId="0"${attributes}/>`,
).join('')}</cellXfs></styleSheet>`;

/** Widths in letters of the text of an ordinary value. */
const WIDTHS: Readonly<Record<ExportValues['type'], number>> = {
  text: 22,
  date: 12,
  instant: 17,
  decimal: 14,
  flag: 9,
  whole: 10,
};

/** What stands before the rows of a sheet: the header stays in sight, columns are as wide as their names and values. */
export function sheetStart(columns: readonly { readonly header: string; readonly values: ExportValues }[]): string {
  const widths = columns.map(({ header, values }, at) => {
    const width = Math.min(40, Math.max(WIDTHS[values.type], header.length + 4));
    return `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

/** What stands after them: a filter over the whole table. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(columns - 1)}${String(rows)}"/></worksheet>`;
}

/** The part of the shared texts, a piece at a time. */
export function* sharedTextsPart(texts: readonly string[]): Generator<string> {
  const count = String(texts.length);
  yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${count}">`;
  for (let from = 0; from < texts.length; from += 4096) {
    const some = texts.slice(from, from + 4096);
    yield some.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  }
  yield '</sst>';
}
