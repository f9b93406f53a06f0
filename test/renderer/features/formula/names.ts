import type { FormulaName } from '../../../../renderer/features/formula/completion.model.ts';

/** Some names of formulas, as a Swedish reader calls them. */
export const NAMES: readonly FormulaName[] = [
  { kind: 'kpi', text: 'revenue', label: 'Intäkter' },
  { kind: 'kpi', text: 'orders', label: 'Antal order' },
  { kind: 'kpi', text: 'arpa', label: 'Intäkt per konto', lacks: true },
  { kind: 'kpi', text: 'revenue-per-customer', label: 'Intäkt per kund' },
  { kind: 'measure', text: 'net-sales', label: 'Nettoförsäljning' },
  { kind: 'function', text: 'prev', label: 'föregående period' },
  { kind: 'function', text: 'sum', label: 'summa' },
  { kind: 'function', text: 'count', label: 'antal' },
  { kind: 'calendar', text: 'working-days', label: 'arbetsdagar' },
  { kind: 'dimension', text: 'region', label: 'Region' },
  { kind: 'dimension', text: '"custom:Säljare 2"', label: 'Säljare 2' },
  { kind: 'kind', text: 'sale', label: 'försäljning' },
  { kind: 'kind', text: 'deal', label: 'affärer' },
  { kind: 'field', text: 'amount', label: 'Belopp', of: 'sale', holds: 'number' },
  { kind: 'field', text: 'order_date', label: 'Orderdatum', of: 'sale', holds: 'date' },
  { kind: 'field', text: 'customer', label: 'Kund', of: 'sale', holds: 'text' },
  { kind: 'field', text: '"custom:Frakt"', label: 'Frakt', of: 'sale', holds: 'number' },
  { kind: 'field', text: 'value', label: 'Värde', of: 'deal', holds: 'number' },
];
