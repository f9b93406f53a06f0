import { expect, it } from 'vitest';
import { lapse } from '#columns/derived-kinds/lapse.ts';
import { describeWithData } from '../../support/data.ts';
import { superstoreRows } from '../../support/superstore.ts';
import { fieldsOver, rowsOf } from '../derived/values.ts';

/** Figures computed from the file by a script of its own, with spans as lists of purchase dates. */
describeWithData('spans of the Superstore', () => {
  const world = (country: string | null) => {
    const fields = fieldsOver({
      sale: superstoreRows().filter((row) => country === null || row['country'] === country),
    });
    const spans = rowsOf(fields, 'customer_span', ['start', 'end', 'first']).map(({ start, end, first }) => ({
      start: String(start),
      end: typeof end === 'string' ? end : '9999',
      first: first === true,
    }));
    return { fields, spans };
  };
  const years = ['2019', '2020', '2021', '2022'];

  it.each([
    [null, [536, 528, 597], [391, 365, 332]],
    ['United States', [527, 525, 584], [384, 364, 324]],
  ])('scope %s', (country, active, lost) => {
    const { fields, spans } = world(country);
    expect(lapse(fields)).toMatchObject({ days: 258, medianGap: 129 });
    const standing = (year: string) =>
      spans.filter(({ start, end }) => start <= `${year}-12-31` && end > `${year}-12-31`);
    expect(years.slice(0, 3).map((year) => standing(year).length)).toEqual(active);
    const endIn =
      (year: number) =>
      ({ end }: { end: string }) =>
        end.startsWith(String(year));
    expect(years.slice(0, 3).map((year) => standing(year).filter(endIn(Number(year) + 1)).length)).toEqual(lost);
  });

  it('counts ends, new customers and those won back by year', () => {
    const { fields, spans } = world(null);
    expect(years.map((year) => spans.filter(({ end }) => end.startsWith(year)).length)).toEqual([86, 411, 394, 360]);
    const startsIn = (year: string) => spans.filter(({ start }) => start.startsWith(year));
    expect(years.map((year) => startsIn(year).filter(({ first }) => first).length)).toEqual([605, 131, 57, 11]);
    expect(years.map((year) => startsIn(year).filter(({ first }) => !first).length)).toEqual([17, 272, 406, 412]);
    expect(fields.rows('customer')).toBe(804);
  });
});
