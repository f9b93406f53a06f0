import { expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { dataFile, describeWithData } from '../../support/data.ts';
import { convertAll, fieldValues, TEXT_FILE, type Converted } from './inspect-rows.ts';

async function convertFile(
  name: string,
  options: ReadingOptions = {},
  stored: readonly Int32Array[] = [],
): Promise<Converted> {
  const path = dataFile(name);
  const facts = await identifyFile(path);
  const { table } = await readTable(path, facts, {}, { progress: () => undefined, cancelled: () => false });
  return convertAll(table, options, { ...TEXT_FILE, textFile: facts.format === 'text' }, stored);
}

const mapped = ({ plan }: Converted) =>
  Object.fromEntries(plan.columns.filter(({ custom }) => !custom).map(({ key, header }) => [key, header]));

const US = 'superstore/derived/superstore_us_9994_cp1252_comma_mdy.csv';
const SV = 'superstore/derived/superstore_sv_cp1252_semicolon_decimalcomma_iso.csv';
const DE = 'superstore/derived/superstore_de_utf8bom_semicolon_thousanddot_dmy.csv';

describeWithData('Superstore', () => {
  it.each(['superstore/Sample - Superstore.csv', 'superstore/Sample - Superstore.xls'])(
    '%s gives the known sums',
    async (name) => {
      const { receipt, plan } = await convertFile(name);
      expect(plan.blockers).toEqual([]);
      expect(receipt.rows).toEqual({
        read: 10_195,
        header: 1,
        skipped: 0,
        totals: 0,
        duplicates: 0,
        rejected: 0,
        imported: 10_194,
      });
      expect(receipt.sums).toMatchObject({
        amount: { file: 2_326_534.3543, imported: 2_326_534.3543 },
        profit: { file: 292_296.8146 },
        quantity: { file: 38_654 },
      });
      expect(receipt.rounded).toBe(0);
    },
  );

  it('maps its columns', async () => {
    const read = await convertFile('superstore/Sample - Superstore.csv');
    expect(mapped(read)).toEqual({
      date: 'Order Date',
      amount: 'Sales',
      order: 'Order ID',
      line: 'Row ID',
      customer: 'Customer Name',
      customer_id: 'Customer ID',
      segment: 'Segment',
      product: 'Product Name',
      product_id: 'Product ID',
      category: 'Category',
      subcategory: 'Sub-Category',
      region: 'Region',
      country: 'Country/Region',
      city: 'City',
      quantity: 'Quantity',
      discount_share: 'Discount',
      profit: 'Profit',
    });
    expect(read.plan.readings.every(({ confidence }) => confidence === 'sure' || confidence === 'custom')).toBe(true);
    const days = fieldValues(read, 'date').map(Number);
    // 2019-01-03 and 2022-12-30
    expect([Math.min(...days), Math.max(...days)]).toEqual([
      Date.UTC(2019, 0, 3) / 86_400_000,
      Date.UTC(2022, 11, 30) / 86_400_000,
    ]);
  });

  it('has the same content as workbook and as text, so that one is a duplicate of the other', async () => {
    const text = await convertFile('superstore/Sample - Superstore.csv');
    const workbook = await convertFile('superstore/Sample - Superstore.xls', {}, text.keys);
    expect(workbook.receipt.rows).toMatchObject({ imported: 0, duplicates: 10_194 });
  });

  it.each([US, SV, DE])('%s gives the known sums', async (name) => {
    const { receipt, plan } = await convertFile(name);
    expect(plan.blockers).toEqual([]);
    expect(receipt.rows).toMatchObject({ read: 9_995, imported: 9_994, rejected: 0 });
    expect(receipt.sums).toMatchObject({
      amount: { file: 2_297_200.8603 },
      profit: { file: 286_397.0217 },
      quantity: { file: 37_873 },
    });
  });

  it('has the same content in three countries’ ways of writing it', async () => {
    const american = await convertFile(US);
    expect((await convertFile(DE)).keys).toEqual(american.keys);
    const ignored = {
      '3': { to: 'ignore' },
      '4': { to: 'ignore' },
      '10': { to: 'ignore' },
      '11': { to: 'ignore' },
    } as const;
    const withoutCustoms = await convertFile(US, { columns: ignored });
    expect((await convertFile(SV, { columns: ignored })).keys).toEqual(withoutCustoms.keys);
  });
});

describeWithData('other workbooks', () => {
  it('Financial Sample gives the known sums and fields', async () => {
    const read = await convertFile('financial_sample/Financial Sample.xlsx');
    expect(mapped(read)).toEqual({
      date: 'Date',
      amount: 'Sales',
      segment: 'Segment',
      product: 'Product',
      country: 'Country',
      quantity: 'Units Sold',
      unit_price: 'Sale Price',
      discount: 'Discounts',
      cost: 'COGS',
      profit: 'Profit',
    });
    expect(read.receipt.rows).toMatchObject({ imported: 700, rejected: 0 });
    expect(read.receipt.sums).toMatchObject({
      amount: { file: 118_726_350.26 },
      discount: { file: 9_205_248.24 },
      cost: { file: 101_832_648 },
      profit: { file: 16_893_702.26 },
      quantity: { file: 1_125_806 },
    });
    expect(fieldValues(read, 'custom:Discount Band')[0]).toBe('None');
    expect(fieldValues(read, 'custom:Year')[0]).toBe('2014');
  });

  it('a report with title, notes, subtotals and blank rows is counted once', async () => {
    const { receipt } = await convertFile('messy_layouts/derived_superstore_report_subtotals_merged.xlsx');
    expect(receipt.rows).toMatchObject({ header: 1, totals: 5, rejected: 0, imported: 9_994 });
    expect(receipt.sums['amount']).toMatchObject({ file: 2_297_200.8603, control: 2_297_200.8603 });
  });

  it('a table between notes is found', async () => {
    const { plan, receipt } = await convertFile('messy_layouts/deaths.xlsx');
    expect(plan.header.bottom + 1).toBe(5);
    expect(receipt.rows).toMatchObject({ header: 1, imported: 10 });
  });
});
