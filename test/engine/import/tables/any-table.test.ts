import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutTables } from '#engine/import/tables/lay-out-tables.ts';
import { AppError } from '#shared/errors.ts';
import { convertAll, type Converted } from '../inspect-rows.ts';
import { textTable } from '../table-of.ts';

const word = fc.constantFrom(
  'Datum',
  'Kund',
  'Belopp',
  'Region',
  'Norr',
  'Syd',
  'Alfa',
  'Summa',
  'Delsumma Norr',
  'jan',
  'feb',
  'mar',
  '2026-01',
);
const value = fc.constantFrom('1', '2', '3', '10', '1,5', '2026-01-01', '2026', '100');
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: word },
  { weight: 5, arbitrary: value },
);
const sheet = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 14 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

function converted(table: Parameters<typeof convertAll>[0]): Converted | null {
  try {
    return convertAll(table);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

it('whatever stands on the sheets, every table is accounted for and laid out the same way twice', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const named = sheets.map((rows, index) => ({ sheet: `Blad ${String(index + 1)} 2026`, table: textTable(rows) }));
      const tables = layOutTables(named, {});
      expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
      expect(layOutTables(named, {}).map(({ id }) => id)).toEqual(tables.map(({ id }) => id));
      for (const { table } of tables) {
        const read = converted(table);
        if (read === null) continue;
        const { read: all, header, skipped, totals, duplicates, rejected, imported } = read.receipt.rows;
        expect(all).toBe(header + skipped + totals + duplicates + rejected + imported);
        expect(Math.min(header, skipped, totals, imported)).toBeGreaterThanOrEqual(0);
        const heights = Math.max(...sheets.map((rows) => rows.length));
        for (const block of read.blocks)
          for (const row of block.fileRows) expect(row >= 1 && row <= heights).toBe(true);
      }
    }),
    { numRuns: 800, seed: 20_261_121 },
  );
});
