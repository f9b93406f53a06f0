import { expect, it } from 'vitest';
import { derived, fieldsOver, valuesOf } from './values.ts';

it('a target without a KPI is one of revenue', () => {
  const of = (kpi: string | null) => ({ value: 1, start: '2026-01-01', kpi });
  expect(derived({ target: [of('bookings'), of(null)] }, 'target', 'target_kpi')).toEqual(['bookings', 'revenue']);
  expect(derived({ target: [of('revenue'), of(null)] }, 'target', 'target_kpi')).toEqual(['revenue', 'revenue']);
  expect(derived({ target: [{ value: 1, start: '2026-01-01' }] }, 'target', 'target_kpi')).toEqual(['revenue']);
});

it('a target ends with its own date, its grain, or the month', () => {
  const of = (start: string, grain: string | null, end: string | null = null) => ({ value: 1, start, grain, end });
  const target = [
    of('2026-02-01', 'year', '2026-11-30'),
    of('2026-02-01', 'month'),
    of('2026-05-01', 'quarter'),
    of('2025-05-01', 'year'), // a fiscal year
    of('2026-09-14', 'week'),
    of('2026-09-14', 'day'),
    of('2026-01-01', '6 months'),
    of('2024-02-15', null),
    of('2024-02-15', 'someday'),
    of('2024-02-15', 'month', '2024-02-14'),
  ];
  expect(derived({ target }, 'target', 'until_day')).toEqual([
    '2026-11-30',
    '2026-02-28',
    '2026-07-31',
    '2026-04-30',
    '2026-09-20',
    '2026-09-14',
    '2026-06-30',
    '2024-02-29',
    '2024-02-29',
    null,
  ]);
});

it('a target is of the level its own row names, not the one that lists would add', () => {
  const target = [
    { value: 1, start: '2026-01-01' },
    { value: 1, start: '2026-01-01', rep: 'Eva' },
    { value: 1, start: '2026-01-01', rep: 'Eva', team: 'North' },
    { value: 1, start: '2026-01-01', region: 'West', category: 'Coffee' },
    { value: 1, start: '2026-01-01', product: 'Beans' },
  ];
  const fields = fieldsOver({ target, rep_list: [{ rep: 'Eva', team: 'South', region: 'East' }] });
  expect(valuesOf(fields, 'target', 'team')).toEqual([null, 'South', 'North', null, null]);
  expect(valuesOf(fields, 'target', 'level')).toEqual(['0', '1', '3', '20', '8']);
  expect(fields.columns.table('target')?.fields.find(({ key }) => key === 'level')?.derived).toBe(true);
});

it('a target is of the shortest stretch that its days go into', () => {
  const of = (start: string, end: string | null) => ({ value: 1, start, end });
  const target = [
    of('2026-02-01', '2026-02-01'),
    of('2026-02-01', '2026-02-07'),
    of('2026-02-01', null),
    of('2026-07-01', '2026-09-30'),
    of('2026-01-01', '2026-12-31'),
    of('2026-02-15', '2026-02-14'), // it ends before it begins
  ];
  expect(derived({ target }, 'target', 'stretch')).toEqual(['day', 'week', 'month', 'quarter', 'year', 'day']);
});

it('a price holds until the next one of the same product and competitor', () => {
  const of = (product: string, competitor: string, date: string | null) => ({ product, competitor, date, price: 1 });
  const competitor_price = [
    of('Beans', 'Rost', '2026-03-01'),
    of('Beans', 'Rost', '2026-01-10'),
    of('Beans', 'Brygg', '2026-02-01'),
    of('Cups', 'Rost', '2026-02-01'),
    of('Cups', 'Rost', '2026-02-01'), // the later row of a day holds
    of('Beans', 'Brygg', null), // from the first day of all data
  ];
  const tables = { competitor_price, sale: [{ date: '2025-12-31', amount: 1 }] };
  expect(derived(tables, 'competitor_price', 'valid_from')).toEqual([
    '2026-03-01',
    '2026-01-10',
    '2026-02-01',
    '2026-02-01',
    '2026-02-01',
    '2025-12-31',
  ]);
  expect(derived(tables, 'competitor_price', 'valid_to')).toEqual([
    null,
    '2026-03-01',
    null,
    '2026-02-01',
    null,
    '2026-02-01',
  ]);
});
