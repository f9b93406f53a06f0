import type { KpiDefinition } from '../kpi-definition.ts';
import { result } from './define.ts';

/** Units sold of products whose competitors' price is known. */
const MATCHED_UNITS = 'sum_over(product, if(competitor-price > 0, units-with-price, 0))';
/** How far our average price of a product lies from theirs: 0.1 is ten per cent above. */
const APART = 'sales-with-quantity / units-with-price / competitor-price - 1';
const shareOf = (position: string): string =>
  `sum_over(product, if(${position}, units-with-price, 0)) / ${MATCHED_UNITS}`;

export const PRICE_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'price-index', unit: 'index', direction: 'neutral', source: 'A6' },
    { id: 'weighted', formula: `100 * sum_over(product, sales-with-quantity / competitor-price) / ${MATCHED_UNITS}` },
    { id: 'share-above', formula: shareOf(`${APART} > 0.005`), unit: 'ratio' },
    { id: 'share-level', formula: shareOf(`abs(${APART}) <= 0.005`), unit: 'ratio' },
    { id: 'share-below', formula: shareOf(`${APART} < -0.005`), unit: 'ratio' },
  ),
];
