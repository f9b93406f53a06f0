import type { MeasureDefinition } from '../kpi-definition.ts';
import { balancesOf, flowsOf, mean, present, sum } from './define.ts';

const own = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, blindTo: ['competitor'] });
const sale = flowsOf('sale', 'date');

export const PRICE_MEASURES: readonly MeasureDefinition[] = [
  own(sale('sales-with-quantity', sum('amount'), 'money', [present('quantity')])),
  own(sale('units-with-price', sum('quantity'), 'quantity')),
  balancesOf('competitor_price', 'valid_from', 'valid_to')('competitor-price', mean('price'), 'money'),
];
