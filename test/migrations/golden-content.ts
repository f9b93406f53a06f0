import type { PlainImport } from '../store/plain-import.ts';

/** What every golden file holds. Never changed: the files of released versions were made from it. */
export const GOLDEN_NAME = 'Guld & Kaffe';
export const GOLDEN_SETTINGS = { fiscalYearStart: 7, currency: 'EUR', variants: { revenue: 'gross' } } as const;

/** Amounts are 1.0001, 2.0002 … 300.03: together 300 · 301 / 2 · 1.0001 = 45 154.515. */
export const SALES: PlainImport = {
  kind: 'sale',
  fields: ['date', 'amount', 'order', 'customer', 'custom:Leverans', 'custom:Brådskande'],
  customTypes: { 'custom:Brådskande': 'flag' },
  file: 'försäljning.csv',
  from: '2026-01-01',
  to: '2026-01-28',
  rows: Array.from({ length: 300 }, (_, i) => ({
    date: `2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
    amount: (i + 1) * 1.0001,
    order: String(10_000 + Math.floor(i / 2)).padStart(8, '0'),
    customer: i % 10 === 0 ? null : `Kund ${i % 7}`,
    'custom:Leverans': i % 3 === 0 ? 'Bud' : null,
    'custom:Brådskande': i % 4 === 0 ? true : i % 4 === 1 ? false : null,
  })),
  rejected: [{ row: 302, column: 'Datum', field: 'date', value: '2026-02-30', reason: 'not-a-date' }],
};

/** Undone again in the file, so that it has a hole and an unused column. */
export const UNDONE: PlainImport = {
  kind: 'sale',
  fields: ['amount', 'customer', 'custom:Borta'],
  rows: [{ amount: 1, customer: 'Borta AB', 'custom:Borta': 'x' }],
};

export const LEADS: PlainImport = {
  kind: 'lead',
  fields: ['created', 'id', 'qualified', 'customer'],
  file: 'leads.xlsx',
  rows: [
    { created: '2026-01-05T09:30', id: '007', qualified: true, customer: 'Kund 1' },
    { created: '2026-01-06T00:00', id: '008', qualified: null, customer: 'Ny kund' },
  ],
};
