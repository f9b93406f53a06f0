import { describe, expect, it } from 'vitest';
import {
  drilled,
  excluded,
  keptAmong,
  keptOnly,
  memberAt,
  nextLevel,
  sortedBy,
} from '../../../../renderer/features/explore/drill.model.ts';
import { EMPTY_VIEW } from '../../../../renderer/features/explore/start.model.ts';
import { newValue } from '../../../../renderer/features/explore/view.model.ts';
import type { ExploreView } from '../../../../renderer/state/explore-slice.ts';

const view: ExploreView = {
  ...EMPTY_VIEW,
  rows: [{ dimension: 'region' }, { dimension: 'product' }],
  columns: [{ dimension: 'date', grain: 'quarter' }],
  values: [newValue('revenue')],
};

describe('from a line of the table', () => {
  it('only its rows: a filter a dimension, a date as the period, again in the place of what was kept before', () => {
    const kept = keptOnly(keptOnly(view, 'rows', ['Norr', null]), 'columns', ['2026-Q1']);
    expect(kept.filters).toEqual([
      { op: 'in', dimension: 'region', values: ['Norr'] },
      { op: 'in', dimension: 'product', values: [null] },
    ]);
    expect(kept.period).toBe('2026-Q1');
    expect(keptOnly(kept, 'rows', ['Syd']).filters.filter(({ dimension }) => dimension === 'region')).toEqual([
      { op: 'in', dimension: 'region', values: ['Syd'] },
    ]);
  });

  it('only the rows of a stretch: its members as one filter, its periods from the first to the last', () => {
    const region = { dimension: 'region' };
    const kept = keptAmong(keptAmong(view, region, ['Norr']), region, ['Syd', null]);
    expect(kept.filters).toEqual([{ op: 'in', dimension: 'region', values: ['Syd', null] }]);
    const month = { dimension: 'date', grain: 'month' } as const;
    expect(keptAmong(view, month, ['2026-03', '2026-04', '2026-05']).period).toBe('2026-03..2026-05');
    expect(keptAmong(view, month, ['2026-03']).period).toBe('2026-03');
    expect(keptAmong(view, month, [null]).period).toBe(view.period);
  });

  it('without its rows: members gather in one filter', () => {
    const without = excluded(excluded(view, 'rows', ['Norr']), 'rows', ['Syd']);
    expect(without.filters).toEqual([{ op: 'not-in', dimension: 'region', values: ['Norr', 'Syd'] }]);
  });

  it('nothing of the kind for totals and for the united remainder, whose name is empty', () => {
    expect([memberAt(view, 'rows', []), memberAt(view, 'rows', [''])]).toEqual([null, null]);
    expect(excluded(view, 'rows', [''])).toBe(view);
  });

  it('down to the next dimension, a date to its next grain', () => {
    expect(nextLevel(view, 'rows', ['Norr'])).toEqual({ dimension: 'product' });
    expect(nextLevel(view, 'columns', ['2026-Q1'])).toEqual({ dimension: 'date', grain: 'month' });
    expect(
      nextLevel({ ...view, columns: [{ dimension: 'date', grain: 'day' }] }, 'columns', ['2026-01-02']),
    ).toBeNull();
    const down = drilled(view, 'rows', ['Norr'], { dimension: 'product' });
    expect(down.rows).toEqual([{ dimension: 'product' }]);
    expect(down.filters).toEqual([{ op: 'in', dimension: 'region', values: ['Norr'] }]);
  });

  it('its order: highest first, asked for again lowest first; the total is no group', () => {
    const sorted = sortedBy(view, 'rows', 'revenue', ['2026-Q1']);
    expect(sorted.rows[0]?.order).toEqual({ by: 'revenue', descending: true, at: ['2026-Q1'] });
    expect(sortedBy(sorted, 'rows', 'revenue', ['2026-Q1']).rows[0]?.order?.descending).toBe(false);
    expect(sortedBy(view, 'rows', 'revenue', []).rows[1]?.order).toEqual({ by: 'revenue', descending: true });
  });
});
