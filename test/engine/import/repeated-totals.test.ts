import { describe, expect, it } from 'vitest';
import { convertAll, fieldValues } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

const HEADER = ['Fakturanr', 'Fakturadatum', 'Kund', 'Artikel', 'Antal', 'À-pris', 'Belopp'];
const LINES = [
  ['1001', '2026-01-13', 'A', 'Bönor', '3', '100,00', '400,50'],
  ['1001', '2026-01-13', 'A', 'Kopp', '2', '50,25', '400,50'],
  ['1002', '2026-01-14', 'B', 'Bönor', '1', '100,00', '100,00'],
];

describe('an order’s amount on each of its lines', () => {
  it('is not counted twice: the lines are quantity × unit price', () => {
    const read = convertAll(textTable([HEADER, ...LINES]));
    expect(fieldValues(read, 'amount')).toEqual([3_000_000, 1_005_000, 1_000_000]);
    expect(fieldValues(read, 'custom:Belopp')).toEqual([4_005_000, 4_005_000, 1_000_000]);
    expect(read.receipt.derived).toEqual([{ field: 'amount', from: 'quantity * unit_price' }]);
    expect(read.plan.notices).toContainEqual({ code: 'order-totals-repeat', details: { column: 'Belopp' } });
  });

  it('stays what it is where the user says so', () => {
    const read = convertAll(textTable([HEADER, ...LINES]), { columns: { '6': { to: 'field', field: 'amount' } } });
    expect(fieldValues(read, 'amount')).toEqual([4_005_000, 4_005_000, 1_000_000]);
  });

  it('is only mentioned where nothing proves it', () => {
    const rows = ['1', '1', '2', '2', '3', '3'].map((order, at) => [
      order,
      '2026-01-13',
      `Vara ${at}`,
      `${Number(order) * 10},50`,
    ]);
    const read = convertAll(textTable([['Fakturanr', 'Fakturadatum', 'Artikel', 'Belopp'], ...rows]));
    expect(read.receipt.sums['amount']?.imported).toBe(2 * (10.5 + 20.5 + 30.5));
    expect(read.plan.notices).toContainEqual({
      code: 'order-totals-repeat',
      details: { column: 'Belopp', context: 'unproved' },
    });
  });

  it.each([
    [
      'lines of their own',
      [
        ['1', '2', '10,00', '20,00'],
        ['1', '3', '10,00', '30,00'],
      ],
    ],
    [
      'lines that cost the same',
      [
        ['1', '2', '10,00', '20,00'],
        ['1', '2', '10,00', '20,00'],
      ],
    ],
  ])('is not found in %s', (_, rows) => {
    const dated = rows.map(([order = '', quantity = '', price = '', amount = '']) => [order, '2026-01-13', quantity, price, amount]); // prettier-ignore
    const read = convertAll(textTable([['Fakturanr', 'Fakturadatum', 'Antal', 'À-pris', 'Belopp'], ...dated]));
    expect(read.plan.notices).toEqual([]);
    expect(read.receipt.derived).toEqual([]);
  });
});
