import { describe, expect, it } from 'vitest';
import { headerWords } from '#engine/import/header-words.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { RECORD_KINDS, FIELDS_BY_KIND } from '#shared/record-kinds.ts';
import { SYNONYMS } from '#engine/import/synonyms.ts';
import { inspectRows } from './inspect-rows.ts';

/** Header to what it becomes: field and confidence, or just custom. */
function mapping(header: readonly string[], row: readonly string[], options: ReadingOptions = {}) {
  const { columns, kind } = inspectRows([header, row, row, row], options);
  const becomes = columns.map(({ header: name, target, confidence }) => [
    name,
    target.to === 'field' ? `${target.field} ${confidence}` : target.to,
  ]);
  return { kind, becomes: Object.fromEntries(becomes) as Record<string, string> };
}

describe('headers', () => {
  it.each([
    [' Artikel-Nr. ', 'artikel nr'],
    ['À-pris', 'à pris'],
    ['UnitPrice', 'unit price'],
    ['Deal - Value', 'deal value'],
    ['Discount (%)', 'discount %'],
    ['COUNTRY/REGION', 'country region'],
    ['Försäljning', 'försäljning'],
  ])('%s is compared as %s', (header, words) => {
    expect(headerWords(header)).toBe(words);
  });

  it('have names only for fields that exist', () => {
    for (const kind of RECORD_KINDS) {
      const fields = FIELDS_BY_KIND[kind].map(({ key }) => key);
      expect(Object.keys(SYNONYMS[kind]).filter((field) => !fields.includes(field))).toEqual([]);
      for (const { sure, check } of Object.values(SYNONYMS[kind])) {
        const names = [...sure.split('|'), ...(check?.split('|') ?? [])];
        expect(names.filter((name) => headerWords(name) !== name)).toEqual([]);
      }
    }
  });
});

describe('the mapping of a sale', () => {
  it('knows Swedish invoicing', () => {
    const { kind, becomes } = mapping(
      [
        'Fakturanr',
        'Fakturadatum',
        'Kundnr',
        'Kundnamn',
        'Vår referens',
        'Art.nr',
        'Benämning',
        'Varugrupp',
        'Antal',
        'Enhet',
        'À-pris',
        'Exkl. moms',
        'Moms',
        'TB',
        'TG',
        'Distrikt',
      ],
      [
        '1001',
        '2026-09-01',
        '0042',
        'Café Björk',
        'M. Ekström',
        '00123',
        'Espresso',
        'Kaffe',
        '2',
        'kg',
        '189,50',
        '379,00',
        '94,75',
        '120,00',
        '31,7 %',
        'Norr',
      ],
    );
    expect(kind).toBe('sale');
    expect(becomes).toEqual({
      Fakturanr: 'order sure',
      Fakturadatum: 'date sure',
      Kundnr: 'customer_id sure',
      Kundnamn: 'customer sure',
      'Vår referens': 'rep sure',
      'Art.nr': 'product_id sure',
      Benämning: 'product sure',
      Varugrupp: 'category sure',
      Antal: 'quantity sure',
      Enhet: 'custom',
      'À-pris': 'unit_price sure',
      'Exkl. moms': 'amount sure',
      Moms: 'custom',
      TB: 'profit sure',
      TG: 'custom',
      Distrikt: 'region sure',
    });
  });

  it('takes Sales over Gross Sales, whichever stands first', () => {
    const { becomes } = mapping(
      ['Date', 'Gross Sales', ' Sales', 'COGS', 'Discount Band'],
      ['2026-01-01', '12', '10', '6', 'None'],
    );
    expect(becomes).toEqual({
      Date: 'date sure',
      'Gross Sales': 'custom',
      Sales: 'amount sure',
      COGS: 'cost sure',
      'Discount Band': 'custom',
    });
  });

  it('takes the order date when there is no other, and keeps both when there is', () => {
    expect(mapping(['Order Date', 'Sales'], ['2026-01-01', '5']).becomes).toEqual({
      'Order Date': 'date sure',
      Sales: 'amount sure',
    });
    expect(mapping(['Orderdatum', 'Fakturadatum', 'Belopp'], ['2026-01-01', '2026-01-03', '5']).becomes).toEqual({
      Orderdatum: 'order_date sure',
      Fakturadatum: 'date sure',
      Belopp: 'amount sure',
    });
  });

  it('guesses from words among others, and asks to check names that may mean otherwise', () => {
    expect(mapping(['Datum', 'Total försäljning 2026', 'Ansvarig'], ['2026-01-01', '5,5', 'Anna']).becomes).toEqual({
      Datum: 'date sure',
      'Total försäljning 2026': 'amount guess',
      Ansvarig: 'rep sure',
    });
    expect(mapping(['Datum', 'Total'], ['2026-01-01', '5,5']).becomes['Total']).toBe('amount check');
    expect(mapping(['Datum', 'Belopp inkl. moms'], ['2026-01-01', '5,5']).becomes['Belopp inkl. moms']).toBe(
      'amount check',
    );
  });

  it('does not take tax, shares or targets for an amount', () => {
    const { becomes } = mapping(
      ['Datum', 'Sales Tax', 'Profit Margin', 'Sales Target', 'Belopp'],
      ['2026-01-01', '1,5', '0,3', '9,5', '5,5'],
    );
    expect(becomes).toMatchObject({
      'Sales Tax': 'custom',
      'Profit Margin': 'custom',
      'Sales Target': 'custom',
      Belopp: 'amount sure',
    });
  });

  it('finds date and amount by their values when no name says it', () => {
    expect(mapping(['Kund', 'När', 'Hur mycket'], ['A', '2026-01-01', '5,5']).becomes).toEqual({
      Kund: 'customer sure',
      När: 'date guess',
      'Hur mycket': 'amount check',
    });
  });

  it('tells shares of discount from amounts', () => {
    const becomes = (header: string, value: string) =>
      mapping(['Datum', 'Belopp', header], ['2026-01-01', '100', value]).becomes[header];
    expect(becomes('Rabatt', '0,2')).toBe('discount_share sure');
    expect(becomes('Rabatt', '20 %')).toBe('discount_share sure');
    expect(becomes('Rabatt', '25,00')).toBe('discount sure');
    expect(becomes('Rabattbelopp', '0,50')).toBe('discount sure');
    expect(becomes('Rabatt %', '20')).toBe('discount_share sure');
  });

  it('has two columns for one field checked', () => {
    const { becomes } = mapping(['Datum', 'Kundnamn', 'Kund', 'Belopp'], ['2026-01-01', 'Anna', 'A1', '5']);
    expect(becomes).toMatchObject({ Kundnamn: 'customer check', Kund: 'custom' });
  });

  it('follows the user', () => {
    const columns = {
      '1': { to: 'field', field: 'cost' },
      '2': { to: 'field', field: 'amount' },
      '0': { to: 'field', field: 'date' },
    } as const;
    const { becomes } = mapping(['Datum', 'Belopp', 'Netto'], ['2026-01-01', '6', '10'], { columns });
    expect(becomes).toEqual({ Datum: 'date sure', Belopp: 'cost sure', Netto: 'amount sure' });
    const ignored = mapping(['Datum', 'Belopp', 'Netto'], ['2026-01-01', '6', '10'], {
      columns: { '2': { to: 'ignore' } },
    });
    expect(ignored.becomes).toEqual({ Datum: 'date sure', Belopp: 'amount sure', Netto: 'ignore' });
  });

  it('says which needed field is missing', () => {
    expect(
      inspectRows(
        [
          ['Kund', 'Ort'],
          ['Anna', 'Umeå'],
        ],
        { kind: 'sale' },
      ).blockers.map(({ field }) => field),
    ).toEqual(['date', 'amount']);
  });
});

describe('known exports', () => {
  it('reads a Salesforce report down to its footer', () => {
    const { kind, receipt, columns } = inspectRows([
      [
        'Opportunity ID',
        'Opportunity Name',
        'Account Name',
        'Stage',
        'Amount',
        'Close Date',
        'Opportunity Owner',
        'Type',
      ],
      ['006A', 'Fleet', 'Acme', 'Closed Won', '$1,234,567', '1/31/2026', 'Anna', 'New'],
      ['006B', 'Vans', 'Bolt', 'Closed Lost', '$2,000', '2/3/2026', 'Bo', 'New'],
      ['Grand Totals (2 records)', '', '', '', '$1,236,567', '', '', ''],
      ['Confidential Information - Do Not Distribute'],
      ['Copyright (c) 2000-2026 Example Inc.'],
    ]);
    expect(kind).toBe('deal');
    expect(receipt.rows).toEqual({
      read: 6,
      header: 1,
      skipped: 2,
      totals: 1,
      duplicates: 0,
      rejected: 0,
      imported: 2,
    });
    expect(receipt.sums['value']).toMatchObject({ file: 1_236_567, control: 1_236_567 });
    expect(columns.find(({ header }) => header === 'Close Date')?.dateFormat).toBe('mdy');
  });

  it('reads Square items, net of discounts', () => {
    const { becomes } = mapping(
      ['Date', 'Time', 'Category', 'Item', 'Qty', 'Gross Sales', 'Discounts', 'Net Sales', 'Tax', 'Transaction ID'],
      ['2026-01-31', '10:05:00', 'Coffee', 'Espresso', '2', '$5.50', '$0.50', '$5.00', '$1.25', 'T1'],
    );
    expect(becomes).toMatchObject({
      'Net Sales': 'amount sure',
      'Gross Sales': 'custom',
      Tax: 'custom',
      Qty: 'quantity sure',
    });
  });

  it('takes Shopify’s line prices, never the order’s total on each line', () => {
    const header = [
      'Name',
      'Paid at',
      'Currency',
      'Subtotal',
      'Total',
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem price',
    ];
    const { receipt, columns } = inspectRows([
      header,
      ['#1001', '2026-01-31 10:05:00 +0200', 'SEK', '99.50', '124.50', '3', 'Espresso', '10.50'],
    ]);
    expect(receipt.derived).toContainEqual({ field: 'amount', from: 'quantity * unit_price' });
    expect(receipt.sums['amount']?.file).toBe(31.5);
    expect(columns.find(({ header: name }) => name === 'Total')?.target.to).toBe('custom');
  });

  it('says when amounts are in several currencies', () => {
    const { notices } = inspectRows([
      ['Datum', 'Kund', 'Belopp'],
      ['2026-01-01', 'A', '10,50 kr'],
      ['2026-01-01', 'B', '5,00 €'],
      ['2026-01-01', 'C', 'SEK 7,00'],
    ]);
    expect(notices).toEqual([{ code: 'several-currencies', details: { currencies: 'EUR, SEK' } }]);
  });
});

describe('kinds', () => {
  it.each([
    [
      'deal',
      ['Deal - Title', 'Deal - Value', 'Deal - Stage', 'Deal - Owner', 'Deal - Deal created'],
      ['A', '5', 'Won', 'Anna', '2026-01-01 10:00:00'],
    ],
    [
      'deal',
      ['Opportunity Name', 'Account Name', 'Stage', 'Amount', 'Close Date', 'Probability (%)'],
      ['A', 'B', 'Won', '$5,000', '2026-01-01', '90'],
    ],
    ['lead', ['Lead ID', 'Lead Source', 'Created', 'Converted'], ['1', 'Web', '2026-01-01', 'Yes']],
    [
      'activity',
      ['Activity - Type', 'Activity - Due date', 'Activity - Done', 'Activity - Assigned to user'],
      ['Call', '2026-01-01', 'Done', 'Anna'],
    ],
    ['subscription', ['customer', 'plan', 'start date', 'end date', 'mrr'], ['A', 'Pro', '2026-01-01', '', '99']],
    ['cost', ['Datum', 'Kostnadsslag', 'Belopp', 'Leverantör'], ['2026-01-01', 'Resor', '500', 'SJ']],
    ['target', ['Säljare', 'Månad', 'Budget'], ['Anna', '2026-01-01', '100000']],
    ['competitor_price', ['Produkt', 'Konkurrent', 'Pris'], ['Espresso', 'Kafferosteriet', '99']],
    ['sale', ['Datum', 'Kategori', 'Belopp', 'Region'], ['2026-01-01', 'Kaffe', '5', 'Norr']],
  ] as const)('recognises %s', (kind, header, row) => {
    expect(mapping(header, row).kind).toBe(kind);
  });

  it('follows the user', () => {
    expect(mapping(['Datum', 'Kategori', 'Belopp'], ['2026-01-01', 'Resor', '5'], { kind: 'cost' }).kind).toBe('cost');
  });
});
