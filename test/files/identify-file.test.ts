import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { verdict, withFile } from '../fixtures/read-bytes.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import { compoundOf } from '../fixtures/compound.ts';
import { zipOf } from '../fixtures/zip.ts';

const identify = async (bytes: string | Uint8Array, name = 'export.xls') => await withFile(bytes, identifyFile, name);
const plain = (...names: string[]): Buffer => zipOf(names.map((name) => [name, 'x']));

describe('a file is what its content says, whatever its name', () => {
  it.each([
    ['text', 'a;b\n1;2\n', 'data.xlsx'],
    ['text', 'a', 'data.pdf'],
    ['text', 'ID;Produkt\n1;x\n', 'data.csv'],
    ['text', 'Collection,Items <= 50kg\n', 'data.html'],
    ['text', "Column A;<a href=''>Link</a>;Column C\n", 'data.csv'],
    ['text', 'PAR1;PKW;BMW\n', 'data.bin'],
    ['text', 'a,b\nx\0y,2\n', 'data.csv'],
    ['sie', '#FLAGGA 0\r\n#FORMAT PC8\r\n\u001a', 'bok.se'],
    ['text', '#FLAGG;Belopp\n1;2\n', 'bok.se'],
    ['xlsx', workbookOf({}), 'data.csv'],
    ['xlsb', plain('[Content_Types].xml', 'xl/workbook.bin'), 'data.xlsx'],
    [
      'ods',
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', ''],
      ]),
      'data.zip',
    ],
    ['xls', compoundOf(['Root Entry', 'Workbook']), 'data.doc'],
    ['xls', compoundOf(['Root Entry', 'Book']), 'data.doc'],
    ['xls', Buffer.from('0900040002001000', 'hex'), 'data.csv'],
  ])('%s', async (format, bytes, name) => {
    expect((await identify(bytes, name)).format).toBe(format);
  });

  it.each([
    ['pdf', '%PDF-1.7\n%âãÏÓ\n'],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['image', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image', 'GIF89a\u0001'],
    ['html', '<html><body><table><tr><td>1</td></tr></table></body></html>'],
    ['html', '\uFEFF\r\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD">'],
    ['html', '<?xml version="1.0"?><html xmlns="x"></html>'],
    ['html', Buffer.from('\uFEFF<table><tr>', 'utf16le')],
    ['xml', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['rtf', '{\\rtf1\\ansi}'],
    ['archive', Buffer.from('1f8b0800000000000003', 'hex')],
    ['archive', Buffer.from('377abcaf271c0004', 'hex')],
    ['archive', plain('a.csv', 'b.csv')],
    ['archive', zipOf([])],
    ['document', plain('[Content_Types].xml', 'word/document.xml', 'word/embeddings/xl/workbook.xml')],
    [
      'document',
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.text'],
        ['content.xml', ''],
      ]),
    ],
    ['document', compoundOf(['Root Entry', 'WordDocument'])],
    ['presentation', plain('[Content_Types].xml', 'ppt/presentation.xml')],
    ['presentation', compoundOf(['Root Entry', 'PowerPoint Document'])],
    ['numbers', plain('Index/Document.iwa', 'Metadata/Properties.plist')],
    ['numbers', plain('Index.zip', 'preview.jpg')],
    ['compound', compoundOf(['Root Entry', '__properties_version1.0'])],
    ['database', 'SQLite format 3\0\u0010\0'],
    ['parquet', Buffer.from('504152311504', 'hex')],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 32))],
    ['utf-32', Buffer.from('fffe000061000000', 'hex')],
  ])('%s is no table', async (what, bytes) => {
    expect(await verdict(identify(bytes))).toBe(`E_FILE_TYPE ${what}`);
  });

  it.each([
    ['E_FILE_EMPTY', ''],
    ['E_FILE_ENCRYPTED', compoundOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])],
    [
      'E_FILE_ENCRYPTED',
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', 'x'],
        ['META-INF/manifest.xml', '<manifest:encryption-data manifest:checksum="x"/>'],
      ]),
    ],
    ['E_FILE_DAMAGED container', compoundOf(['Root Entry', 'Workbook']).subarray(0, 600)],
    ['E_FILE_DAMAGED container', compoundOf(['Root Entry', 'Workbook'], { loop: true })],
    ['E_FILE_DAMAGED zip', workbookOf({}).subarray(0, -30)],
    ['E_FILE_DAMAGED zip', 'PK\u0003\u0004'],
  ])('%s', async (code, bytes) => {
    expect(await verdict(identify(bytes))).toBe(code);
  });

  it('gives name, size and digest, and a missing file its own error', async () => {
    const bytes = Buffer.alloc(3_000_000, 'a;1\n');
    const facts = await identify(bytes, 'Försäljning 2026.csv');
    expect(facts).toEqual({
      name: 'Försäljning 2026.csv',
      size: 3_000_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      format: 'text',
      encoding: 'utf-8',
    });
    expect(await verdict(identifyFile('/nowhere/at/all.csv'))).toBe('E_FILE_MISSING');
    expect(await verdict(identifyFile('/'))).toBe('E_FILE_MISSING');
  });
});
