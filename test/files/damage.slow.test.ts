import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes, verdict } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';
import { workbookOf } from '../fixtures/workbook.ts';

describe('damage by chance', () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" s="1"><v>${44_000 + i}</v></c><c r="B${i + 1}" t="s"><v>${i % 9}</v></c><c r="C${i + 1}"><v>${i * 1.25}</v></c></row>`,
  );
  const strings = Array.from({ length: 9 }, (_, i) => `<si><t>text ${i}</t></si>`).join('');
  const whole = workbookOf({ sheet: rows.join(''), strings, formats: [14] });

  it('changed bytes are noticed or change nothing', async () => {
    const expected = cellTexts((await readBytes(whole)).table);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          const read = await verdict(readBytes(bytes).then(({ table }) => expect(cellTexts(table)).toEqual(expected)));
          expect(read).toMatch(/^(?:ok|E_FILE_(?:DAMAGED|TOO_LARGE|TYPE|ENCRYPTED)\b.*)$/);
        },
      ),
      { seed: 5, numRuns: 1000 },
    );
  });

  it('a file cut anywhere is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: whole.length - 1 }), async (length) => {
        expect(await verdict(readBytes(whole.subarray(0, length)))).toBe('E_FILE_DAMAGED zip');
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('XML with a stray piece ends in a table or a typed error, and harms no prototype', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '&',
      '</c>',
      '<c>',
      '<row>',
      '</row>',
      '<v>',
      '</v>',
      '<!--',
      ']]>',
      '<![CDATA[',
      '<?',
      'r="__proto__"',
      't="s"',
      '&#x110000;',
      '\0',
      '<is>',
      ' ',
    );
    const sheet = rows.join('');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sheet.length }),
        fc.integer({ min: 0, max: 12 }),
        piece,
        async (at, cut, text) => {
          const mutant = sheet.slice(0, at) + text + sheet.slice(at + cut);
          expect(await verdict(readBytes(workbookOf({ sheet: mutant, strings })))).toMatch(
            /^(?:ok|E_FILE_DAMAGED \w+)$/,
          );
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { seed: 7, numRuns: 1000 },
    );
  });
});

it('any bytes at all end in a table or a typed error', async () => {
  const magic = fc.constantFrom(
    '',
    'PK\u0003\u0004',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    '\u00ff\u00fe',
    '\u00fe\u00ff',
    '\u00ef\u00bb\u00bf',
    'a;b\n',
    '"',
  );
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
      expect(await verdict(readBytes(bytes))).toMatch(/^(?:ok|E_FILE_\w+.*)$/);
    }),
    { seed: 9, numRuns: 1000 },
  );
});

describe('a stray quote in a large file', () => {
  it('swallows no rows, and a line without end is refused', async () => {
    const rows = Buffer.alloc(70_000_000, 'skruv;1,5;x\n');
    const { table } = await readBytes(Buffer.concat([Buffer.from('vara;"5 tum;y\n'), rows]));
    expect(table.rows).toBe(1 + Math.ceil(70_000_000 / 12));
    expect(table.columns[1]?.texts).toEqual(['"5 tum']);
    expect(await verdict(readBytes(Buffer.alloc(70_000_000, 'x')))).toBe('E_FILE_TOO_LARGE record');
  });
});
