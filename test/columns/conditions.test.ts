import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnQueries } from '#columns/column-queries.ts';
import type { Condition } from '#shared/kpi-definition.ts';
import { columnsOfRows } from '../support/columns-of-rows.ts';
import { queriesOf, requestOf, RUNS } from './cells.ts';

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

/** A row of a lead's fields, and what each condition says of it in plain words. */
interface Plain {
  readonly source: string | null;
  readonly qualified: boolean | null;
  readonly value: number | null;
  readonly answered: string | null;
}
const PLAIN: fc.Arbitrary<Plain> = fc.record({
  source: fc.constantFrom('Google', 'Mail', 'Fair', null),
  qualified: fc.constantFrom(true, false, null),
  value: fc.constantFrom(-1, 0, 99.9999, 100, 100.0001, null),
  answered: fc.constantFrom('1970-01-02T08:00', null),
});
const SAID: readonly (readonly [Condition, (row: Plain) => boolean])[] = [
  [{ field: 'source', is: 'present' }, ({ source }) => source !== null],
  [{ field: 'qualified', is: 'present' }, ({ qualified }) => qualified !== null],
  [{ field: 'value', is: 'present' }, ({ value }) => value !== null],
  [{ field: 'answered', is: 'present' }, ({ answered }) => answered !== null],
  [{ field: 'source', is: 'missing' }, ({ source }) => source === null],
  [{ field: 'value', is: 'missing' }, ({ value }) => value === null],
  [{ field: 'answered', is: 'missing' }, ({ answered }) => answered === null],
  [{ field: 'qualified', is: 'true' }, ({ qualified }) => qualified === true],
  [{ field: 'qualified', is: 'not-true' }, ({ qualified }) => qualified !== true],
  [{ field: 'source', is: 'one-of', values: ['Mail', 'Nobody'] }, ({ source }) => source === 'Mail'],
  [
    { field: 'source', is: 'none-of', values: ['Mail', 'Fair'] },
    ({ source }) => source === null || source === 'Google',
  ],
  [{ field: 'value', is: 'above', than: 99.9999 }, ({ value }) => value !== null && value > 99.9999],
  [{ field: 'value', is: 'above', than: -1 }, ({ value }) => value !== null && value > -1],
];

it('rows meet all of at least one list of conditions, as a plain loop says', () => {
  const lists = fc.array(fc.array(fc.constantFrom(...SAID), { maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(PLAIN, { minLength: 1, maxLength: 30 }), lists, (rows, anyOf) => {
      const queries = queriesOf({ lead: rows.map((row) => ({ ...row, created: '1970-01-01T00:00' })) });
      const slots = [{ from: 0, to: 0 }];
      const placed = queries.rows(requestOf({ kind: 'lead', breakdown: queries.breakdown([]), slots }));
      const conditions = anyOf.map((all) => all.map(([condition]) => condition));
      const expected = rows.flatMap((row, i) => (anyOf.some((all) => all.every(([, said]) => said(row))) ? [i] : []));
      expect([...queries.positions(placed, 0, conditions)]).toEqual(expected);
      expect(queries.count(placed, conditions).at(0)).toBe(expected.length);
    }),
    RUNS,
  );
});
