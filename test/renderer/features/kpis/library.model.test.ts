import { describe, expect, test } from 'vitest';
import type { KpiEntry } from '#shared/contract.ts';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import en from '#shared/messages/en/library.json' with { type: 'json' };
import sv from '#shared/messages/sv/library.json' with { type: 'json' };
import { library, selectedOf, withCard } from '../../../../renderer/features/kpis/library.model.ts';
import { kpiWords } from '../../../../renderer/i18n/kpi-words.ts';
import { catalogueIn } from '../../catalogue.ts';

const inSwedish = kpiWords(await catalogueIn('sv'), []);
const inEnglish = kpiWords(await catalogueIn('en'), []);

/** The whole catalogue, as it stands where only these can be counted. */
function entries(...possible: readonly string[]): readonly KpiEntry[] {
  return KPI_CATALOGUE.map(({ id, category, unit, direction, variants, source, breakdowns = [] }) => ({
    kpi: id,
    category,
    unit,
    direction,
    source,
    variants: variants.map((variant) => variant.id),
    variant: variants[0].id,
    automatic: false,
    formula: variants[0].formula,
    possible: possible.includes(id),
    needs: [],
    needsInPeriod: [],
    own: null,
    problem: null,
    beside: [],
    breakdown: breakdowns[0] ?? null,
    inVariants: [],
  }));
}

const ALL = { search: '', shelf: 'all' } as const;
const SALES = ['revenue', 'orders', 'churn'];
const idsOf = (search: string, words = inSwedish): readonly string[] =>
  library(entries(...SALES), { ...ALL, search }, words).flatMap(({ possible, missing }) =>
    [...possible, ...missing].map(({ kpi }) => kpi),
  );

describe('the library', () => {
  test('has the categories in the order of work, those of which nothing can be counted last', () => {
    const orderOf = (...possible: readonly string[]): readonly string[] =>
      library(entries(...possible), ALL, inSwedish).map(({ category }) => category);
    expect(orderOf('calls', 'win-rate', 'revenue')).toEqual(['activity', 'conversion', 'result']);
    expect(orderOf(...SALES)).toEqual(['result', 'activity', 'conversion']);
  });

  test('counts a category whatever is searched for, and lists what can be counted first', () => {
    const [result] = library(entries(...SALES), { ...ALL, search: 'kund' }, inSwedish);
    expect(result?.counted).toEqual({ possible: 3, total: 38 });
    expect(result?.possible.map(({ kpi }) => kpi)).toContain('churn');
    expect(result?.missing.map(({ kpi }) => kpi)).not.toContain('churn');
  });

  test('shows a shelf alone', () => {
    const on = (shelf: 'possible' | 'missing' | 'own'): number =>
      library(entries(...SALES), { search: '', shelf }, inSwedish).reduce(
        (sum, { possible, missing }) => sum + possible.length + missing.length,
        0,
      );
    expect([on('possible'), on('missing'), on('own')]).toEqual([3, KPI_CATALOGUE.length - 3, 0]);
  });
});

describe('a search', () => {
  test('finds names, also without their dots and rings, before what only mentions the word', () => {
    expect(idsOf('tackningsgrad')[0]).toBe('gross-margin');
    expect(idsOf('Snittorder')[0]).toBe('average-order-value');
  });

  test('finds other words for a KPI in the language of the reader', () => {
    expect(idsOf('omsättning')[0]).toBe('revenue');
    expect(idsOf('ltv')).toEqual(['clv']);
    expect(idsOf('turnover', inEnglish)[0]).toBe('revenue');
    expect(idsOf('orderingång')).toEqual(['bookings']);
  });

  test('wants every word, wherever it stands', () => {
    expect(idsOf('rep quota', inEnglish)[0]).toBe('reps-at-quota');
    expect(idsOf('intäkter xyzzy')).toEqual([]);
  });

  test('has other words for KPIs that are there, the same ones in both languages', () => {
    expect(Object.keys(sv.also)).toEqual(Object.keys(en.also));
    const known = new Set(KPI_CATALOGUE.map(({ id }) => id));
    expect(Object.keys(sv.also).filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !(id in sv.also))).toEqual([]);
  });
});

test('what is not listed gives way to the first that can be counted, else the first', () => {
  const parts = library(entries(...SALES), ALL, inSwedish);
  expect(selectedOf(parts, 'win-rate')?.kpi).toBe('win-rate');
  expect(selectedOf(parts, 'gone')?.kpi).toBe('revenue');
  expect(selectedOf(library(entries(), ALL, inSwedish), null)?.kpi).toBe('calls');
  expect(selectedOf([], null)).toBe(null);
});

test('a card goes last, once, and away', () => {
  expect(withCard(['revenue', 'orders'], 'revenue', true)).toEqual(['orders', 'revenue']);
  expect(withCard(['revenue', 'orders'], 'revenue', false)).toEqual(['orders']);
});
