import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW } from '../../../../renderer/features/explore/start.model.ts';
import {
  byGrain,
  fits,
  isUsed,
  move,
  put,
  remove,
  swapped,
  withFold,
  withRef,
  type Field,
} from '../../../../renderer/features/explore/view.model.ts';
import type { ExploreView } from '../../../../renderer/state/explore-slice.ts';

const region: Field = { is: 'dimension', key: 'region' };
const product: Field = { is: 'dimension', key: 'product' };
const quarter: Field = { is: 'date', grain: 'quarter' };
const revenue: Field = { is: 'kpi', ref: 'revenue' };
const amount: Field = { is: 'number', key: 'amount' };

const keys = (view: ExploreView): unknown => ({
  rows: view.rows.map(({ dimension }) => dimension),
  columns: view.columns.map(({ dimension, grain }) => grain ?? dimension),
  values: view.values.map(({ kpi }) => kpi),
  filters: view.filters.map(({ dimension, op }) => `${dimension} ${op}`),
});
const built = [
  [region, 'rows'],
  [product, 'rows'],
  [quarter, 'columns'],
  [revenue, 'values'],
] as const;
const pivot = built.reduce<ExploreView>((view, [field, well]) => put(view, field, well), EMPTY_VIEW);

describe('the wells', () => {
  it('take fields at their end, and before the item that is pointed at', () => {
    expect(keys(pivot)).toEqual({
      rows: ['region', 'product'],
      columns: ['quarter'],
      values: ['revenue'],
      filters: [],
    });
    expect(put(pivot, { is: 'dimension', key: 'rep' }, 'rows', 1).rows.map(({ dimension }) => dimension)).toEqual([
      'region',
      'rep',
      'product',
    ]);
  });

  it('hold a dimension once on rows and columns: put again it moves; a KPI as often as wanted', () => {
    expect(keys(put(pivot, region, 'columns'))).toEqual({
      rows: ['product'],
      columns: ['quarter', 'region'],
      values: ['revenue'],
      filters: [],
    });
    expect(put(pivot, revenue, 'values').values).toHaveLength(2);
  });

  it('take only what belongs in them', () => {
    expect([fits(pivot, revenue, 'rows'), fits(pivot, quarter, 'filters'), fits(pivot, amount, 'filters')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(put(pivot, revenue, 'rows')).toBe(pivot);
    expect(keys(put(put(pivot, amount, 'filters'), region, 'filters'))).toMatchObject({
      filters: ['amount between', 'region in'],
    });
  });

  it('take a date or a number of the rows as its members: once, by another unit, and back as a filter', () => {
    const due: Field = { is: 'day', key: 'custom:Leverans' };
    const split = put(put(pivot, due, 'rows'), amount, 'columns');
    expect(keys(split)).toMatchObject({
      rows: ['region', 'product', 'month:custom:Leverans'],
      columns: ['quarter', 'value:amount'],
    });
    expect([isUsed(split, due), isUsed(split, amount), isUsed(pivot, due)]).toEqual([true, true, false]);
    expect(keys(put(split, due, 'columns'))).toMatchObject({
      rows: ['region', 'product'],
      columns: ['quarter', 'value:amount', 'month:custom:Leverans'],
    });
    expect(byGrain({ dimension: 'month:custom:Leverans', empty: 'hidden' }, 'week')).toEqual({
      dimension: 'week:custom:Leverans',
      empty: 'hidden',
    });
    const asFilter = move(split, { well: 'rows', index: 2 }, { well: 'filters', index: 0 });
    expect(keys(asFilter)).toMatchObject({ rows: ['region', 'product'], filters: ['custom:Leverans period'] });
  });

  it('hold no more than a question takes: three columns', () => {
    const full = ['channel', 'country'].reduce((view, key) => put(view, { is: 'dimension', key }, 'columns'), pivot);
    expect(full.columns).toHaveLength(3);
    expect(fits(full, { is: 'dimension', key: 'city' }, 'columns')).toBe(false);
  });

  it('reorder: the first item moved behind the second', () => {
    const moved = move(pivot, { well: 'rows', index: 0 }, { well: 'rows', index: 2 });
    expect(moved.rows.map(({ dimension }) => dimension)).toEqual(['product', 'region']);
  });

  it('keep the settings of what moves from rows to columns', () => {
    const ordered = withRef(pivot, { well: 'rows', index: 0 }, { dimension: 'region', top: { n: 3 } });
    const moved = move(ordered, { well: 'rows', index: 0 }, { well: 'columns', index: 0 });
    expect(moved.columns).toEqual([
      { dimension: 'region', top: { n: 3 } },
      { dimension: 'date', grain: 'quarter' },
    ]);
  });

  it('make a filter of what moves there, and know what is used', () => {
    const moved = move(pivot, { well: 'rows', index: 1 }, { well: 'filters', index: 0 });
    expect(keys(moved)).toMatchObject({ rows: ['region'], filters: ['product in'] });
    expect([isUsed(moved, product), isUsed(moved, { is: 'dimension', key: 'city' })]).toEqual([true, false]);
  });

  it('swap rows and columns, twice to the same', () => {
    expect(keys(swapped(pivot))).toMatchObject({ rows: ['quarter'].map(() => 'date'), columns: ['region', 'product'] });
    expect(keys(swapped(swapped(pivot)))).toEqual(keys(pivot));
  });
});

describe('what stands on dimensions that go', () => {
  const folded = withFold(pivot, 'rows', ['Norr'], true);

  it('goes with them: folds when the outermost dimension changes', () => {
    expect(folded.foldedRows).toEqual([['Norr']]);
    expect(withFold(folded, 'rows', ['Norr'], false).foldedRows).toEqual([]);
    expect(remove(folded, { well: 'rows', index: 0 }).foldedRows).toEqual([]);
    expect(put(folded, { is: 'dimension', key: 'rep' }, 'rows').foldedRows).toEqual([['Norr']]);
  });

  it('goes with them: an order by a column of the dimension that left', () => {
    const ordered = withRef(
      pivot,
      { well: 'rows', index: 0 },
      { dimension: 'region', order: { by: 'revenue', descending: true, at: ['2026-Q1'] } },
    );
    expect(remove(ordered, { well: 'columns', index: 0 }).rows[0]?.order).toEqual({ by: 'revenue', descending: true });
    expect(put(ordered, revenue, 'values').rows[0]?.order?.at).toEqual(['2026-Q1']);
  });
});
