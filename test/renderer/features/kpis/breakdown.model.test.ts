import { expect, test } from 'vitest';
import type { AnswerCell } from '#shared/question.ts';
import { cohortRows } from '#shared/cohort-rows.ts';
import { breakdownOf, hasOneValue } from '../../../../renderer/features/kpis/breakdown.model.ts';

const cell = (row: readonly string[], column: readonly string[], value: number): AnswerCell => ({
  kpi: 'cohort-retention',
  row: [...row],
  column: [...column],
  other: false,
  period: { from: '2026-01-01', to: '2026-12-31' },
  value,
  reason: null,
  marks: [],
  rows: { used: 1, leftOut: 0 },
  compare: null,
});
const dimension = (key: string, members: number, kpis: string[]) => ({
  key,
  label: null,
  members,
  identifier: false,
  kinds: ['sale' as const],
  kpis,
});

test('a place is the one the data has several of', () => {
  const shares = { kpi: 'sales-by-location', breakdown: 'country' };
  const region = dimension('region', 4, ['sales-by-location']);
  expect(breakdownOf(shares, [dimension('country', 2, ['sales-by-location']), region])).toBe('country');
  expect(breakdownOf(shares, [dimension('country', 1, ['sales-by-location']), region])).toBe('region');
  expect(breakdownOf(shares, [dimension('country', 2, ['revenue'])])).toBe(null);
  expect(breakdownOf({ kpi: 'revenue', breakdown: null }, [region])).toBe(null);
  expect([hasOneValue({ breakdown: 'cohort' }), hasOneValue(shares)]).toEqual([false, true]);
});

test('the triangle has the latest cohorts, tells nobody from not yet, and all of them last', () => {
  const cells = [
    cell(['2025-Q4'], ['0'], 1),
    cell(['2025-Q4'], ['1'], 0.5),
    cell(['2026-Q1'], ['0'], 1),
    // Nobody of 2026-Q1 bought in the second quarter; one in four did in the third.
    cell(['2026-Q1'], ['2'], 0.25),
    cell(['2026-Q3'], ['0'], 1),
    cell([], ['0'], 1),
    cell([], ['1'], 0.2),
    cell([], [], 1),
  ];
  const shown = cohortRows(cells, { cohorts: 2, ages: 3, through: '2026-09-30' }).map((row) => [
    row.cohort,
    ...row.cells.map((each) => (each === null || each === 'nobody' ? each : each.value)),
  ]);
  expect(shown).toEqual([
    ['2026-Q1', 1, 'nobody', 0.25],
    ['2026-Q3', 1, null, null],
    [null, 1, 0.2, null],
  ]);
  expect(cohortRows([], { cohorts: 2, ages: 3, through: '2026-09-30' })).toEqual([]);
});
