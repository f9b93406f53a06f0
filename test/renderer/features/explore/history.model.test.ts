import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  NO_HISTORY,
  redone,
  undone,
  type Explored,
} from '../../../../renderer/features/explore/history.model.ts';
import { EMPTY_VIEW } from '../../../../renderer/features/explore/start.model.ts';
import { put, type Field } from '../../../../renderer/features/explore/view.model.ts';

const start: Explored = { view: EMPTY_VIEW, history: NO_HISTORY };
const withKpi = (now: Explored, ref: string): Explored => edited(now, put(now.view, { is: 'kpi', ref }, 'values'));

describe('undo and redo', () => {
  it('take edits back one by one and make them again', () => {
    const both = withKpi(withKpi(start, 'revenue'), 'orders');
    expect(undone(both).view.values.map(({ kpi }) => kpi)).toEqual(['revenue']);
    expect(undone(undone(both)).view).toBe(EMPTY_VIEW);
    expect(redone(redone(undone(undone(both)))).view).toEqual(both.view);
  });

  it('forget what was taken back once something else is done', () => {
    const other = withKpi(undone(withKpi(start, 'revenue')), 'orders');
    expect(redone(other).view).toBe(other.view);
  });

  it('count no edit that changes nothing, and letters of one text as one', () => {
    expect(edited(start, { ...EMPTY_VIEW }).history).toBe(NO_HISTORY);
    const typed = ['c', 'ca', 'caf'].reduce<Explored>(
      (now, text) =>
        edited(now, { ...now.view, filters: [{ op: 'contains', dimension: 'customer', text }] }, 'filter 0'),
      start,
    );
    expect(typed.history.past).toHaveLength(1);
    expect(undone(typed).view).toBe(EMPTY_VIEW);
  });

  it('lead from any edits back to the start, and forward to the end', () => {
    const fields: readonly Field[] = [
      { is: 'kpi', ref: 'revenue' },
      { is: 'dimension', key: 'region' },
      { is: 'date', grain: 'month' },
    ];
    const wells = ['rows', 'columns', 'values', 'filters'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...wells)), { maxLength: 30 }),
        (edits) => {
          const end = edits.reduce<Explored>((now, [field, well]) => edited(now, put(now.view, field, well)), start);
          let back = end;
          for (let step = 0; step < end.history.past.length; step++) back = undone(back);
          expect(back.view).toEqual(EMPTY_VIEW);
          let forth = back;
          for (let step = 0; step < end.history.past.length; step++) forth = redone(forth);
          expect(forth.view).toEqual(end.view);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
