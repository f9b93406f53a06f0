import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from '#engine/import/presets/share-out.ts';
import { fieldValues } from '../inspect-rows.ts';
import { amounts, days, disturbed, presetOf, read, type Export } from './exports.ts';

const SHOPIFY: Export = [
  ['Name', 'Email', 'Financial Status', 'Paid at', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Amount', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku', 'Billing Name', 'Cancelled at', 'Refunded Amount', 'Vendor', 'Id'],
  ['#1001', 'a@b.se', 'paid', '2026-01-31 10:05:00 +0200', 'SEK', '52.50', '49.00', '20.30', '101.50', '0.00', '2026-01-31 23:55:00 +0200', '3', 'Espresso', '10.50', 'E-1', 'Anna Ek', '', '0.00', 'Kaffe AB', '5001'],
  ['#1001', 'a@b.se', '', '', '', '', '', '', '', '', '2026-01-31 23:55:00 +0200', '1', 'Kopp', '21.00', '007', '', '', '', 'Kaffe AB', ''],
  ['#1002', 'c@d.se', 'paid', '2026-02-01 08:00:00 +0200', 'SEK', '90.00', '0.00', '18.00', '90.00', '10.00', '2026-02-01 08:00:00 +0200', '1', 'Kvarn', '100.00', 'K-1', 'Bo Al', '', '0.00', 'Kaffe AB', '5002'],
  ['#1003', 'e@f.se', 'voided', '', 'SEK', '10.50', '0.00', '2.10', '10.50', '0.00', '2026-02-02 08:00:00 +0200', '1', 'Espresso', '10.50', 'E-1', 'Cia Om', '2026-02-02 09:00:00 +0200', '0.00', 'Kaffe AB', '5003'],
  ['#1003', 'e@f.se', '', '', '', '', '', '', '', '', '2026-02-02 08:00:00 +0200', '2', 'Kopp', '21.00', '007', '', '', '', 'Kaffe AB', ''],
]; // prettier-ignore

describe('Shopify orders', () => {
  it.each([
    ['as they come', SHOPIFY],
    ['disturbed', disturbed(SHOPIFY, ['Vendor', 'Taxes', 'Financial Status'])],
  ])('%s: lines count, orders fill down, cancelled ones stay out', (_, file) => {
    const sales = read(file);
    expect(presetOf(sales)).toBe('shopify-orders');
    expect(sales.plan).toMatchObject({ kind: 'sale', blockers: [] });
    expect(sales.receipt.rows).toMatchObject({ read: 6, imported: 3, skipped: 2, rejected: 0 });
    // Of 100 on #1002 there are 10 off.
    expect(amounts(sales, 'amount')).toEqual([31.5, 21, 90]);
    expect(fieldValues(sales, 'order')).toEqual(['#1001', '#1001', '#1002']);
    expect(fieldValues(sales, 'line')).toEqual(['1', '2', '1']);
    expect(fieldValues(sales, 'customer')).toEqual(['Anna Ek', 'Anna Ek', 'Bo Al']);
    expect(fieldValues(sales, 'currency')).toEqual(['SEK', 'SEK', 'SEK']);
    expect(fieldValues(sales, 'product_id')).toEqual(['E-1', '007', 'K-1']);
    // The clock on the shop's wall, not the same moment elsewhere.
    expect(days(sales, 'date')).toEqual(['2026-01-31', '2026-01-31', '2026-02-01']);
    expect(amounts(sales, 'custom:Total').length + amounts(sales, 'custom:TOTAL').length).toBe(3);
    // 10.50 + 2 × 21 of the cancelled order
    expect(sales.receipt.sums['amount']).toMatchObject({ file: 142.5, imported: 142.5, leftOut: 52.5 });
  });

  it('leaves out only what is cancelled when that column comes first', () => {
    const column = SHOPIFY[0]?.indexOf('Cancelled at') ?? -1;
    const dates = ['Cancelled at', '', '', '', '2026-02-02', ''];
    const sales = read(SHOPIFY.map((row, at) => [dates[at] ?? '', ...row.toSpliced(column, 1)]));
    expect(sales.receipt.rows).toMatchObject({ imported: 3, skipped: 2 });
  });

  it('keeps an order’s total on its first row, and says so of its discounts', () => {
    const sales = read(SHOPIFY);
    expect(amounts(sales, 'custom:Total')).toEqual([101.5, null, 90]);
    expect(sales.plan.notices).toEqual([
      {
        code: 'preset-rows-left-out',
        details: {
          rows: 2,
          rule: 'cancelled',
          column: 'Cancelled at',
          values: '2026-02-02 09:00:00 +0200',
          context: 'any',
        },
      },
      { code: 'preset-order-discounts', details: { rows: 1, column: 'Discount Amount', sum: 10 } },
    ]);
  });
});

/** Order, lines (quantity, price, own discount), and what stands once: discount, subtotal, shipping, taxes, total, refunded. */
type Order = readonly [
  name: string,
  lines: readonly (readonly [string, string, string])[],
  once: readonly string[],
  cancelled?: string,
];
const ORDERS = {
  thirds: ['#1', [['1', '10.00', '0.00'], ['1', '10.00', '0.00'], ['1', '10.00', '0.00']], ['1.00', '29.00', '0.00', '5.80', '29.00', '0.00']],
  refunded: ['#2', [['1', '60.00', '0.00'], ['2', '20.00', '0.00']], ['10.00', '90.00', '0.00', '18.00', '90.00', '45.00']],
  taxAdded: ['#3', [['1', '100.00', '0.00']], ['0.00', '100.00', '10.00', '20.00', '130.00', '60.00']],
  allBack: ['#4', [['1', '100.00', '0.00']], ['0.00', '100.00', '10.00', '20.00', '130.00', '130.00']],
  freeShipping: ['#5', [['1', '100.00', '0.00']], ['49.00', '100.00', '0.00', '20.00', '100.00', '0.00']],
  both: ['#6', [['1', '60.00', '6.00'], ['1', '40.00', '0.00']], ['16.00', '84.00', '0.00', '16.80', '84.00', '0.00']],
  cancelled: ['#7', [['1', '60.00', '0.00']], ['10.00', '50.00', '0.00', '10.00', '50.00', '50.00'], '2026-02-02'],
} as const satisfies Readonly<Record<string, Order>>; // prettier-ignore
const ordered = (...orders: readonly Order[]): Export => [
  ['Name', 'Created at', 'Billing Name', 'Lineitem name', 'Lineitem quantity', 'Lineitem price', 'Lineitem discount', 'Discount Amount', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Refunded Amount', 'Cancelled at'],
  ...orders.flatMap(([name, lines, once, cancelled = '']) =>
    lines.map(([quantity, price, discount], at) => {
      const order = at === 0 ? [...once, cancelled] : ['', '', '', '', '', '', ''];
      return [name, '2026-01-31 10:00:00 +0100', at === 0 ? 'Anna Ek' : '', `Vara ${String(at + 1)}`, quantity, price, discount, ...order];
    }),
  ),
]; // prettier-ignore

describe('what stands once on a Shopify order', () => {
  const of = (...names: readonly (keyof typeof ORDERS)[]) => read(ordered(...names.map((name) => ORDERS[name])));

  it('is shared out to the last ten-thousandth', () => {
    const sales = of('thirds');
    expect(amounts(sales, 'discount')).toEqual([0.3334, 0.3333, 0.3333]);
    expect(amounts(sales, 'amount')).toEqual([9.6666, 9.6667, 9.6667]);
    expect(sales.receipt.sums['amount']?.imported).toBe(29);
  });

  it('comes on top of the lines’ own discounts, as far as the subtotal says', () => {
    // 60 − 6 and 40 are 94 of which 84 are left: 10 by 54 to 40 are 5.7447 and 4.2553.
    const sales = of('both');
    expect(amounts(sales, 'discount')).toEqual([11.7447, 4.2553]);
    expect(amounts(sales, 'amount')).toEqual([48.2553, 35.7447]);
    expect(amounts(of('freeShipping'), 'amount')).toEqual([100]);
  });

  it('is a row of its own where it was paid back', () => {
    const sales = of('refunded', 'thirds');
    expect(amounts(sales, 'amount')).toEqual([54, 36, -45, 9.6666, 9.6667, 9.6667]);
    expect(fieldValues(sales, 'type')).toEqual([null, null, 'refund', null, null, null]);
    expect(fieldValues(sales, 'line')).toEqual(['1', '2', 'refund', '1', '2', '3']);
    expect(fieldValues(sales, 'customer')).toEqual(Array.from({ length: 6 }, () => 'Anna Ek'));
    expect(fieldValues(sales, 'product')[2]).toBeNull();
    expect(amounts(sales, 'quantity')).toEqual([1, 2, 0, 1, 1, 1]);
    expect(amounts(sales, 'discount').slice(0, 3)).toEqual([6, 4, null]);
    expect(sales.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([2, 3, 2, 4, 5, 6]);
    expect(sales.plan.businessKey).toEqual(['order', 'line']);
    expect(sales.receipt.derived).toEqual([
      { field: 'line', from: 'order' },
      { field: 'type', from: 'custom:Refunded Amount' },
      { field: 'amount', from: 'quantity * unit_price - discount' },
      { field: 'discount_share', from: 'discount / (amount + discount)' },
      { field: 'amount', from: 'amount - custom:Refunded Amount' },
    ]);
    expect(sales.plan.notices).toEqual([
      { code: 'preset-order-discounts', details: { rows: 2, column: 'Discount Amount', sum: 11 } },
      { code: 'preset-order-refunds', details: { rows: 1, column: 'Refunded Amount', sum: 45, paid: 45 } },
    ]);
  });

  it('is goods alone: tax that was added goes with them, shipping comes last', () => {
    // 60 of 100 + 20 tax: half the goods. All 130 back: the goods, their tax and the shipping.
    expect(amounts(of('taxAdded'), 'amount')).toEqual([100, -50]);
    expect(amounts(of('allBack'), 'amount')).toEqual([100, -100]);
  });

  it('makes no row of an order that is left out', () => {
    const sales = of('thirds', 'cancelled');
    expect(sales.receipt.rows).toMatchObject({ read: 5, imported: 3, skipped: 1 });
    expect(sales.receipt.sums['amount']).toMatchObject({ imported: 29, leftOut: 60 });
  });
});

describe('sharing out', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [3, 0, 1], [8, 0, 2]],
    [7, [-5, 2], [0, 7]],
    [5, [0, 0], null],
  ] as const)('%d by %j is %j', (amount, weights, shares) => {
    expect(shareOut(amount, weights)).toEqual(shares);
  });

  it('gives away everything, and nobody more than a unit beyond their share', () => {
    const weights = fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1, maxLength: 20 }).filter((list) => list.some((each) => each > 0)); // prettier-ignore
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), weights, (amount, list) => {
        const shares = shareOut(amount, list) ?? [];
        const all = list.reduce((sum, weight) => sum + weight, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        shares.forEach((share, at) => expect(Math.abs(share - (amount * (list[at] ?? 0)) / all)).toBeLessThan(1.01));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

const WOO: Export = [
  ['Date', 'Order #', 'N. Revenue (formatted)', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)', 'Net Sales'],
  ['2026-01-31 23:10:00', '401', '$94.50', 'completed', 'Anna Ek', 'new', '3× Espresso, 3× Kopp', '6', '', '94.5'],
  ['2026-02-01 08:00:00', '402', '$100.00', 'processing', 'Bo Al', 'returning', '1× Kvarn', '1', 'VÅR', '100'],
  ['2026-02-02 08:00:00', '403', '$10.50', 'cancelled', 'Cia Om', 'new', '1× Espresso', '1', '', '10.5'],
  ['2026-02-03 08:00:00', '404', '$20.00', 'failed', 'Cia Om', 'new', '2× Espresso', '2', '', '20'],
]; // prettier-ignore

describe('WooCommerce orders', () => {
  it.each([
    ['as they come', WOO],
    ['disturbed', disturbed(WOO, ['N. Revenue (formatted)', 'Coupon(s)'])],
  ])('%s', (_, file) => {
    const sales = read(file);
    expect(presetOf(sales)).toBe('woocommerce-orders');
    expect(sales.plan.blockers).toEqual([]);
    expect(sales.receipt.rows).toMatchObject({ imported: 2, skipped: 2, rejected: 0 });
    expect(amounts(sales, 'amount')).toEqual([94.5, 100]);
    expect(sales.receipt.sums['amount']?.leftOut).toBe(30.5);
    expect(fieldValues(sales, 'type')).toEqual(['new', 'repeat']);
    expect(days(sales, 'date')).toEqual(['2026-01-31', '2026-02-01']);
  });

  it('in Swedish', () => {
    const sales = read([
      ['Datum', 'Beställning #', 'N. Intäkter (formaterat)', 'Status', 'Kund', 'Kundtyp', 'Produkt(er)', 'Sålda artiklar', 'Kupong(er)', 'Nettoförsäljning'],
      ['2026-01-31', '401', '94,50 kr', 'slutförd', 'Anna Ek', 'ny', '3× Espresso', '3', '', '94,5'],
      ['2026-02-02', '403', '10,50 kr', 'avbruten', 'Cia Om', 'ny', '1× Espresso', '1', '', '10,5'],
    ]); // prettier-ignore
    expect(presetOf(sales)).toBe('woocommerce-orders');
    expect(amounts(sales, 'amount')).toEqual([94.5]);
    expect(fieldValues(sales, 'order')).toEqual(['401']);
  });
});

const STRIPE: Export = [
  ['id', 'Created date (UTC)', 'Amount', 'Amount Refunded', 'Currency', 'Fee', 'Status', 'Description', 'Customer Email'],
  ['ch_1', '2026-01-31 23:30:00', '100.00', '0.00', 'sek', '3.20', 'Paid', 'Kvarn', 'a@b.se'],
  ['ch_2', '2026-02-01 10:00:00', '80.00', '30.50', 'sek', '2.60', 'Refunded', 'Kopp', 'c@d.se'],
  ['ch_3', '2026-02-02 10:00:00', '500.00', '0.00', 'sek', '0.00', 'Failed', 'Bryggare', 'c@d.se'],
]; // prettier-ignore

it.each([
  ['as they come', STRIPE],
  [
    'by its other name for the time',
    [STRIPE[0]?.map((name) => (name === 'Created date (UTC)' ? 'Created (UTC)' : name)) ?? [], ...STRIPE.slice(1)],
  ],
  ['disturbed', disturbed(STRIPE, ['Description', 'Fee'])],
])('Stripe payments %s: failed ones out, refunds off, UTC as it stands', (_, file) => {
  const sales = read(file);
  expect(presetOf(sales)).toBe('stripe-payments');
  expect(sales.plan.blockers).toEqual([]);
  expect(sales.receipt.rows).toMatchObject({ imported: 2, skipped: 1, rejected: 0 });
  expect(amounts(sales, 'amount')).toEqual([100, 49.5]);
  expect(sales.receipt.sums['amount']).toMatchObject({ file: 149.5, imported: 149.5, leftOut: 500 });
  expect(days(sales, 'date')).toEqual(['2026-01-31', '2026-02-01']);
  expect(fieldValues(sales, 'currency')).toEqual(['SEK', 'SEK']);
});

const SQUARE: Export = [
  ['Date', 'Time', 'Time Zone', 'Category', 'Item', 'Qty', 'Gross Sales', 'Discounts', 'Net Sales', 'Tax', 'Transaction ID'],
  ['2026-01-31', '10:05:00', 'Stockholm', 'Kaffe', 'Espresso', '2', '$11.00', '-$1.00', '$10.00', '$1.20', 'T1'],
  ['2026-01-31', '10:06:00', 'Stockholm', 'Te', 'Grönt te', '1', '$5.50', '$0.00', '$5.50', '$0.66', 'T2'],
  ['2026-02-01', '11:00:00', 'Stockholm', 'Te', 'Grönt te', '-1', '($5.50)', '$0.00', '($5.50)', '($0.66)', 'T3'],
]; // prettier-ignore

it.each([
  ['as they come', SQUARE],
  ['disturbed', disturbed(SQUARE, ['Time', 'Tax', 'Category'])],
])('Square items %s', (_, file) => {
  const sales = read(file);
  expect(presetOf(sales)).toBe('square-items');
  expect(sales.plan.blockers).toEqual([]);
  expect(amounts(sales, 'amount')).toEqual([10, 5.5, -5.5]);
  expect(amounts(sales, 'discount')).toEqual([1, 0, 0]);
  expect(amounts(sales, 'discount_share')[0]).toBe(0.0909); // 1 ÷ 11, four decimals
  expect(fieldValues(sales, 'order')).toEqual(['T1', 'T2', 'T3']);
});

const QUICKBOOKS: Export = [
  ['Kaffe AB', '', '', '', '', '', '', '', '', ''],
  ['Sales by Customer Detail', '', '', '', '', '', '', '', '', ''],
  ['January 2026', '', '', '', '', '', '', '', '', ''],
  ['', '', '', '', '', '', '', '', '', ''],
  ['', 'Date', 'Transaction Type', 'Num', 'Product/Service', 'Memo/Description', 'Qty', 'Sales Price', 'Amount', 'Balance'],
  ['Anna Ek', '', '', '', '', '', '', '', '', ''],
  ['', '01/13/2026', 'Invoice', '1001', 'Espresso', 'Bönor', '3', '$100.00', '$300.00', '$300.00'],
  ['', '01/14/2026', 'Credit Memo', '1002', 'Espresso', '', '-2.5', '$100.00', '$(250.00)', '$50.00'],
  ['', '01/15/2026', 'Estimate', '77', 'Kvarn', '', '1', '$900.00', '$900.00', '$950.00'],
  ['Total for Anna Ek', '', '', '', '', '', '', '', '$50.00', ''],
  ['Bo Al', '', '', '', '', '', '', '', '', ''],
  ['Bo Al:Butik', '', '', '', '', '', '', '', '', ''],
  ['', '01/16/2026', 'Sales Receipt', '1003', 'Kopp', '', '2', '$10.25', '$20.50', '$20.50'],
  ['Total for Bo Al:Butik', '', '', '', '', '', '', '', '$20.50', ''],
  ['', '01/17/2026', 'Invoice', '1004', 'Kopp', '', '1', '$10.00', '$10.00', '$30.50'],
  ['', '01/18/2026', 'Payment', '9', '', '', '', '', '$(30.50)', ''],
  ['Total for Bo Al', '', '', '', '', '', '', '', '$30.50', ''],
  ['TOTAL', '', '', '', '', '', '', '', '$80.50', ''],
]; // prettier-ignore

describe('QuickBooks sales by customer', () => {
  it('gives each row its customer, leaves estimates and payments out and holds the totals against the rows', () => {
    const sales = read(QUICKBOOKS);
    expect(presetOf(sales)).toBe('quickbooks-sales-by-customer');
    expect(sales.plan.blockers).toEqual([]);
    expect(sales.receipt.rows).toEqual({
      read: 18,
      header: 1,
      // 4 above the header, 3 customers, an estimate and a payment
      skipped: 9,
      totals: 4,
      duplicates: 0,
      rejected: 0,
      imported: 4,
    });
    expect(fieldValues(sales, 'customer')).toEqual(['Anna Ek', 'Anna Ek', 'Bo Al:Butik', 'Bo Al']);
    expect(amounts(sales, 'amount')).toEqual([300, -250, 20.5, 10]);
    expect(fieldValues(sales, 'type')).toEqual(['Invoice', 'refund', 'Sales Receipt', 'Invoice']);
    expect(sales.receipt.sums['amount']).toMatchObject({ imported: 80.5, control: 80.5, leftOut: 869.5 });
    expect(sales.plan.notices.map(({ code }) => code)).toEqual(['section-rows', 'preset-rows-left-out']);
  });

  it('with columns left out', () => {
    const without = QUICKBOOKS.map((row) => row.filter((_, column) => ![5, 9].includes(column)));
    const sales = read(without);
    expect(presetOf(sales)).toBe('quickbooks-sales-by-customer');
    expect(sales.receipt.sums['amount']).toMatchObject({ imported: 80.5, control: 80.5 });
  });
});
