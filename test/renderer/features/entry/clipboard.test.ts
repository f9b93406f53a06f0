import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipboardCells } from '../../../../renderer/features/entry/clipboard.model.ts';

describe('a block off the clipboard', () => {
  it.each([
    ['a cell alone', 'Hyra', [['Hyra']]],
    [
      'as Excel and Sheets write it',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'as Numbers writes it',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['with old line ends', 'a\rb\r', [['a'], ['b']]],
    [
      'blank cells at the ends of rows',
      '\ta\t\n\t\t\n',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['a blank row between', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a cell with a line end and a tab', '"två\nrader"\t"a\tb"\n', [['två\nrader', 'a\tb']]],
    ['quotes inside quotes', '"säg ""hej"""\tb', [['säg "hej"', 'b']]],
    ['an inch that is no quote', '5" rör\t"stor" fil\n', [['5" rör', '"stor" fil']]],
    ['a quote that nothing closes', '"a\tb\n', [['"a', 'b']]],
    ['nothing', '', []],
  ])('%s', (_, text, cells) => {
    expect(clipboardCells(text)).toEqual(cells);
  });

  it('gives back whatever a spreadsheet has put there', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', 'å', ' ', ';') });
    const written = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(clipboardCells(rows.map((row) => `${row.map(written).join('\t')}\r\n`).join(''))).toEqual(rows);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
