import { describe, expect, it } from 'vitest';
import { INSIGHT_RULES, type Insight } from '#shared/insights.ts';
import { questionSchema } from '#shared/question.ts';
import { insightPieces, insightText, type InsightWords } from '#shared/tiles/insight-words.ts';
import { exploreViewOf } from '../../../../renderer/features/insights/explore-view.model.ts';
import { dimensionName } from '../../../../renderer/i18n/names.ts';
import { catalogueIn } from '../../catalogue.ts';

const EMPTY: Insight = {
  id: 'x',
  rule: 'drivers',
  form: 'up',
  size: 0.2,
  tone: 'good',
  words: {},
  count: 0,
  parts: [],
  change: null,
  question: null,
  cell: null,
};
const wordsIn = async (language: 'sv' | 'en'): Promise<InsightWords> => {
  const t = await catalogueIn(language);
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  return {
    t,
    format: { locale, currency: 'SEK' },
    dimensionOf: (key) => dimensionName(t, key, []),
    kpiName: (kpi) => t(`kpis:${kpi}.name`),
  };
};
const said = async (language: 'sv' | 'en', insight: Partial<Insight>): Promise<readonly string[]> => {
  const { title, text } = insightText({ ...EMPTY, ...insight }, await wordsIn(language));
  return [title, text].map((line) => line.replaceAll('\u00a0', ' '));
};

const member = (name: string, amount: number) =>
  ({ part: 'member', member: { dimension: 'customer', name }, count: 1, amount }) as const;
const drivers: Partial<Insight> = {
  words: {
    change: { as: 'number', value: 50_000, unit: 'money' },
    growth: { as: 'growth', value: 0.2 },
    before: { as: 'period', from: '2025-01-01', to: '2025-10-31' },
    dimension: { as: 'dimension', dimension: 'customer' },
  },
  parts: [member('Asp', 70_000), member('Ek', -30_000), { part: 'others', member: null, count: 4, amount: 10_000 }],
  change: 50_000,
};

describe('an insight in words', () => {
  it('has its parts with their sign, in one unit', async () => {
    expect(await said('sv', drivers)).toEqual([
      'Intäkterna ökade med 50,0 tkr (+20 %), per kund',
      'Mot jan–okt 2025: Asp +70 000 kr, Ek −30 000 kr, 4 andra +10 000 kr.',
    ]);
    expect(await said('en', drivers)).toEqual([
      'Revenue rose by 50.0 k SEK (+20%), by customer',
      'Against Jan–Oct 2025: Asp +70,000 SEK, Ek −30,000 SEK, 4 others +10,000 SEK.',
    ]);
  });

  it('has the passport of each number in its place, of what the rest brought with how many they are', async () => {
    const opens = (figure: 'change' | 'growth' | 'rest', row: string[] = []) => ({
      told: {
        of: 'cells' as const,
        figure,
        question: questionSchema.parse({ kpis: ['revenue'] }),
        cell: { kpi: 'revenue', row, column: [] },
      },
    });
    const [change, growth, rest] = [opens('change'), opens('growth'), opens('rest')];
    const told: Insight = {
      ...EMPTY,
      ...drivers,
      words: {
        ...drivers.words,
        change: { as: 'number', value: 50_000, unit: 'money', opens: change },
        growth: { as: 'growth', value: 0.2, opens: growth },
      },
      parts: [
        { ...member('Asp', 70_000), opens: opens('change', ['Asp']) },
        { part: 'others', member: null, count: 4, amount: -20_000, opens: rest },
      ],
    };
    const { title, text } = insightPieces(told, await wordsIn('en'));
    const plain = (pieces: typeof title) => pieces.map((each) => [each.text.replaceAll('\u00a0', ' '), each.opens]);
    expect(plain(title)).toEqual([
      ['Revenue rose by ', null],
      ['50.0 k SEK', change],
      [' (', null],
      ['+20%', growth],
      ['), by customer', null],
    ]);
    expect(plain(text)).toEqual([
      ['Against Jan–Oct 2025: Asp ', null],
      ['+70,000 SEK', opens('change', ['Asp'])],
      [', ', null],
      ['4 others −20,000 SEK', rest],
      ['.', null],
    ]);
  });

  it('writes its counts as numbers are written', async () => {
    const many: Partial<Insight> = {
      ...drivers,
      parts: [{ part: 'others', member: null, count: 1711, amount: 10_000 }],
    };
    expect((await said('sv', many))[1]).toBe('Mot jan–okt 2025: 1 711 andra +10 000 kr.');
    expect((await said('en', many))[1]).toBe('Against Jan–Oct 2025: 1,711 others +10,000 SEK.');
    const amount = { as: 'number', value: 2000, unit: 'money' } as const;
    const share = { as: 'number', value: 0.1, unit: 'ratio' } as const;
    const gap: Partial<Insight> = { rule: 'data-gap', form: 'cost', count: 12_345, words: { share, amount } };
    expect((await said('sv', gap))[1]).toMatch(/^12 345 rader, /);
    expect((await said('sv', { ...gap, count: 1 }))[1]).toMatch(/^1 rad, /);
  });

  it('calls a goal without a name by its KPI and whose it is', async () => {
    const filters = [{ op: 'in' as const, dimension: 'region', values: ['Syd'] }];
    const late: Partial<Insight> = {
      rule: 'goal-pace',
      form: 'below',
      words: {
        goal: { as: 'goal', kpi: 'revenue', filters },
        off: { as: 'number', value: 0.15, unit: 'ratio' },
        actual: { as: 'number', value: 17_000, unit: 'money' },
        expected: { as: 'number', value: 20_000, unit: 'money' },
      },
    };
    expect((await said('sv', late))[0]).toBe('Målet ”Intäkter · Syd” ligger 15 % under takten');
  });

  it('knows one from several', async () => {
    const silent: Partial<Insight> = {
      rule: 'silent-customers',
      form: 'some',
      words: {
        amount: { as: 'number', value: 1200, unit: 'money' },
        share: { as: 'number', value: 0.04, unit: 'ratio' },
        first: { as: 'member', dimension: 'customer', name: 'Asp' },
      },
    };
    expect(await said('sv', { ...silent, count: 1 })).toEqual([
      '1 kund som brukade köpa har tystnat',
      'Asp köpte för 1 200 kr på tolv månader, 4 % av intäkterna, och har aldrig varit borta så länge.',
    ]);
    expect((await said('en', { ...silent, count: 3 }))[0]).toBe('3 customers who used to buy have gone silent');
  });

  it('has a sentence for every rule in both languages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const t = await catalogueIn(language);
      for (const rule of INSIGHT_RULES) expect(t(`insights:${rule}`, { returnObjects: true })).toBeTypeOf('object');
    }
  });
});

it('a question lies in the wells of Explore', () => {
  const view = exploreViewOf({
    kpis: ['revenue', 'units'],
    rows: [{ dimension: 'product' }],
    columns: [],
    filters: [{ op: 'blank', dimension: 'cost' }],
    period: '2026',
    compare: 'last-year',
  });
  expect(view).toMatchObject({
    values: [{ kpi: 'revenue' }, { kpi: 'units' }],
    rows: [{ dimension: 'product' }],
    period: '2026',
    compare: 'last-year',
  });
});
