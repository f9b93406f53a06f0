import fc from 'fast-check';
import { readXlsx as readWithHucre } from 'hucre';
import { describe, expect, it } from 'vitest';
import { DATE, DOT, NO_CACHED_VALUE } from '#engine/import/raw-table.ts';
import { isDateFormat } from '#files/xlsx/date-formats.ts';
import { readBytes, verdict } from '../fixtures/read-bytes.ts';
import { cellOf, cellTexts } from '../fixtures/table-cells.ts';
import { workbookOf, type WorkbookParts } from '../fixtures/workbook.ts';

const read = async (parts: WorkbookParts, sheet?: string) =>
  await readBytes(workbookOf(parts), sheet === undefined ? {} : { sheet });
const cells = async (parts: WorkbookParts): Promise<string[][]> => cellTexts((await read(parts)).table);

describe('cells', () => {
  it('reads every kind of cell', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>inline</t></is></c><c r="C1"><v>12.5</v></c>' +
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>sharedx</v></c>' +
      '<c r="G1"><f>1+1</f><v>2</v></c><c r="H1"><f>NOW()</f></c><c r="I1" t="d"><v>2021-01-31</v></c><c r="J1" s="1"/></row>';
    expect(await cells({ sheet, strings: '<si><t>shared</t></si>' })).toEqual([
      ['shared', 'inline', '12.5', 'TRUE', '#REF!', 'sharedx', '2', '(formula)', '2021-01-31'],
    ]);
  });

  it('a formula without its value is told apart from one that gives an empty text', async () => {
    const { table } = await read({
      sheet:
        '<row><c><v>1</v></c><c><f>A1</f><v></v></c><c><f>A1</f><v/></c><c t="str"><f>A1</f><v></v></c><c t="str"><f>A1</f></c></row>',
    });
    expect([1, 2, 3, 4].map((column) => cellOf(table, 0, column).tag)).toEqual([
      NO_CACHED_VALUE,
      NO_CACHED_VALUE,
      0,
      NO_CACHED_VALUE,
    ]);
  });

  it('finds places without references, and keeps the row numbers of a sparse sheet', async () => {
    const { table } = await read({
      sheet:
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row r="7"/><row><c r="B8"><v>5</v></c></row>',
    });
    expect(cellTexts(table)).toEqual([
      ['1', '2', '', ''],
      ['', '', '3', '4'],
      ['', '5', '', ''],
    ]);
    expect(table.fileRows).toEqual(Int32Array.from([1, 5, 8]));
  });

  it('reads cells alike, however their tags are written', async () => {
    const strings =
      '<si><t>plain</t></si><si><t xml:space="preserve">a &amp; b</t></si><si><r><t>ri</t></r><r><t>ch</t></r></si><si><t/></si>';
    const plain =
      '<row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="0" t="s"><v>1</v></c><c r="D1" t="n"><v>-1.5E-3</v></c></row>' +
      '<row r="3"><c r="AB3" t="s" s="0"><v>2</v></c><c r="AC3" t="s"><v>3</v></c></row>';
    const others = [
      plain.replaceAll('"', "'"),
      plain.replaceAll(' r=', '\n  r = ').replaceAll('<v>', '<v >'),
      plain.replaceAll('</v>', '</v><!-- -->').replaceAll('</c>', '</c >'),
      plain.replaceAll(/(\d)<\/v>/g, '<![CDATA[$1]]></v>'),
    ];
    const read = await cells({ sheet: plain, strings, formats: [14] });
    expect(read[0]?.slice(0, 4)).toEqual(['date 45292', 'plain', 'a & b', '-0.0015']);
    expect(read[1]?.[27]).toBe('rich');
    for (const sheet of others) expect(await cells({ sheet, strings, formats: [14] })).toEqual(read);
  });

  it.each([
    '<c r="A2"><v>1</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A1" t="s"><v>7</v></c>',
    '<c r="A1"><v>1</w></c>',
  ])('refuses %s in row 1', async (cell) => {
    const sheet = `<row r="1">${cell}</row>`;
    expect(await verdict(read({ sheet, strings: '<si><t>one</t></si>' }))).toMatch(/^E_FILE_DAMAGED/);
  });

  it('shows where merged cells lie in the rows that have content', async () => {
    const { table } = await read({
      sheet: '<row r="3"><c r="A3"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>',
      after:
        '<mergeCells count="3"><mergeCell ref="A3:B4"/><mergeCell ref="C3:D5"/><mergeCell ref="A9:B10"/></mergeCells>',
    });
    expect(table.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 2, bottom: 1, right: 3 },
    ]);
  });
});

describe('texts', () => {
  it.each([
    [
      'runs without phonetic guides',
      '<r><rPr><b/></rPr><t>bo</t></r><r><t xml:space="preserve">ld </t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/>',
      'bold ',
    ],
    ['references', '<t>a &lt;b&gt; &amp;amp; &quot;c&quot; &#229;&#xE4;&#x1F600;</t>', 'a <b> &amp; "c" åä😀'],
    ['escapes of the spreadsheet', '<t>a_x000D_b_x005F_x000A_c</t>', 'a\rb_x000A_c'],
    ['spaces', '<t xml:space="preserve">  a  </t>', '  a  '],
    ['comment and CDATA', '<t>a<!-- no -->b<![CDATA[<c> & ]]>d</t>', 'ab<c> & d'],
    ['line ends', '<t>a\r\nb</t>', 'a\nb'],
    ['å ä ö', '<t>Åkerö</t>', 'Åkerö'],
  ])('%s', async (_name, inside, text) => {
    const sheet = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is>${inside}</is></c></row>`;
    const { table } = await read({ sheet, strings: `<si>${inside}</si>` });
    expect(cellTexts(table)).toEqual([[text, text]]);
    expect(table.columns[0]?.texts).toEqual([text]);
  });

  it.each([
    ['<c t="str"><v><![CDATA[a < b & c]]></v></c>', 'a < b & c'],
    ['<c t="str"><v>a<!-- no --> b<![CDATA[]]>&amp;c</v></c>', 'a b&c'],
    ['<c><v><![CDATA[12.5]]></v></c>', '12.5'],
    ['<c t="b"><v><?no no?>1</v></c>', 'TRUE'],
  ])('a value in sections or around comments: %s', async (cell, text) => {
    expect(await cells({ sheet: `<row>${cell}<c><v>7</v></c></row>` })).toEqual([[text, '7']]);
  });

  it('markup in a cell is text', async () => {
    expect(
      await cells({ sheet: '<row><c t="inlineStr"><is><t>&lt;script&gt;alert(1)&lt;/script&gt;</t></is></c></row>' }),
    ).toEqual([['<script>alert(1)</script>']]);
  });
});

describe('numbers at fifteen significant digits', () => {
  it.each([
    ['55.00000000000001', DOT, 55],
    ['0.30000000000000004', DOT + 1, 3],
    ['1.005', DOT + 3, 1005],
    ['-110.7', DOT + 1, -1107],
    ['12.50', DOT + 1, 125],
    ['1.5E-3', DOT + 4, 15],
    ['1.23E5', DOT, 123_000],
    ['9.9999999999999995E-2', DOT + 1, 1],
    ['0.1234567890123456', DOT + 15, 123_456_789_012_346],
    ['-5.6843418860808015E-14', DOT + 15, -57],
    ['1E-300', DOT, 0],
    ['-0', DOT, 0],
    ['999999999999999', DOT, 999_999_999_999_999],
    ['1001.0', DOT, 1001],
  ])('%s', async (text, tag, value) => {
    for (const sheet of [`<row><c><v>${text}</v></c></row>`, `<row r="7"><c r="A7"><v>${text}</v></c></row>`]) {
      const { table } = await read({ sheet });
      expect(cellOf(table, 0, 0)).toEqual({ tag, value });
    }
  });

  it.each(['1E+20', '9999999999999999', 'NaN', '1.2.3', '12abc', '1E'])(
    '%s does not fit and stays as written',
    async (text) => {
      expect(await cells({ sheet: `<row><c><v>${text}</v></c></row>` })).toEqual([[text]]);
      expect(await cells({ sheet: `<row r="1"><c r="A1"><v>${text}</v></c></row>` })).toEqual([[text]]);
    },
  );

  it('agrees with decimal rounding by BigInt', async () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 19n });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(digits, fc.integer({ min: 0, max: 14 })), { minLength: 1, maxLength: 200 }),
        async (list) => {
          const texts = list.map(([mantissa, decimals]) => decimalText(mantissa, decimals));
          const sheet = texts.map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${text}</v></c></row>`).join('');
          const expected = list.map(([mantissa, decimals]) => [roundedText(mantissa, decimals)]);
          const rows = await cells({ sheet });
          rows.forEach((row, index) => {
            if (expected[index]?.[0] !== null)
              expect([texts[index], row[0]]).toEqual([texts[index], expected[index]?.[0]]);
          });
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });
});

function decimalText(mantissa: bigint, decimals: number): string {
  const text = String(mantissa).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** To fifteen significant digits, half away from zero; null where the whole part alone is longer. */
function roundedText(mantissa: bigint, decimals: number): string | null {
  const drop = String(mantissa).length - 15;
  if (drop <= 0) return trimmed(decimalText(mantissa, decimals));
  if (drop > decimals) return null;
  const unit = 10n ** BigInt(drop);
  const rounded = (mantissa + unit / 2n) / unit;
  return String(rounded).length - (decimals - drop) > 15 ? null : trimmed(decimalText(rounded, decimals - drop));
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

describe('dates by number format', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['[$-41D]d mmmm yyyy;@', true],
    ['[h]:mm:ss', true],
    ['h:mm AM/PM', true],
    ['mmm\\-yy', true],
    ['General', false],
    ['#,##0.00" dagar"', false],
    ['#,##0\\ \\d', false],
    ['[Red]0.00;[Blue]-0.00', false],
    ['_-* #,##0.00 _k_r_-', false],
    ['0.00E+00', false],
    ['@', false],
  ])('%s: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate);
  });

  it('takes built-in and custom formats from the cell styles only', async () => {
    const formats = [14, 22, 45, 30, 57, 2, 'yyyy\\-mm\\-dd', '0 "d"'];
    const sheet = `<row>${['', ...formats].map((_, style) => `<c s="${style}"><v>44927.5</v></c>`).join('')}</row>`;
    const { table } = await read({ sheet, formats });
    expect(table.columns.map((_, column) => cellOf(table, 0, column).tag)).toEqual([
      DOT + 1,
      DATE,
      DATE,
      DATE,
      DATE,
      DATE,
      DOT + 1,
      DATE,
      DOT + 1,
    ]);
    expect(cellOf(table, 0, 1).value).toBe(44_927.5);
  });

  it.each([
    ['', 1900],
    ['<workbookPr date1904="1"/>', 1904],
    ['<workbookPr date1904="false"/>', 1900],
  ])('%s is the %i system', async (workbookPr, system) => {
    expect((await read({ sheet: '<row><c><v>1</v></c></row>', workbookPr })).table.dateSystem).toBe(system);
  });
});

describe('sheets', () => {
  const row = '<row r="2"><c><v>1</v></c></row>';
  it('takes the first visible sheet with content and counts the rows of all', async () => {
    const result = await read({
      more: [
        ['Gömd', 'hidden', row + row],
        ['Djup', 'veryHidden', ''],
        ['Blad', 'visible', row],
      ],
    });
    expect(result.sheet).toBe('Blad');
    expect(result.sheets).toEqual([
      { name: 'Data', rows: 0, hidden: false },
      { name: 'Gömd', rows: 2, hidden: true },
      { name: 'Djup', rows: 0, hidden: true },
      { name: 'Blad', rows: 1, hidden: false },
    ]);
  });

  it('reads the sheet asked for, and says when there is none of that name', async () => {
    const parts = { sheet: row, more: [['Two', 'visible', '<row><c><v>2</v></c></row>']] } as const;
    expect(cellTexts((await read(parts, 'Two')).table)).toEqual([['2']]);
    expect(await verdict(read(parts, 'Three'))).toBe('E_NOT_FOUND');
  });
});

describe('other ways to write the same', () => {
  const expected = [['a', '1.5']];
  it.each([
    [
      'prefixed names',
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ],
    [
      'single quotes, spaces and comments',
      `<?xml version='1.0'?><!-- x --><worksheet><sheetData ><row  r = '1' ><!-- y --><c  t='inlineStr'  r='A1' ><is ><t >a</t ></is ></c > <c\n r="B1"\t><v >1.5</v ></c ></row ></sheetData ></worksheet >`,
    ],
    [
      'foreign elements',
      '<?xml version="1.0"?><worksheet><sheetPr/><cols><col min="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><extLst><ext><c><v>9</v></c></ext></extLst></c><c r="B1"><v>1.5</v></c><extLst><c r="C1"><v>7</v></c></extLst></row></sheetData><extLst><row><c><v>8</v></c></row></extLst></worksheet>',
    ],
  ])('%s', async (_name, sheet) => {
    expect(await cells({ sheet })).toEqual(expected);
  });

  it('UTF-16 parts and ZIP64', async () => {
    const sheet = Buffer.from(
      '\uFEFF<?xml version="1.0" encoding="utf-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>å€</t></is></c></row></sheetData></worksheet>',
      'utf16le',
    );
    expect(await cells({ sheet })).toEqual([['å€']]);
    expect(await cells({ sheet: '<row><c><v>1</v></c></row>', zip64: true })).toEqual([['1']]);
  });

  it('cells as they are mostly written, and the same with other quotes', async () => {
    const digits = fc.tuple(fc.constantFrom('', '-', '+'), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat(16));
    const number = fc.oneof(
      digits.map(([sign, mantissa, decimals]) => sign + decimalText(mantissa, decimals)),
      fc.constantFrom('0', '-0', '007', '.5', '5.', '1E3', '2.5e-7', '-', '.', '1-2', '65535', '65536', '2147483648'),
    );
    const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"');
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(style, number).map(([s, value]) => `${s}><v>${value}</v></c>`) },
      fc.tuple(style, fc.nat(2)).map(([s, text]) => `${s} t="s"><v>${text}</v></c>`),
      fc.tuple(style, number).map(([s, value]) => ` t="n"${s}><v>${value}</v></c>`),
      style.map((s) => `${s}/>`),
      fc.constantFrom(' t="b"><v>1</v></c>', '><f>1+1</f><v>2</v></c>', '></c>', '><v/></c>', ' t="str"><v>x</v></c>'),
    );
    const attributes = fc.constantFrom(
      '',
      '',
      ' spans="1:3"',
      ' hidden="1"',
      ' ht="15" customHeight="1"',
      ' spans="1:3" hidden="0"',
    );
    const row = fc.tuple(
      fc.integer({ min: 1, max: 1_048_576 }),
      attributes,
      fc.array(fc.option(cell), { maxLength: 30 }),
    );
    const parts = {
      strings: '<si><t>a</t></si><si><t/></si><si><t>ö &amp; b</t></si>',
      formats: [14, '#,##0.00 "kr"'],
    };
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { selector: ([number]) => number, minLength: 1, maxLength: 12 }),
        async (rows) => {
          const sheet = rows
            .toSorted(([a], [b]) => a - b)
            .map(([number, given, cells]) => {
              const written = cells.map((one, at) => (one === null ? '' : `<c r="${columnName(at)}${number}"${one}`));
              return `<row r="${number}"${given}>${written.join('')}</row>`;
            })
            .join('');
          expect((await read({ ...parts, sheet })).table).toEqual(
            (await read({ ...parts, sheet: sheet.replaceAll('"', "'") })).table,
          );
        },
      ),
      { seed: 12, numRuns: 300 },
    );
  });

  it('pieces cut anywhere by the unpacking are put together', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}.25</v></c><c r="B${i + 1}" t="s"><v>${i % 500}</v></c><c r="C${i + 1}" t="inlineStr"><is><t>tråd ${i}</t></is></c></row>`,
    );
    const strings = Array.from({ length: 500 }, (_, i) => `<si><t>ö ${i}</t></si>`);
    const result = await cells({ sheet: rows.join(''), strings: strings.join('') });
    expect(result.length).toBe(30_000);
    result.forEach((row, i) => expect(row).toEqual([`${i}.25`, `ö ${i % 500}`, `tråd ${i}`]));
  });
});

const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

it('reads random sheets as hucre does', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ö', '&', '<', ' ', '"', '日'), minLength: 1, maxLength: 6 });
  const cell = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), text, fc.boolean(), fc.constant(null));
  const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const shared: string[] = [];
        const write = (value: number | string | boolean | null, column: number): string => {
          if (value === null) return '<c/>';
          if (typeof value === 'number') return `<c><v>${value}</v></c>`;
          if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
          const inside = `<t xml:space="preserve">${escape(value)}</t>`;
          return column % 2 === 0
            ? `<c t="s"><v>${shared.push(inside) - 1}</v></c>`
            : `<c t="inlineStr"><is>${inside}</is></c>`;
        };
        const sheet = rows.map((row, r) => `<row r="${r + 1}">${row.map(write).join('')}</row>`).join('');
        const file = workbookOf({ sheet, strings: shared.map((inside) => `<si>${inside}</si>`).join('') });
        const theirs = (await readWithHucre(file)).sheets[0]?.rows ?? [];
        const { table } = await readBytes(file);
        const ours = cellTexts(table);
        for (let i = 0; i < table.rows; i++) {
          const row = theirs[(table.fileRows?.[i] ?? i + 1) - 1] ?? [];
          const expected = ours[i]
            ?.map((_, column) => row[column] ?? '')
            .map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)));
          expect(ours[i]).toEqual(expected);
        }
      },
    ),
    { seed: 4, numRuns: 100 },
  );
});
