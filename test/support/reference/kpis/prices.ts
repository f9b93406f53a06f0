import { average, memberCells, overMembers, sum, type Cell, type Source } from '../cell.ts';
import { div, isNumber, mul, type Num } from '../numbers.ts';
import type { Kpi, Kpis } from './kpi.ts';

/** Own sales are of no competitor. */
const SOLD: Source = { kind: 'sale', date: 'date', where: { quantity: 'present' }, blindTo: ['competitor'] };
const THEIRS: Source = { kind: 'competitor_price', date: 'valid_from', nature: 'balance', until: 'valid_to' };

interface Product {
  readonly sales: Num;
  readonly units: Num;
  readonly theirs: Num;
}

const products = (cell: Cell): readonly Product[] =>
  memberCells(
    cell,
    [
      [cell, SOLD],
      [cell, THEIRS],
    ],
    'product',
  ).map((one) => ({
    sales: sum(one, SOLD, 'amount'),
    units: sum(one, SOLD, 'quantity'),
    theirs: average(one, THEIRS, 'price'),
  }));

const adding = (cell: Cell, of: (product: Product) => Num): Num =>
  overMembers(products(cell).map(of), (values) => values.reduce((a, b) => a + b, 0));

/** Units of products that a competitor has a price of. */
const compared = (cell: Cell, when: (product: Product) => boolean = () => true): Num =>
  adding(cell, (product) => {
    if (!isNumber(product.theirs)) return product.theirs;
    return product.theirs > 0 && when(product) ? product.units : 0;
  });

/** Own price over the competitor's, less one. */
const distance = ({ sales, units, theirs }: Product): number => {
  const ratio = div(div(sales, units), theirs);
  return isNumber(ratio) ? ratio - 1 : NaN;
};
const share =
  (when: (distance: number) => boolean): Kpi =>
  (cell) =>
    div(
      compared(cell, (product) => when(distance(product))),
      compared(cell),
    );

const LEVEL = 0.005;

export const PRICE_KPIS: Kpis = {
  'price-index:weighted': (cell) =>
    div(
      mul(
        100,
        adding(cell, ({ sales, theirs }) => div(sales, theirs)),
      ),
      compared(cell),
    ),
  'price-index:share-above': share((distance) => distance > LEVEL),
  'price-index:share-level': share((distance) => Math.abs(distance) <= LEVEL),
  'price-index:share-below': share((distance) => distance < -LEVEL),
};
