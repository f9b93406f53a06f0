import { expect, it } from 'vitest';
import { columnQueries } from '#columns/column-queries.ts';
import type { Condition } from '#shared/kpi-definition.ts';
import { columnsOfRows } from '../support/columns-of-rows.ts';

const lead = [
  { created: '2026-01-01T08:00', source: 'Google', value: 100, qualified: true },
  { created: '2026-01-02T08:00', source: 'Mail', value: 100.0001, qualified: false },
  { created: '2026-01-03T08:00', value: 250 },
];
const cost = ['Ads', 'Wages', 'Rent'].map((category, i) => ({ date: '2026-01-01', amount: i + 1, category }));

function met(kind: 'lead' | 'cost', condition: Condition, acquisitionCategories: readonly string[] | null = null) {
  const columns = columnsOfRows({ lead, cost }, 1, undefined, { acquisitionCategories });
  const queries = columnQueries(columns);
  const rows = queries.rows({
    kind,
    date: kind === 'lead' ? 'created' : 'date',
    nature: 'flow',
    until: null,
    standing: null,
    filters: [],
    breakdown: queries.breakdown([]),
    slots: [{ from: 0, to: 100_000 }],
  });
  return [...queries.positions(rows, 0, [[condition]])];
}

it.each<readonly [Condition, readonly number[]]>([
  [{ field: 'qualified', is: 'true' }, [0]],
  [{ field: 'qualified', is: 'not-true' }, [1, 2]],
  [{ field: 'qualified', is: 'missing' }, [2]],
  [{ field: 'converted', is: 'not-true' }, [0, 1, 2]],
  [{ field: 'converted', is: 'missing' }, [0, 1, 2]],
  [{ field: 'source', is: 'missing' }, [2]],
  [{ field: 'source', is: 'none-of', values: ['Mail'] }, [0, 2]],
  [{ field: 'value', is: 'above', than: 100 }, [1, 2]],
  [{ field: 'value', is: 'above', than: 250 }, []],
])('%j', (condition, rows) => expect(met('lead', condition)).toEqual(rows));

it('goes by the categories of the settings, all where none are chosen', () => {
  const condition = { field: 'category', is: 'in-setting', setting: 'acquisitionCategories' } as const;
  expect(met('cost', condition, ['Wages', 'Ads'])).toEqual([0, 1]);
  expect(met('cost', condition, [])).toEqual([]);
  expect(met('cost', condition)).toEqual([0, 1, 2]);
});
