import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '#shared/importing.ts';
import { readBytes, verdict } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';

const swedish = 'kund;ort;belopp\nÅkerö Bageri;Örebro;1,50\nKafé Äpplet;Malmö;2,25\n';

const bytesIn: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': (text) => iconv.encode(text, 'win1252'),
  'iso-8859-1': (text) => iconv.encode(text, 'latin1'),
  cp437: (text) => iconv.encode(text, 'cp437'),
};

describe('encoding', () => {
  it.each([
    ['utf-8', 'utf-8', ''],
    ['utf-8', 'utf-8', '\uFEFF'],
    ['utf-16le', 'utf-16le', ''],
    ['utf-16le', 'utf-16le', '\uFEFF'],
    ['utf-16be', 'utf-16be', ''],
    ['utf-16be', 'utf-16be', '\uFEFF'],
    ['windows-1252', 'windows-1252', ''],
    ['iso-8859-1', 'windows-1252', ''],
    ['cp437', 'cp437', ''],
  ] as const)('%s is read as %s (mark %j)', async (written, read, mark) => {
    const result = await readBytes(bytesIn[written](mark + swedish));
    expect(result.encoding).toBe(read);
    expect(result.separator).toBe(';');
    expect(result.sample).toBe('Åkerö Bageri;Örebro;1,50');
    expect(cellTexts(result.table)).toEqual(
      swedish
        .trimEnd()
        .split('\n')
        .map((line) => line.split(';')),
    );
  });

  it.each([
    ['windows-1252', 'Peter’s “offert”;1 € styck\nLena’s;2\n'],
    ['windows-1252', 'Søren Ærø;Ñandú\nMüller;Große Straße\n'],
    ['cp437', 'Räksmörgås;ÅSA\nÖLAND;SMÅLAND\n'],
    ['cp437', 'Malmö \nVäxjö \n'],
  ] as const)('%s: %j', async (encoding, text) => {
    const result = await readBytes(bytesIn[encoding](text));
    expect(result.encoding).toBe(encoding);
    expect(cellTexts(result.table)[0]).toEqual(text.split('\n')[0]?.split(';'));
  });

  it('one invalid byte at the very end of a long file decides against UTF-8', async () => {
    const long = Buffer.from('kund;belopp\n' + 'Aktiebolag;1\n'.repeat(200_000));
    const result = await readBytes(Buffer.concat([long, Buffer.from([0x4d, 0x61, 0x6c, 0x6d, 0xf6])]));
    expect(result.encoding).toBe('windows-1252');
    expect(result.sample).toBe('Malmö');
    expect(result.table.columns[0]?.texts).toEqual(['kund', 'Aktiebolag', 'Malmö']);
  });

  it('characters cut by the reading buffer stay whole', async () => {
    const text = `a${'ö€😀'.repeat(200_000)}`;
    const result = await readBytes(`x;y\n${text};1\n`);
    expect(result.encoding).toBe('utf-8');
    expect(cellTexts(result.table)[1]).toEqual([text, '1']);
    const wide = await readBytes(bytesIn['utf-16le'](`\uFEFFx;y\n${text};1\n`));
    expect(cellTexts(wide.table)[1]).toEqual([text, '1']);
  });

  it('the user’s word goes before the guess', async () => {
    const result = await readBytes(bytesIn.cp437(swedish), { encoding: 'windows-1252' });
    expect(result.encoding).toBe('windows-1252');
    expect(cellTexts(result.table)[2]?.[1]).toBe('Malm”');
  });

  it('half a character at the end of UTF-16 is damage', async () => {
    const whole = bytesIn['utf-16le'](`\uFEFF${swedish}`);
    expect(await verdict(readBytes(whole.subarray(0, -1)))).toBe('E_FILE_DAMAGED encoding');
  });
});
