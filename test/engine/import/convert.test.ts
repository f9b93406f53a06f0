import { describe, expect, it } from 'vitest';
import { cellText } from '#engine/import/cells.ts';
import { BLOCK_ROWS } from '#engine/import/raw-table.ts';
import { inspectTable } from '#engine/import/inspect.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { convertAll, fieldValues, inspectRows, TEXT_FILE, WORKBOOK, storedContent } from './inspect-rows.ts';
import { textTable, type Cell } from './table-of.ts';

const convert = (rows: readonly (readonly Cell[])[], context = TEXT_FILE) => convertAll(textTable(rows), {}, context);

describe('derived fields', () => {
  it('computes the amount from quantity, unit price and share of discount', () => {
    // 3 × 10.50 × 0.8 = 25.2; 2 × 0.3333 = 0.6666; 1 × 0.0001 × 0.5 = 0.00005, away from zero 0.0001
    const read = convert([
      ['Datum', 'Antal', 'Pris', 'Rabatt'],
      ['2026-01-01', '3', '10,50', '0,2'],
      ['2026-01-01', '2', '0,3333', ''],
      ['2026-01-01', '1', '0,0001', '0,5'],
    ]);
    expect(fieldValues(read, 'amount')).toEqual([252_000, 6_666, 1]);
    expect(read.receipt.derived).toContainEqual({
      field: 'amount',
      from: 'quantity * unit_price * (1 - discount_share)',
    });
    expect(read.receipt.sums['amount']?.file).toBe(25.8667);
  });

  it('reads whole numbers under a per cent sign as per cent, 1 too', () => {
    const shares = (header: string, values: readonly string[]) =>
      fieldValues(
        convert([['Datum', 'Belopp', header], ...values.map((value) => ['2026-01-01', '10', value])]),
        'discount_share',
      );
    expect(shares('Rabatt %', ['1', '0'])).toEqual([100, 0]);
    expect(shares('Rabatt %', ['0,25', '0'])).toEqual([2_500, 0]);
    expect(shares('Rabatt', ['12,5 %', '0 %'])).toEqual([1_250, 0]);
  });

  it('computes the amount from quantity, unit price and amounts of discount', () => {
    const read = convert([
      ['Datum', 'Antal', 'Pris', 'Rabattbelopp'],
      ['2026-01-01', '3', '10,50', '1,50'],
    ]);
    expect(fieldValues(read, 'amount')).toEqual([300_000]);
    // 1.5 of 31.5 is 0.0476
    expect(fieldValues(read, 'discount_share')).toEqual([476]);
  });

  it('stays exact where the product is beyond doubles, and refuses what is beyond the store', () => {
    // In whole numbers: 1 234 567 891 × 6 543 211 234 × 5 000 ÷ 10^8 = 403 901 924 676 344.3…
    const read = convert([
      ['Datum', 'Antal', 'Pris', 'Rabatt'],
      ['2026-01-01', '123456,7891', '654321,1234', '0,5'],
      ['2026-01-01', '99999999999', '99999999999', '0'],
    ]);
    expect(fieldValues(read, 'amount')).toEqual([403_901_924_676_344]);
    expect(read.rejected.map(({ field, reason }) => [field, reason])).toEqual([['unit_price', 'too-large']]);
  });

  it('computes cost from profit, and discount from its share', () => {
    // 16.448 - 5.5512 = 10.8968; 16.448 × 0.2 ÷ 0.8 = 4.112
    const read = convert([
      ['Datum', 'Försäljning', 'Rabatt', 'Resultat'],
      ['2026-01-01', '16,448', '0,2', '5,5512'],
      ['2026-01-01', '10', '0', '-2,5'],
      ['2026-01-01', '10', '', ''],
    ]);
    expect(fieldValues(read, 'cost')).toEqual([108_968, 125_000, null]);
    expect(fieldValues(read, 'discount')).toEqual([41_120, 0, null]);
    expect(read.plan.importHeader.fields.map(({ key }) => key)).toEqual([
      'date',
      'amount',
      'discount',
      'discount_share',
      'cost',
    ]);
    expect(read.receipt.sums['profit']?.file).toBe(3.0512);
    expect(read.receipt.derived.map(({ field }) => field)).toEqual(['cost', 'discount']);
  });

  it('keeps profit beside a cost that the file gives, and says where they differ', () => {
    const { notices } = inspectRows([
      ['Datum', 'Belopp', 'Kostnad', 'Resultat'],
      ['2026-01-01', '10', '6', '4'],
      ['2026-01-01', '10', '6', '3'],
    ]);
    expect(notices).toEqual([{ code: 'profit-differs', details: { rows: 1 } }]);
  });

  it('marks every row with a currency chosen for the file, without making new rows of it', () => {
    const table = textTable([
      ['Datum', 'Belopp'],
      ['2026-01-01', '10'],
    ]);
    const [plain, chosen] = [convertAll(table), convertAll(table, { currency: 'SEK' })];
    expect(fieldValues(chosen, 'currency')).toEqual(['SEK']);
    expect(chosen.keys).toEqual(plain.keys);
  });
});

describe('rejected rows', () => {
  it('have the first thing wrong with them, and their amount stays on the receipt', () => {
    const { receipt, rejected } = inspectRows([
      ['Datum', 'Kund', 'Belopp', 'Antal'],
      ['2026-01-01', 'A', '10', '1'],
      ['', 'B', '20', '1'],
      ['i går', 'C', '30', '1'],
      ['1899-12-31', 'D', '40', '1'],
      ['2026-01-01', 'E', '', '1'],
      ['2026-01-01', 'F', '-', '1'],
      ['2026-01-01', 'G', 'tio', '1'],
      ['2026-01-01', 'H', '50', 'ett'],
      ['2026-01-01', 'I', '60', 'n/a'],
      ['2026-01-01', 'J', '99999999999999,5', '1'],
    ]);
    expect(rejected.map(({ row, field, value, reason }) => [row, field, value, reason])).toEqual([
      [3, 'date', '', 'missing'],
      [4, 'date', 'i går', 'not-a-date'],
      [5, 'date', '1899-12-31', 'date-out-of-range'],
      [6, 'amount', '', 'missing'],
      [7, 'amount', '-', 'missing'],
      [8, 'amount', 'tio', 'not-a-number'],
      [9, 'quantity', 'ett', 'not-a-number'],
      [11, 'amount', '99999999999999,5', 'too-large'],
    ]);
    expect(receipt.rows).toMatchObject({ read: 11, imported: 2, rejected: 8 });
    expect(receipt.sums['amount']).toMatchObject({ file: 210, imported: 70, rejected: 140 });
    expect(receipt.rejectedByReason[0]).toEqual({ field: 'amount', reason: 'missing', count: 2 });
  });

  it('never read an error or a formula without value as a number', () => {
    const read = convert(
      [
        ['Datum', 'Region', 'Belopp', 'Antal', 'Andel'],
        ['2026-01-01', 'Norr', { number: '10' }, { number: '1' }, { error: '#DIV/0!' }],
        ['2026-01-01', { error: '#N/A' }, { number: '20' }, { error: '#N/A' }, { number: '0.5' }],
        ['2026-01-01', 'Norr', { error: '#REF!' }, { number: '1' }, null],
        ['2026-01-01', 'Norr', { formula: 'no value' }, { number: '1' }, null],
        ['2026-01-01', { error: '#REF!' }, { number: '30' }, { number: '1' }, null],
        ['2026-01-01', 'Norr', true, { number: '1' }, null],
      ],
      WORKBOOK,
    );
    expect(read.rejected.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [4, 'amount', 'error-cell'],
      [5, 'amount', 'no-cached-value'],
      [6, 'region', 'error-cell'],
      [7, 'amount', 'not-a-number'],
    ]);
    expect(fieldValues(read, 'region')).toEqual(['Norr', null]);
    expect(fieldValues(read, 'quantity')).toEqual([10_000, null]);
    expect(fieldValues(read, 'custom:Andel')).toEqual([null, 5_000]);
  });

  it('block the import when nothing is left', () => {
    const { blockers } = inspectRows([
      ['Datum', 'Belopp', 'Kund'],
      ['x', 'y', 'A'],
      ['x', 'y', 'B'],
    ]);
    expect(blockers).toEqual([{ code: 'E_ALL_REJECTED', field: null, column: null }]);
  });
});

describe('custom fields', () => {
  const fieldsOf = (rows: readonly (readonly Cell[])[]) =>
    Object.fromEntries(
      convert(rows)
        .plan.importHeader.fields.filter(({ key }) => key.startsWith('custom:'))
        .map(({ key, type }) => [key.slice(7), type]),
    );

  it('keep codes as text and take what is surely a number or a date for one', () => {
    expect(
      fieldsOf([
        ['Datum', 'Belopp', 'Postnummer', 'Kod', 'Vikt', 'Leveransdatum', 'Anmärkning', 'Konto', 'År', 'Tal', 'Oklart'],
        [
          '2026-01-01',
          '10,5',
          '90330',
          '0042',
          '1,25',
          '2026-01-03',
          'x',
          '1234567890123456',
          '2026',
          '1E5',
          '01/02/2026',
        ],
        [
          '2026-01-01',
          '10,5',
          '90331',
          '0043',
          '2,5',
          '2026-01-04',
          '7',
          '1234567890123457',
          '2026',
          '2E5',
          '03/04/2026',
        ],
      ]),
    ).toEqual({
      Postnummer: 'text',
      Kod: 'text',
      Vikt: 'decimal',
      Leveransdatum: 'date',
      Anmärkning: 'text',
      Konto: 'text',
      År: 'text',
      Tal: 'text',
      Oklart: 'text',
    });
  });

  it('keep long numbers that never repeat as identifiers, and count those that do', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [
      '2026-01-01',
      '10',
      String(500_000 + i),
      String(500_000 + (i % 3)),
    ]);
    expect(fieldsOf([['Datum', 'Belopp', 'Ärende', 'Yta'], ...rows])).toEqual({ Ärende: 'text', Yta: 'decimal' });
  });

  it('stay text where digits in a row, or a reading for the whole file, do not fit', () => {
    const rows = [
      ['Datum', 'Belopp', 'Batch', 'Vikt', 'Giltigt till'],
      ['2026-01-01', '10,5', '010203', '1.5', '31/12/2026'],
      ['2026-01-01', '10,5', '011231', '2.5', '01/12/2026'],
    ];
    const { plan } = convertAll(textTable(rows), { decimal: ',', dateFormat: 'mdy' });
    expect(plan.importHeader.fields.map(({ key, type }) => [key, type])).toEqual([
      ['date', 'date'],
      ['amount', 'decimal'],
      ['custom:Batch', 'text'],
      ['custom:Vikt', 'text'],
      ['custom:Giltigt till', 'text'],
    ]);
  });

  it('keep the type they have in the workspace', () => {
    const table = textTable([
      ['Datum', 'Belopp', 'Vikt', 'Mått'],
      ['2026-01-01', '10', '1,5', 'stor'],
    ]);
    const storedTypes = new Map([
      ['custom:Vikt', 'text'],
      ['custom:Mått', 'decimal'],
    ] as const);
    const { plan } = convertAll(table, {}, { ...TEXT_FILE, storedTypes });
    expect(plan.importHeader.fields.slice(2).map(({ key, type }) => [key, type])).toEqual([
      ['custom:Vikt', 'text'],
      ['custom:Mått (text)', 'text'],
    ]);
  });
});

describe('content keys and duplicates', () => {
  const rows = [
    ['Datum', 'Kund', 'Belopp'],
    ['2026-01-01', 'Anna', '10,00'],
    ['2026-01-01', 'Anna', '10,00'],
    ['2026-01-02', 'Berit', '20,00'],
  ];

  it('count rows already stored once each: the third equal row of a file is new when the store has two', () => {
    const first = convert(rows);
    expect(first.receipt.rows).toMatchObject({ imported: 3, duplicates: 0 });
    const again = convertAll(textTable(rows), {}, TEXT_FILE, first.keys);
    expect(again.receipt.rows).toMatchObject({ imported: 0, duplicates: 3 });
    const more = convertAll(textTable([...rows, ['2026-01-01', 'Anna', '10,00']]), {}, TEXT_FILE, first.keys);
    expect(more.receipt.rows).toMatchObject({ imported: 1, duplicates: 3 });
    expect(more.receipt.sums['amount']).toMatchObject({ file: 50, imported: 10, duplicates: 40 });
    expect(more.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([5]);
  });

  it('do not depend on the order of columns, spelling of numbers and dates, or the file’s kind', () => {
    const other = convert(
      [
        ['Belopp', 'Kundnamn', 'Fakturadatum'],
        [{ number: '10' }, ' Anna ', { serial: 46_023 }],
        [{ number: '10' }, 'Anna', { serial: 46_023 }],
        [{ number: '20' }, 'Berit', { serial: 46_024 }],
      ],
      WORKBOOK,
    );
    expect(fieldValues(other, 'date')[0]).toBe(parseIsoDate('2026-01-01'));
    expect(other.keys).toEqual(convert(rows).keys);
  });

  it('differ with any content', () => {
    const keysOf = (date: string, customer: string, amount: string) => {
      const [keys] = convert([
        ['Datum', 'Kund', 'Belopp'],
        [date, customer, amount],
      ]).keys;
      return keys?.join();
    };
    const all = ['2026-01-01', '2026-01-02'].flatMap((date) =>
      ['Anna', 'anna', '10'].flatMap((customer) =>
        ['10', '-10', '10,0001', '10000'].map((amount) => keysOf(date, customer, amount)),
      ),
    );
    expect(new Set(all).size).toBe(24);
  });

  it('block a file that is there already', () => {
    const first = convert(rows);
    const { blockers } = inspectTable(textTable(rows), {}, storedContent(first.keys), TEXT_FILE);
    expect(blockers).toEqual([{ code: 'E_ALREADY_IMPORTED', field: null, column: null }]);
  });
});

describe('findings', () => {
  it('count dates to come', () => {
    const rows = [
      ['Datum', 'Belopp'],
      ['2026-01-01', '1'],
      ['2026-01-02', '1'],
      ['2026-01-03', '1'],
    ];
    const today = parseIsoDate('2026-01-01');
    expect(inspectRows(rows, {}, { ...TEXT_FILE, today }).notices).toEqual([
      { code: 'late-dates', details: { rows: 2 } },
    ]);
  });

  it('name columns of mixed types, blanked errors, and the KPIs the fields give', () => {
    const { notices, possibleKpis } = inspectRows(
      [
        ['Datum', 'Belopp', 'Mått', 'Tillväxt'],
        ['2026-01-01', { number: '1' }, { number: '5' }, { error: '#DIV/0!' }],
        ['2026-01-02', { number: '2' }, { number: '6' }, { number: '0.5' }],
        ['2026-01-03', { number: '3' }, 'okänt', { formula: 'no value' }],
      ],
      {},
      { ...WORKBOOK, possibleKpis: (fields) => [{ kpi: [...fields].join(' '), possible: true, needs: [] }] },
    );
    expect(notices).toEqual([
      { code: 'mixed-types', details: { column: 'Mått' } },
      { code: 'error-cells', details: { column: 'Tillväxt', rows: 2 } },
    ]);
    expect(possibleKpis[0]?.kpi).toBe('sale.date sale.amount sale.custom:Mått sale.custom:Tillväxt');
  });
});

describe('a cell as text', () => {
  it('has the file’s digits, and dates as ISO with their time', () => {
    const cells: Cell[] = [
      ' Åre ',
      '-0,50',
      '007',
      { serial: 43_468 },
      { serial: 43_468.5 },
      true,
      { error: '#REF!' },
      { formula: 'no value' },
      null,
    ];
    const table = textTable([cells]);
    expect(cells.map((_, column) => cellText(table, 0, column))).toEqual([
      'Åre',
      '-0,50',
      '007',
      '2019-01-03',
      '2019-01-03 12:00',
      'true',
      '#REF!',
      '',
      '',
    ]);
    expect(cellText(textTable([['a\u030a']]), 0, 0)).toBe('å');
  });
});

describe('long tables', () => {
  it('come in blocks of 65 536 rows that continue each other’s texts', () => {
    const long = Array.from({ length: BLOCK_ROWS + 10 }, (_, i) => [
      '2026-01-01',
      `Kund ${String(i % 70_000)}`,
      String(i),
    ]);
    const read = convert([['Datum', 'Kund', 'Belopp'], ...long]);
    expect(read.blocks.map(({ rows }) => rows)).toEqual([BLOCK_ROWS - 1, 11]);
    expect(fieldValues(read, 'customer').at(-1)).toBe(`Kund ${String(BLOCK_ROWS + 9)}`);
    expect(read.blocks[1]?.fileRows[10]).toBe(BLOCK_ROWS + 11);
    expect(read.receipt.sums['amount']?.file).toBe(((BLOCK_ROWS + 9) * (BLOCK_ROWS + 10)) / 2);
    expect(read.rowsDone).toEqual([BLOCK_ROWS - 1, BLOCK_ROWS + 10]);
    expect(read.plan.dataRows).toBe(BLOCK_ROWS + 10);
  });

  it('refuse a sum beyond exact integers', () => {
    const rows = Array.from({ length: 3 }, (_, i) => ['2026-01-01', `A${String(i)}`, '500000000000']);
    expect(() => convert([['Datum', 'Kund', 'Belopp'], ...rows])).toThrow(
      expect.objectContaining({ code: 'E_OVERFLOW' }),
    );
  });
});
