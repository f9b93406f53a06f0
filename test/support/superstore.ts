import { readFileSync } from 'node:fs';
import { dataFile } from './data.ts';
import type { PlainRow } from './columns-of-rows.ts';

/** The Superstore CSV as plain rows, read by a parser of its own: an oracle must not share code with what it judges. */
export function superstoreRows(): readonly PlainRow[] {
  const [header = [], ...lines] = fieldsOf(
    readFileSync(dataFile('superstore/Sample - Superstore.csv'), 'utf8').replace(/^\uFEFF/, ''),
  );
  return lines.map((line) => {
    const at = (name: string): string => line[header.indexOf(name)] ?? '';
    const amount = Number(at('Sales'));
    const [day, month, year] = at('Order Date').split('/');
    return {
      date: `20${year ?? ''}-${month ?? ''}-${day ?? ''}`,
      amount,
      order: at('Order ID'),
      customer: at('Customer Name'),
      customer_id: at('Customer ID'),
      segment: at('Segment'),
      country: at('Country/Region'),
      region: at('Region'),
      'custom:State/Province': at('State/Province'),
      category: at('Category'),
      subcategory: at('Sub-Category'),
      product: at('Product Name'),
      product_id: at('Product ID'),
      quantity: Number(at('Quantity')),
      discount_share: Number(at('Discount')),
      cost: Number((amount - Number(at('Profit'))).toFixed(4)),
    };
  });
}

/** Comma-separated fields with doubled quotes. */
function fieldsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'),
      ),
    );
}
