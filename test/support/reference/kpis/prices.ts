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

const soldAs = (product: Cell): Product => ({
  sales: sum(product, SOLD, 'amount'),
  units: sum(product, SOLD, 'quantity'),
  theirs: average(product, THEIRS, 'price'),
});

function adding(cell: Cell, of: (product: Product) => Num): Num {
  const products = memberCells(
    cell,
    [
      [cell, SOLD],
      [cell, THEIRS],
    ],
    'product',
  );
  return overMembers(
    products,
    (product) => of(soldAs(product)),
    (values) => values.reduce((a, b) => a + b, 0),
  );
}

/** Units of products that a competitor has a price of. */
const compared = (cell: Cell): Num =>
  adding(cell, ({ theirs, units }) => (isNumber(theirs) ? (theirs > 0 ? units : 0) : theirs));

/** Of the units those whose own price lies so far from the competitor's: 0.1 is ten per cent above. */
const share =
  (when: (distance: number) => boolean): Kpi =>
  (cell) =>
    div(
      adding(cell, ({ sales, units, theirs }) => {
        const ratio = div(div(sales, units), theirs);
        return isNumber(ratio) ? (when(ratio - 1) ? units : 0) : ratio;
      }),
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
