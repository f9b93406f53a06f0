import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberText } from '#shared/report-text.ts';
import type { BlockOf } from '#shared/report-content.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { blocksOf, composed } from './small-report.ts';

const row = fc.record({
  date: fc.constantFrom('2025-01-15', '2025-07-02', '2026-01-15', '2026-05-02', '2026-09-30'),
  amount: fc.integer({ min: -9_999_999, max: 999_999_999 }).map((scaled) => scaled / 10_000),
  customer: fc.option(fc.integer({ min: 1, max: 40 }).map((n) => `Kund ${String(n)}`)),
  region: fc.constantFrom('Syd', 'Norr', 'Väst', null),
});

const scaled = (value: number | null | undefined): number => Math.round((value ?? NaN) * 10_000);
const sumOf = (table: BlockOf<'table'>, at: number): number =>
  table.rows.reduce((sum, { kind, cells }) => sum + (kind === 'row' ? scaled(cells[at]?.value) : 0), 0);

it('rows add up to their total, whatever was sold, and every number reads as its column writes it', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 60 }), (rows) => {
      const sold = rows.filter(({ date }) => date.startsWith('2026'));
      const sale: readonly PlainRow[] = [
        ...rows,
        { date: '2026-09-30', amount: 1, customer: 'Kund 1', region: 'Syd' },
        { date: '2025-01-02', amount: 1, customer: 'Kund 2', region: 'Norr' },
      ];
      const { pages } = composed(
        { sale },
        [
          { show: 'revenue', by: 'customer' },
          { show: 'structure', by: 'customer' },
          { show: 'list', by: 'customer', kpis: ['revenue', 'orders'] },
          { show: 'revenue', by: 'region' },
        ],
        // A year that is over asks for no forecast.
        { period: '2026', today: '2027-01-10' },
      );
      const total = sold.reduce((sum, { amount }) => sum + scaled(amount), 10_000);
      for (const page of pages)
        for (const table of blocksOf(page, 'table')) {
          const [last] = table.rows.slice(-1);
          expect(last?.kind).toBe('total');
          expect(scaled(last?.cells[1]?.value)).toBe(total);
          expect(sumOf(table, 1)).toBe(total);
          for (const [at, { written, carried }] of table.columns.entries()) {
            if (carried && written?.unit === 'money') expect(sumOf(table, at)).toBe(scaled(last?.cells[at]?.value));
            if (written === null || written.unit === 'ratio') continue;
            for (const { cells } of table.rows)
              expect(cells[at]?.text).toBe(numberText(cells[at]?.value ?? null, written, 'sv-SE'));
          }
        }
    }),
    { seed: 8, numRuns: 20 },
  );
});

it('a name that is hidden stands nowhere in the pages, not even under the marks of a chart', () => {
  const names = ['Hemliga Bolaget AB', 'Tysta Gatan 4', 'Åsa Dold'];
  const sale = names.flatMap((customer, i) =>
    Array.from({ length: 12 }, (_, n) => [
      {
        date: `2025-0${String((n % 9) + 1)}-15`,
        amount: 100 * (i + 1),
        cost: 50,
        order: `a${String(n)}`,
        customer,
        rep: customer,
      },
      {
        date: `2026-0${String((n % 9) + 1)}-28`,
        amount: 90 * (i + 2),
        cost: 70,
        order: `b${String(n)}`,
        customer,
        rep: customer,
      },
    ]).flat(),
  );
  const question = { kpis: ['revenue'], rows: [{ dimension: 'customer' }], columns: [], filters: [], variants: {} };
  const place = { x: 0, y: 0, width: 6, height: 6 };
  const made = composed(
    { sale },
    [
      { show: 'summary', kpis: null },
      { show: 'revenue', by: 'rep' },
      { show: 'structure', by: 'customer' },
      { show: 'list', by: 'customer', kpis: ['revenue'] },
      { show: 'tiles', tiles: [{ id: 'c', title: null, place, show: 'chart', kind: 'waterfall', question }] },
    ],
    { names: { customer: 'numbers', rep: 'initials' } },
  );
  const text = JSON.stringify(made.pages);
  expect(names.filter((name) => text.includes(name))).toEqual([]);
  expect(text).toContain('Kund 3');
  expect(text).toContain('HBA');
});
