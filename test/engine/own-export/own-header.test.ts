import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '#engine/own-export/decimal-text.ts';
import { guardText, unguardText } from '#engine/own-export/guard-text.ts';
import { ownHeader } from '#engine/own-export/own-header.ts';
import { readOwnHeader } from '#engine/own-export/read-own-header.ts';
import type { FieldInfo } from '#engine/ports/workspace-columns.ts';
import { LOCALES } from '#shared/format.ts';
import { FIELDS_BY_KIND, RECORD_KINDS } from '#shared/record-kinds.ts';
import { convertAll, fieldValues, TEXT_FILE } from '../import/inspect-rows.ts';
import { textTable } from '../import/table-of.ts';

const field = (key: string, rest: Partial<FieldInfo> = {}): FieldInfo => ({
  key,
  type: 'text',
  unit: null,
  label: null,
  dimension: null,
  identifier: false,
  ...rest,
});

describe('the header of our own tables', () => {
  it('names fields, says what the file’s own columns are, and where rows came from', () => {
    const fields = [field('date', { type: 'date' }), field('customer'), field('custom:Lager', { type: 'decimal' }), field('custom:lager'), field('custom:Nr', { identifier: true })]; // prettier-ignore
    expect(ownHeader('sale', fields, 'sv-SE')).toEqual(['Datum', 'Kund', 'Lager [tal]', 'lager [text]', 'Nr [kod]', 'Källfil', 'Källblad', 'Källrad [Nyckeltal: sale]']); // prettier-ignore
    expect(ownHeader('sale', [field('custom:A-b'), field('custom:a b')], 'en-GB').slice(0, 2)).toEqual(['A-b [text]', 'a b [text 2]']); // prettier-ignore
  });

  it.each(RECORD_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    'of %s in %s is read back field for field',
    (kind, locale) => {
      const known = FIELDS_BY_KIND[kind].map(({ key, type }) => field(key, { type }));
      const own = field('custom:Datum [text]', { type: 'date' });
      const read = readOwnHeader(ownHeader(kind, [...known, own], locale), true);
      expect(read?.kind).toBe(kind);
      expect([...(read?.targets.values() ?? [])]).toEqual([
        ...known.map(({ key }) => ({ to: 'field', field: key })),
        { to: 'custom', as: 'date' },
        ...[1, 2, 3].map(() => ({ to: 'ignore' })),
      ]);
      expect(read?.customs.get(known.length)).toEqual({ header: 'Datum [text]', word: 'date' });
    },
  );

  it('is no one else’s', () => {
    expect(readOwnHeader(['Datum', 'Belopp (netto)', 'Kund', 'Källrad'], false)).toBeNull();
  });
});

const HEADER = ['Datum', 'Belopp (netto)', 'Kund', 'Källfil', 'Källblad', 'Källrad [Nyckeltal: sale]'];
const ROWS = [
  ['2026-01-05', '100', 'Summa', 'a.csv', '', '2'],
  ['2026-01-06', '100', 'Totalt', 'a.csv', '', '3'],
];

describe('our own table', () => {
  it('has rows only, whatever they are called', () => {
    const read = convertAll(textTable([HEADER, ...ROWS]), {}, TEXT_FILE);
    expect(read.receipt.rows).toMatchObject({ imported: 2, totals: 0, skipped: 0 });
    expect(fieldValues(read, 'customer')).toEqual(['Summa', 'Totalt']);
    expect(read.plan.importHeader.fields.map(({ key }) => key)).toEqual(['date', 'amount', 'customer']);
  });

  it('may have got a total and a column of somebody’s own', () => {
    const read = convertAll(
      textTable([[...HEADER, 'Kommentar'], ...ROWS.map((row) => [...row, 'ok']), ['', '200', 'Summa', '', '', '', '']]),
      {},
      TEXT_FILE,
    );
    expect(read.receipt.rows).toMatchObject({ imported: 2, totals: 1 });
    expect(fieldValues(read, 'custom:Kommentar')).toEqual(['ok', 'ok']);
  });

  it('is any other table when the user says so', () => {
    const read = convertAll(textTable([HEADER, ...ROWS]), { preset: 'none' }, TEXT_FILE);
    expect(fieldValues(read, 'custom:Källfil')).toContain('a.csv');
  });
});

describe('text that is not to be taken for a formula', () => {
  it.each([
    ['=cmd()', "'=cmd()"],
    ["'=cmd()", "''=cmd()"],
    ['-5', "'-5"],
    ['＠sum', "'＠sum"],
    ["'tis", "'tis"],
    ['a=b', 'a=b'],
  ])('%s is written %s', (text, written) => {
    expect(guardText(text)).toBe(written);
    expect(unguardText(written)).toBe(text);
  });

  it('comes back whatever it is, and never begins like a formula', () => {
    const text = fc.oneof(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\0', '＝', 'x') }), fc.string()); // prettier-ignore
    fc.assert(
      fc.property(text, (given) => {
        expect(guardText(given)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        expect(unguardText(guardText(given))).toBe(given);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

it.each([
  [0, '0'],
  [-125_000, '-12,5'],
  [1, '0,0001'],
  [12_340, '1,2340'],
  [-5, '-0,0005'],
  [Number.MAX_SAFE_INTEGER, '900719925474,0991'],
])('%d ten-thousandths are %s', (scaled, text) => {
  expect(decimalText(scaled, ',')).toBe(text);
});
