import { describe, expect, test } from 'vitest';
import { PAGE_MAKERS } from '../../../../electron/engine/report/page-makers.ts';
import {
  KINDS_OFFERED,
  lackOf,
  newPage,
  usableDimensions,
  usableKpis,
  type AtHand,
} from '../../../../renderer/features/reports/kinds.model.ts';
import { withPage } from '../../../../renderer/features/reports/pages.model.ts';
import type { KpiEntry } from '../../../../shared/contract.ts';
import { reportPageSchema } from '../../../../shared/reports.ts';
import { page, report } from './reports.ts';

const kpi = (id: string, change: Partial<KpiEntry> = {}): KpiEntry => ({
  kpi: id,
  category: 'result',
  unit: 'money',
  direction: 'higher',
  variants: ['standard'],
  variant: 'standard',
  automatic: false,
  formula: '',
  source: '',
  breakdown: null,
  possible: true,
  needs: [],
  needsInPeriod: [],
  own: null,
  problem: null,
  beside: [],
  inVariants: [],
  ...change,
});
const dimension = (key: string, change: object = {}) => ({
  key,
  label: null,
  kinds: ['sale' as const],
  members: 4,
  identifier: false,
  kpis: ['revenue'],
  ...change,
});
const atHand: AtHand = {
  kpis: [
    kpi('revenue'),
    kpi('orders'),
    kpi('mrr', { possible: false }),
    kpi('cohort-retention', { breakdown: 'cohort' }),
  ],
  dimensions: [
    dimension('product'),
    dimension('region'),
    dimension('order', { identifier: true }),
    dimension('country', { members: 1 }),
    dimension('stage', { kinds: ['deal'] }),
  ],
  dashboards: [],
  rows: { sale: 10 },
};
const nothing: AtHand = { kpis: [], dimensions: [], dashboards: [], rows: {} };

describe('new pages', () => {
  test('of every kind are such as the host takes, also with nothing at hand', () => {
    for (const kind of KINDS_OFFERED.flat())
      for (const here of [atHand, nothing]) {
        const made = newPage(kind, 'new', report(page('a')), here);
        expect(reportPageSchema.safeParse(made).error).toBeUndefined();
        expect(made.show).toBe(kind);
      }
  });

  test('are offered of every kind once', () => {
    const offered: readonly string[] = KINDS_OFFERED.flat();
    expect(new Set(offered)).toEqual(new Set(Object.keys(PAGE_MAKERS)));
    expect(offered).toHaveLength(Object.keys(PAGE_MAKERS).length);
  });

  test('split by the dimension that no other page of the kind splits by', () => {
    const first = newPage('structure', '1', report(page('a')), atHand);
    expect(first).toMatchObject({ by: 'region' });
    const two = withPage(report(page('a')), first, null);
    expect(newPage('structure', '2', two, atHand)).toMatchObject({ by: 'product' });
    expect(newPage('list', '2', two, atHand)).toMatchObject({ by: 'region', kpis: ['revenue', 'orders'] });
  });

  test('offer KPIs with one value and dimensions of sales that split something', () => {
    expect(usableKpis(atHand)).toEqual(['revenue', 'orders']);
    expect(usableDimensions(atHand)).toEqual(['region', 'product']);
  });

  test('say what the data lack for them', () => {
    expect(lackOf('pipeline', atHand)).toBe('rows');
    expect(lackOf('pipeline', { ...atHand, rows: { deal: 1 } })).toBeNull();
    expect(lackOf('structure', nothing)).toBe('dimensions');
    expect(lackOf('tiles', atHand)).toBe('tiles');
    expect(lackOf('summary', nothing)).toBeNull();
  });
});
