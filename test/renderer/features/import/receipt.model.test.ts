import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAllThere,
  receiptBar,
  receiptRows,
  receiptSums,
  receiptVerdict,
} from '../../../../renderer/features/import/receipt.model.ts';
import { receiptOf } from './receipt-of.ts';

/** The file of the design's picture: 49 508 rows under a header in row 4. */
const rows = { read: 49_512, header: 1, skipped: 3, totals: 1, duplicates: 942, rejected: 354, imported: 48_211 };

describe('rows of the receipt', () => {
  it('counts the rows under header and titles, and finds none missing', () => {
    expect(receiptRows(receiptOf(rows))).toEqual({
      inFile: 49_508,
      imported: 48_211,
      duplicates: 942,
      rejected: 354,
      totals: 1,
      missing: 0,
    });
  });

  it('says how many rows nothing accounts for', () => {
    expect(receiptVerdict(receiptOf({ ...rows, imported: 48_209 }))).toEqual({ is: 'rows-missing', count: 2 });
  });
});

describe('the bar', () => {
  it('shows a single bad row in a million', () => {
    const bar = receiptBar(receiptRows(receiptOf({ read: 1_000_001, imported: 1_000_000, rejected: 1 })));
    expect(bar.rejected).toBeGreaterThan(0.005);
  });

  it('is empty for a file without rows', () => {
    expect(receiptBar(receiptRows(receiptOf({})))).toEqual({ imported: 0, duplicates: 0, rejected: 0 });
  });

  it('always fills the whole width', () => {
    const count = fc.nat({ max: 2_000_000 });
    fc.assert(
      fc.property(count, count, count, (imported, duplicates, rejected) => {
        fc.pre(imported + duplicates + rejected > 0);
        const read = imported + duplicates + rejected;
        const bar = receiptBar(receiptRows(receiptOf({ read, imported, duplicates, rejected })));
        expect(bar.imported + bar.duplicates + bar.rejected).toBeCloseTo(1, 9);
      }),
      { seed: 11 },
    );
  });
});

describe('sums of the receipt', () => {
  it('puts the amount first and keeps the rest in order', () => {
    const sums = receiptSums(receiptOf({}, { cost: {}, quantity: {}, amount: {}, unit_price: {} }));
    expect(sums.map(({ field }) => field)).toEqual(['amount', 'quantity', 'cost', 'unit_price']);
  });

  it('agrees with the file’s own total row', () => {
    const amount = { file: 18_431_907.5, imported: 18_420_112, rejected: 11_795.5, control: 18_431_907.5 };
    expect(receiptVerdict(receiptOf(rows, { amount }))).toEqual({ is: 'control-agrees' });
  });

  it('does not take the grain of doubles for a difference', () => {
    // 0.1 + 0.2 is 0.30000000000000004 as a double; as decimals of four places they are equal.
    expect(receiptVerdict(receiptOf({}, { amount: { file: 0.3, imported: 0.1, duplicates: 0.2 } }))).toEqual({
      is: 'sums-agree',
    });
  });

  it('gives the difference when the total row says another sum', () => {
    const amount = { file: 1000, imported: 1000, control: 1090.5 };
    expect(receiptVerdict(receiptOf({}, { amount }))).toEqual({
      is: 'control-differs',
      field: 'amount',
      difference: 90.5,
    });
  });

  it('finds an amount that no line accounts for, down to a ten-thousandth', () => {
    const quantity = { file: 10, imported: 9.9999 };
    expect(receiptVerdict(receiptOf({}, { quantity }))).toEqual({
      is: 'sum-missing',
      field: 'quantity',
      difference: 0.0001,
    });
  });

  it('says that rows agree where there is nothing to add up', () => {
    expect(receiptVerdict(receiptOf(rows))).toEqual({ is: 'rows-agree' });
  });
});

describe('a file that is there already', () => {
  it('is one where every readable row is a duplicate', () => {
    expect(isAllThere(receiptOf({ read: 10_195, header: 1, duplicates: 10_194 }))).toBe(true);
  });

  it('is not one with a row to correct, nor an empty one', () => {
    expect(isAllThere(receiptOf({ read: 3, header: 1, duplicates: 1, rejected: 1 }))).toBe(false);
    expect(isAllThere(receiptOf({ read: 1, header: 1 }))).toBe(false);
  });
});
