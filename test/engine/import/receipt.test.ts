import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertAll, TEXT_FILE } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
const written = (value: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.trunc(Math.abs(value) / 100))},${String(Math.abs(value) % 100).padStart(2, '0')}`;

/** A row as the test sees it: what it should add, and how it is written. */
const row = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('good' as const), cents, customer: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('no date' as const), cents, customer: fc.constant(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('no amount' as const), cents: fc.constant(0), customer: fc.constant(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('blank' as const), cents: fc.constant(0), customer: fc.constant(1) }),
  },
);

describe('the receipt', () => {
  it('accounts for every row and every hundredth of random messy files, the second time as duplicates', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.boolean(), (rows, withTotal) => {
        const lines = rows.map(({ kind, cents: value, customer }) => {
          const amount = kind === 'no amount' ? 'oklart' : written(value);
          return kind === 'blank'
            ? ['', '', '']
            : [kind === 'no date' ? '?' : '2026-01-05', `Kund ${String(customer)}`, amount];
        });
        const sum = rows.reduce((total, { cents: value }) => total + value, 0);
        const good = rows.filter(({ kind }) => kind === 'good');
        const bad = rows.filter(({ kind }) => kind === 'no date' || kind === 'no amount');
        const total = withTotal && good.length > 0;
        const table = textTable([
          ['Rapport'],
          ['Datum', 'Kund', 'Belopp'],
          ['2026-01-05', 'Säker', '0,01'],
          ...lines,
          ...(total ? [['Summa', '', written(sum + 1)]] : []),
        ]);
        const { receipt, keys } = convertAll(table);
        expect(receipt.rows).toEqual({
          read: lines.length + 3 + (total ? 1 : 0),
          header: 1,
          skipped: 1 + rows.length - good.length - bad.length,
          totals: total ? 1 : 0,
          duplicates: 0,
          rejected: bad.length,
          imported: good.length + 1,
        });
        const rejected = bad.reduce((part, { cents: value }) => part + value, 0);
        expect(receipt.sums['amount']).toEqual({
          file: (sum + 1) / 100,
          imported: (sum + 1 - rejected) / 100,
          duplicates: 0,
          rejected: rejected / 100,
          control: total ? (sum + 1) / 100 : null,
        });
        const again = convertAll(table, {}, TEXT_FILE, keys).receipt;
        expect(again.rows).toEqual({ ...receipt.rows, imported: 0, duplicates: receipt.rows.imported });
        expect(again.sums['amount']?.duplicates).toBe(receipt.sums['amount']?.imported);
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it('accounts for every row of tables of any cells at all', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '-',
        'Summa',
        'Total',
        '2026-01-01',
        '1,5',
        '1.234',
        '#N/A',
        '=1+1',
        '<script>',
        '__proto__',
        '\u0000',
        '00123',
        '1e999',
      ),
      fc.string({ maxLength: 12 }),
      fc.integer().map(String),
      fc.constantFrom(
        true,
        null,
        { formula: 'no value' as const },
        { error: '#REF!' },
        { serial: 60 },
        { serial: 43_468.5 },
        { number: '0.1' },
      ),
    );
    const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(tables, fc.boolean(), (cells, textFile) => {
        const table = textTable([['Datum', 'Kund', 'Belopp', 'Antal', 'Rabatt', 'Resultat'], ...cells]);
        const { receipt, blocks, rejected } = convertAll(table, {}, { ...TEXT_FILE, textFile });
        const { read, header, skipped, totals, duplicates, rejected: refused, imported } = receipt.rows;
        expect(read).toBe(header + skipped + totals + duplicates + refused + imported);
        expect(blocks.reduce((sum, block) => sum + block.rows, 0)).toBe(imported);
        expect(rejected).toHaveLength(refused);
        for (const { file, imported: kept, duplicates: known, rejected: lost } of Object.values(receipt.sums)) {
          expect(Math.round(file * 10_000)).toBe(
            Math.round(kept * 10_000) + Math.round(known * 10_000) + Math.round(lost * 10_000),
          );
        }
      }),
      { seed: 19, numRuns: 800 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
