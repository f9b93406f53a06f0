import { describe, expect, test } from 'vitest';
import {
  filterChoices,
  memberOfValue,
  valueOfMember,
  withMembers,
} from '../../../../renderer/features/overview/filters.model.ts';
import {
  choicesOfYear,
  customSpec,
  fiscalYearSpec,
  yearsWithData,
} from '../../../../renderer/features/overview/period-choices.model.ts';

describe('periods to choose from', () => {
  test('years of the data, newest first', () => {
    expect(yearsWithData('2024-11-01', '2026-10-30')).toEqual([2026, 2025, 2024]);
  });

  test('months and quarters outside the data cannot be chosen', () => {
    const { year, quarters, months } = choicesOfYear(2024, '2024-11-15', '2026-10-30');
    expect(year).toEqual({ spec: '2024', outside: false });
    expect(quarters.map(({ outside }) => outside)).toEqual([true, true, true, false]);
    expect(months.filter(({ outside }) => !outside).map(({ spec }) => spec)).toEqual(['2024-11', '2024-12']);
  });

  test('two dates the right way round', () => {
    expect(customSpec('2026-01-01', '2026-09-30')).toBe('2026-01-01..2026-09-30');
    expect(customSpec('2026-09-30', '2026-01-01')).toBeNull();
    expect(customSpec('', '2026-01-01')).toBeNull();
  });

  test('a fiscal year only where it is no calendar year', () => {
    expect(fiscalYearSpec(2026, 1)).toBeNull();
    expect(fiscalYearSpec(2026, 5)).toBe('FY2026');
  });
});

describe('filters', () => {
  const dimension = (key: string, members = 5, identifier = false) => ({ key, members, identifier, kinds: ['sale'] });
  const dimensions = [
    dimension('customer', 300),
    dimension('region'),
    dimension('order', 900, true),
    dimension('country', 1),
  ];

  test('region always has its chip, the rest is offered', () => {
    expect(filterChoices(dimensions, [], null)).toEqual({ shown: ['region'], offered: ['customer'] });
    expect(filterChoices(dimensions, [], 'customer')).toEqual({ shown: ['region', 'customer'], offered: [] });
  });

  test('members are set and taken away', () => {
    const set = withMembers([], 'region', ['Syd', valueOfMember(null)]);
    expect(set).toEqual([{ dimension: 'region', op: 'in', values: ['Syd', null] }]);
    expect(withMembers(set, 'region', [])).toEqual([]);
    expect(memberOfValue(valueOfMember('Syd'))).toBe('Syd');
  });
});
