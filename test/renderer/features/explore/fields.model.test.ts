import { describe, expect, it } from 'vitest';
import {
  fieldGroups,
  foundFields,
  grainsOf,
  type FieldsAtHand,
} from '../../../../renderer/features/explore/fields.model.ts';
import { firstView, fittedView } from '../../../../renderer/features/explore/start.model.ts';
import { keysAtHand } from '#shared/grouped-fields.ts';
import { savedViewSchema } from '#shared/saved-views.ts';
import { exploreOf, savedOf } from '../../../../renderer/features/explore/saved.model.ts';
import { questionOf } from '../../../../renderer/features/explore/grid-view.model.ts';

const dimension = (key: string, members: number, kpis: readonly string[], identifier = false) => ({
  key,
  label: null,
  kinds: ['sale' as const],
  members,
  identifier,
  kpis: [...kpis],
});
const fields: FieldsAtHand = {
  dimensions: [
    dimension('channel', 3, ['revenue']),
    dimension('region', 5, ['revenue', 'win-rate']),
    dimension('currency', 1, ['revenue']),
    dimension('order', 900, ['revenue'], true),
    dimension('stage', 4, ['win-rate']),
    dimension('custom:Leveranssätt', 2, ['revenue']),
  ],
  kpis: [
    { kpi: 'revenue', category: 'result', possible: true, needsInPeriod: [], own: null },
    { kpi: 'win-rate', category: 'conversion', possible: true, needsInPeriod: [], own: null },
    { kpi: 'nps', category: 'result', possible: false, needsInPeriod: [], own: null },
  ],
  measures: ['net-sales', 'revenue'],
  rowFields: [{ key: 'amount', is: 'number', name: 'Belopp' }],
  fiscal: false,
};
const words = {
  dimension: (key: string) => (key.startsWith('custom:') ? key.slice(7) : key),
  grain: (grain: string) => grain,
  kpi: (ref: string) => ref,
  definition: (kpi: string) => (kpi === 'revenue' ? 'Fakturerad försäljning' : ''),
  compare: (one: string, other: string) => (one < other ? -1 : 1),
};
const names = (groups: ReturnType<typeof fieldGroups>) =>
  Object.fromEntries(groups.map(({ key, fields: listed }) => [key, listed.map(({ name }) => name)]));

describe('the fields', () => {
  it('are grouped: what splits most first, what splits nothing apart, KPIs without data left out', () => {
    expect(names(fieldGroups(fields, words))).toEqual({
      dates: ['day', 'week', 'month', 'quarter', 'year'],
      dimensions: ['region', 'Leveranssätt', 'channel', 'stage'],
      result: ['revenue'],
      conversion: ['win-rate'],
      furtherDimensions: ['currency', 'order'],
      measures: ['net-sales'],
      rowFields: ['Belopp'],
    });
    expect(grainsOf(true)).toContain('fiscal-year');
  });

  it('that split none of the KPIs shown stand apart, unless they are in use', () => {
    const shown = { kpis: ['revenue'], dimensions: [] };
    expect(names(fieldGroups(fields, words, shown))['dimensions']).not.toContain('stage');
    expect(names(fieldGroups(fields, words, { ...shown, dimensions: ['stage'] }))['dimensions']).toContain('stage');
  });

  it('are found by their name without accents, or by what is said of them', () => {
    const groups = fieldGroups(fields, words);
    expect(names(foundFields(groups, 'LEVERANSSATT'))).toEqual({ dimensions: ['Leveranssätt'] });
    expect(names(foundFields(groups, 'fakturerad'))).toEqual({ result: ['revenue'] });
    expect(foundFields(groups, 'saknas helt')).toEqual([]);
  });
});

describe('a first view', () => {
  it('is revenue by region and quarter where there are both', () => {
    const view = firstView(fields.dimensions, ['revenue']);
    expect(questionOf(view)).toMatchObject({
      kpis: ['revenue'],
      rows: [{ dimension: 'region' }],
      columns: [{ dimension: 'date', grain: 'quarter' }],
      period: 'latest-year',
    });
    expect(questionOf(firstView([], []))).toBeNull();
  });

  it('kept from before loses what is no longer there', () => {
    const view = firstView(fields.dimensions, ['revenue']);
    expect(fittedView(view, keysAtHand([{ key: 'channel' }], []), new Set(['revenue'])).rows).toEqual([]);
    expect(fittedView(view, keysAtHand([{ key: 'region' }], []), new Set(['revenue']))).toBe(view);
    expect(fittedView(view, keysAtHand([{ key: 'region' }], []), new Set(['orders'])).values).toEqual([]);
  });

  it('asks for the KPIs that only order, and not for filters that are not written', () => {
    const view = firstView(fields.dimensions, ['revenue']);
    const question = questionOf({
      ...view,
      rows: [{ dimension: 'region', order: { by: 'win-rate' } }],
      filters: [
        { op: 'in', dimension: 'channel', values: [] },
        { op: 'contains', dimension: 'region', text: 'o' },
      ],
    });
    expect(question?.kpis).toEqual(['revenue', 'win-rate']);
    expect(question?.filters).toEqual([{ op: 'contains', dimension: 'region', text: 'o' }]);
  });
});

describe('a view that is saved', () => {
  it('comes back as it was, tints and all, but for filters that were not written', () => {
    const view = {
      ...firstView(fields.dimensions, ['revenue']),
      chart: 'line' as const,
      values: [
        { kpi: 'revenue', show: { as: 'value' as const }, look: 'heat' as const, plainTotals: true },
        { kpi: 'revenue', show: { as: 'share' as const, of: 'row' as const }, look: 'bars' as const },
      ],
      foldedRows: [['Norr']],
      filters: [{ op: 'in' as const, dimension: 'channel', values: [null, 'Webb'] }],
    };
    const saved = savedOf(view, 'a', 'Min fråga');
    expect(saved).toMatchObject({ id: 'a', name: 'Min fråga', chart: 'line' });
    expect(saved === null ? null : exploreOf(saved)).toEqual(view);
    expect(savedOf({ ...view, values: [] }, 'a', 'Min fråga')).toBeNull();
    if (saved === null) return;
    const { looks: _, ...older } = saved;
    expect(exploreOf(savedViewSchema.parse(older)).values.map(({ look }) => look)).toEqual(['plain', 'plain']);
  });
});
