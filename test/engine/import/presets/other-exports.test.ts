import { describe, expect, it } from 'vitest';
import en from '#shared/messages/en/fields.json' with { type: 'json' };
import sv from '#shared/messages/sv/fields.json' with { type: 'json' };
import { FIELDS_BY_KIND, RECORD_KINDS } from '#shared/record-kinds.ts';
import { fieldsOf } from '../convert-file.ts';
import { fieldValues } from '../inspect-rows.ts';
import { amounts, days, disturbed, presetOf, read, type Export } from './exports.ts';

const INVOICES: Export = [
  ['Fakturanr', 'Fakturadatum', 'Kundnr', 'Kundnamn', 'Vår referens', 'Artikelnr', 'Benämning', 'Varugrupp', 'Antal', 'Enhet', 'À-pris', 'Exkl. moms', 'Moms', 'Summa', 'TB', 'TG', 'Distrikt', 'Kredit', 'Status'],
  ['1001', '2026-01-13', '0042', 'Kaffe AB', 'Anna', '0007', 'Bönor', 'Kaffe', '3', 'kg', '100,00', '300,00', '75,00', '375,00', '120,00', '40', 'Norr', 'Nej', 'Bokförd'],
  ['1002', '2026-01-14', '0042', 'Kaffe AB', 'Anna', '0007', 'Bönor', 'Kaffe', '-1', 'kg', '100,00', '-100,00', '-25,00', '-125,00', '-40,00', '40', 'Norr', 'Ja', 'Bokförd'],
  ['1003', '2026-01-15', '0043', 'Te AB', 'Bo', '0008', 'Kopp', 'Porslin', '2', 'st', '50,25', '100,50', '25,13', '125,63', '50,25', '50', 'Syd', 'Nej', 'Makulerad'],
]; // prettier-ignore

it.each([
  ['as they come', INVOICES],
  ['disturbed', disturbed(INVOICES, ['Enhet', 'TG', 'Moms', 'Distrikt'])],
])('Swedish invoices %s: amounts without VAT, codes whole, cancelled ones out', (_, file) => {
  const sales = read(file);
  expect(presetOf(sales)).toBe('swedish-invoicing');
  expect(sales.plan.blockers).toEqual([]);
  expect(sales.receipt.rows).toMatchObject({ imported: 2, skipped: 1, rejected: 0 });
  expect(amounts(sales, 'amount')).toEqual([300, -100]);
  expect(amounts(sales, 'cost')).toEqual([180, -60]);
  expect(fieldValues(sales, 'customer_id')).toEqual(['0042', '0042']);
  expect(fieldValues(sales, 'product_id')).toEqual(['0007', '0007']);
  expect(fieldValues(sales, 'rep')).toEqual(['Anna', 'Anna']);
  expect(fieldValues(sales, 'type')).toEqual([null, 'refund']);
  expect(sales.receipt.sums['amount']?.leftOut).toBe(100.5);
});

it('Swedish invoices with the invoice’s total on each line count the lines', () => {
  const sales = read([
    ['Fakturanr', 'Fakturadatum', 'Kundnr', 'Kundnamn', 'Artikelnr', 'Antal', 'À-pris', 'Summa', 'Moms'],
    ['1001', '2026-01-13', '0042', 'Kaffe AB', '1', '3', '100,00', '500,00', '125,00'],
    ['1001', '2026-01-13', '0042', 'Kaffe AB', '2', '2', '100,00', '500,00', '125,00'],
    ['1002', '2026-01-14', '0042', 'Kaffe AB', '2', '1', '100,00', '100,00', '25,00'],
    ['1003', '2026-01-15', '0043', 'Te AB', '1', '1', '50,00', '150,00', '37,50'],
    ['1003', '2026-01-15', '0043', 'Te AB', '2', '1', '100,00', '150,00', '37,50'],
  ]);
  expect(presetOf(sales)).toBe('swedish-invoicing');
  expect(amounts(sales, 'amount')).toEqual([300, 200, 100, 50, 100]);
  expect(sales.plan.notices).toEqual([{ code: 'order-totals-repeat', details: { column: 'Summa' } }]);
});

describe('our own export', () => {
  const value = (type: string): string =>
    ({ date: '2026-01-13', instant: '2026-01-13 10:30', decimal: '12.5', flag: '1', text: 'Norr' })[type] ?? '';

  it.each(RECORD_KINDS.flatMap((kind) => [['sv', kind, sv[kind]] as const, ['en', kind, en[kind]] as const]))(
    'in %s: every %s field comes back as itself',
    (_, kind, names: Readonly<Record<string, string>>) => {
      const fields = FIELDS_BY_KIND[kind];
      const file = [fields.map(({ key }) => names[key] ?? ''), fields.map(({ type }) => value(type))];
      const found = read(file, { preset: 'own-export' });
      expect(found.plan.kind).toBe(kind);
      expect(fieldsOf(found)).toEqual(Object.fromEntries(fields.map(({ key }) => [key, names[key]])));
      expect(found.receipt.rows).toMatchObject({ imported: 1, rejected: 0 });
    },
  );

  it('is known by a name no other program gives', () => {
    const file = [['Datum', 'Belopp (netto)', 'Kund', 'Säljare', 'Egen kolumn'], ['2026-01-13', '5', 'A', 'Bo', 'x']]; // prettier-ignore
    expect(presetOf(read(file))).toBe('own-export');
    expect(presetOf(read([['Datum', 'Belopp', 'Kund', 'Säljare'], ['2026-01-13', '5', 'A', 'Bo']]))).toBeNull(); // prettier-ignore
  });
});

describe('any other file', () => {
  it.each([
    [['Order Date', 'Sales', 'Customer Name', 'Product Name', 'Region']],
    [['Datum', 'Kund', 'Belopp', 'Artikel']],
    [['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_date', 'close_value']],
    [['Date', 'Item', 'Qty', 'Amount', 'Category']],
  ])('%s is no known export', (header) => {
    expect(presetOf(read([header, header.map(() => '2026-01-13')]))).toBeNull();
  });

  it('is read as the user says', () => {
    const file = [['id', 'Created', 'Amount', 'Status'], ['1', '2026-01-13', '5', 'Failed'], ['2', '2026-01-13', '7', 'Paid']]; // prettier-ignore
    expect(presetOf(read(file))).toBeNull();
    expect(amounts(read(file, { kind: 'sale' }), 'amount')).toEqual([5, 7]);
    const named = read(file, { preset: 'stripe-payments' });
    expect(presetOf(named)).toBe('stripe-payments');
    expect(amounts(named, 'amount')).toEqual([7]);
    expect(days(named, 'date')).toEqual(['2026-01-13']);
  });

  it('that was taken for a known export is read without it when the user says so', () => {
    const file = [['Name', 'Created at', 'Cancelled at', 'Lineitem quantity', 'Lineitem price'], ['#1', '2026-01-13', '2026-01-14', '1', '5']]; // prettier-ignore
    expect(read(file).receipt.rows.imported).toBe(0);
    expect(read(file, { preset: 'none' }).receipt.rows.imported).toBe(1);
    expect(presetOf(read(file, { kind: 'deal' }))).toBeNull();
  });
});
