import { describe, expect, it } from 'vitest';
import { formatSentence } from '../../../../renderer/features/import/format-sentence.model.ts';
import { wordsIn } from '../words.ts';

const titles = [
  { row: 1, text: 'Norrland Kaffe AB' },
  { row: 2, text: 'Fakturarader' },
  { row: 3, text: '' },
];
const csv = {
  sheets: [],
  sheet: null,
  format: { encoding: 'windows-1252', separator: ';', decimal: ',', date: 'ymd' },
  headerRow: 4,
  skippedRows: titles,
} as const;
const workbook = {
  sheets: [
    { name: 'Orders', rows: 10_195, hidden: false },
    { name: 'Returns', rows: 801, hidden: false },
  ],
  sheet: 'Orders',
  format: { encoding: null, separator: null, decimal: null, date: 'serial-1900' },
  headerRow: 1,
  skippedRows: [],
} as const;

describe('how the file is read, in words', () => {
  it('says everything that was guessed of a Swedish text file', async () => {
    expect(formatSentence(await wordsIn('sv'), csv)).toBe(
      'Semikolon, Windows-1252, decimalkomma, datum ÅÅÅÅ-MM-DD. Rubrikrad 4; tre rader ovanför hoppas över.',
    );
  });

  it('says the same in English', async () => {
    expect(formatSentence(await wordsIn('en'), csv)).toBe(
      'Semicolon, Windows-1252, decimal comma, dates YYYY-MM-DD. Header row 4; three rows above are skipped.',
    );
  });

  it('speaks of one row in the singular', async () => {
    const one = { ...csv, headerRow: 2, skippedRows: titles.slice(0, 1) };
    expect(formatSentence(await wordsIn('sv'), one)).toMatch(/Rubrikrad 2; en rad ovanför hoppas över\.$/);
  });

  it('names the sheet of a workbook with several, and leaves out what a workbook has not', async () => {
    expect(formatSentence(await wordsIn('sv'), workbook)).toBe('Blad ”Orders”, datum som Excel-datum. Rubrikrad 1.');
  });

  it('has only the header to tell of a file of one sheet without dates or numbers', async () => {
    const plain = { ...workbook, sheets: [], format: { ...workbook.format, date: null } };
    expect(formatSentence(await wordsIn('en'), plain)).toBe('Header row 1.');
  });

  it('says first which export it was recognised as, in both languages', async () => {
    const shop = { ...csv, preset: 'shopify-orders', skippedRows: [] } as const;
    expect(formatSentence(await wordsIn('sv'), shop)).toMatch(/^Läses som export ur Shopify\. Semikolon, /);
    const invoices = { ...csv, preset: 'swedish-invoicing' } as const;
    expect(formatSentence(await wordsIn('en'), invoices)).toMatch(
      /^Read as an export from a Swedish invoicing program\. Semicolon, /,
    );
  });

  it('leaves the header row out where it is no longer known', async () => {
    expect(formatSentence(await wordsIn('en'), { ...csv, headerRow: null })).toBe(
      'Semicolon, Windows-1252, decimal comma, dates YYYY-MM-DD.',
    );
  });

  it('leaves the header row out of bookkeeping, which has none', async () => {
    expect(formatSentence(await wordsIn('en'), { ...csv, headerRow: 0 })).not.toContain('row');
  });
});
