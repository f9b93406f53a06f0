import { expect, it } from 'vitest';
import { rowsAt } from '#columns/rows/rows-at.ts';
import { columnsOfRows } from '../../support/columns-of-rows.ts';

it('reads rows out of columns, gaps as null', () => {
  const columns = columnsOfRows({
    lead: [
      { created: '2026-01-05T09:30', source: 'Mail', value: 12.5, qualified: false },
      { created: '2026-01-06T00:00', source: null, value: null, qualified: null },
    ],
    sale: [{ date: '2026-02-28', amount: -1 }],
  });
  const [lead, sale] = [columns.table('lead'), columns.table('sale')];
  if (lead === null || sale === null) throw new Error('no table');
  expect(lead.fields.map(({ key }) => key)).toEqual(['created', 'source', 'value', 'qualified']);
  expect(rowsAt(columns, lead, [1, 0])).toEqual([
    ['2026-01-06T00:00', null, null, null],
    ['2026-01-05T09:30', 'Mail', 12.5, 0],
  ]);
  expect(rowsAt(columns, sale, [0])).toEqual([['2026-02-28', -1]]);
});
