import { expect, it } from 'vitest';
import { typedYear, withYear } from '../../../../renderer/features/import/table-year.model.ts';

it('a year is four figures that can be one', () => {
  expect([' 2026 ', '1900', '2100', '26', '1899', '2101', '20 26', ''].map(typedYear)).toEqual([
    2026,
    1900,
    2100,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('a year leaves what was said of the columns; months that stay columns make them others', () => {
  const said = { encoding: 'utf-8', columns: { '0': { to: 'ignore' } } } as const;
  expect(withYear(said, 2026)).toEqual({ ...said, year: 2026 });
  expect(withYear({ ...said, year: 2026 }, null)).toEqual(said);
  expect(withYear({ ...said, year: 2026 }, 'none')).toEqual({ encoding: 'utf-8', year: 'none' });
  expect(withYear({ ...said, year: 'none' }, null)).toEqual({ encoding: 'utf-8' });
});
