import { describe, expect, it } from 'vitest';
import { inspectRows } from './inspect-rows.ts';

const becomes = (rows: Parameters<typeof inspectRows>[0]) => {
  const { kind, columns } = inspectRows(rows);
  return [
    kind,
    Object.fromEntries(columns.map(({ header, target }) => [header, target.to === 'field' ? target.field : target.to])),
  ];
};

describe('lists', () => {
  it('are recognised by their columns', () => {
    expect(
      becomes([
        ['Kundnr', 'Kundnamn', 'Kundgrupp', 'Land', 'Ort', 'Kund sedan', 'Org.nr'],
        ['0071', 'Björk AB', 'Industri', 'Sverige', 'Umeå', '2019-03-01', '556677-8899'],
        ['0072', 'Alm & Co', 'Handel', 'Norge', 'Oslo', '2021-11-15', '556677-8890'],
      ]),
    ).toEqual([
      'customer_list',
      {
        Kundnr: 'customer_id',
        Kundnamn: 'customer',
        Kundgrupp: 'segment',
        Land: 'country',
        Ort: 'city',
        'Kund sedan': 'since',
        'Org.nr': 'custom',
      },
    ]);
    expect(
      becomes([
        ['Artikelnr', 'Benämning', 'Varugrupp', 'À-pris', 'Inköpspris', 'Lagersaldo'],
        ['100', 'Pump', 'Vatten', '1 250,00', '800,50', '14'],
        ['101', 'Ventil', 'Vatten', '99,00', '40,00', '200'],
      ]),
    ).toEqual([
      'product_list',
      {
        Artikelnr: 'product_id',
        Benämning: 'product',
        Varugrupp: 'category',
        'À-pris': 'list_price',
        Inköpspris: 'cost',
        Lagersaldo: 'custom',
      },
    ]);
    expect(
      becomes([
        ['Säljare', 'Team', 'Säljchef', 'Distrikt', 'Anställd'],
        ['Eva', 'Blå', 'Mona', 'Norr', '2020-01-01'],
        ['Bo', 'Röd', 'Mona', 'Syd', '2022-08-15'],
      ]),
    ).toEqual([
      'rep_list',
      { Säljare: 'rep', Team: 'team', Säljchef: 'manager', Distrikt: 'region', Anställd: 'start' },
    ]);
  });

  it('are not what has an event in each row', () => {
    const sales = [
      ['Kund', 'Region', 'Ort', 'Segment', 'När', 'Kronor'],
      ['Alm', 'Norr', 'Umeå', 'A', '2026-01-02', '120,50'],
      ['Björk', 'Syd', 'Lund', 'B', '2026-01-03', '80,00'],
    ];
    expect(becomes(sales)[0]).toBe('sale');
    const repeated = [
      ['Säljare', 'Region'],
      ...Array.from({ length: 40 }, (_, i) => [`Säljare ${String(i % 4)}`, i % 2 === 0 ? 'Norr' : 'Syd']),
    ];
    expect(becomes(repeated)[0]).toBe('sale');
  });

  it('need a name or a number in every row', () => {
    const { receipt, rejected, blockers } = inspectRows([
      ['Kundnr', 'Kundnamn', 'Segment', 'Land'],
      ['1', 'Alm', 'A', 'Sverige'],
      ['', 'Björk', 'B', 'Sverige'],
      ['3', '', 'C', 'Sverige'],
      ['', '', 'D', 'Sverige'],
    ]);
    expect(blockers).toEqual([]);
    expect(receipt.rows).toMatchObject({ imported: 3, rejected: 1 });
    expect(rejected.map(({ row, field, reason }) => [row, field, reason])).toEqual([[5, 'customer', 'missing']]);
  });

  it('reject a row without the only key, and say when there is none', () => {
    const rows = [
      ['Kundnamn', 'Segment', 'Land'],
      ['Alm', 'A', 'Sverige'],
      ['', 'B', 'Norge'],
    ];
    expect(inspectRows(rows).rejected.map(({ row, field }) => [row, field])).toEqual([[3, 'customer']]);
    const without = inspectRows(
      [
        ['Segment', 'Land'],
        ['A', 'Sverige'],
      ],
      { kind: 'customer_list' },
    );
    expect(without.blockers).toEqual([{ code: 'E_MISSING_FIELD', field: 'customer', column: null }]);
  });

  it('tell of rows whose key the file has already', () => {
    const { notices } = inspectRows(
      [
        ['Artikelnr', 'Produkt', 'Kategori'],
        ['1', 'Pump', 'A'],
        ['2', 'Pump', 'A'],
        ['1', 'Pump X', 'B'],
        ['', 'Ventil', 'B'],
        ['', 'Ventil', 'C'],
      ],
      { kind: 'product_list' },
    );
    expect(notices).toContainEqual({ code: 'repeated-keys', details: { rows: 2, example: '1' } });
  });
});
