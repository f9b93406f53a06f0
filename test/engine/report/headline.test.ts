import { describe, expect, it } from 'vitest';
import type { PlainTables } from '../../support/columns-of-rows.ts';
import { AIMS, aimsOf, BEFORE, FORTY, NOW, pageOf, plain, salesOf, type SmallReport } from './small-report.ts';

const FELL_IN_SYD = { ...FORTY, Syd: 0.314 };
const grown = [...salesOf(2025, BEFORE, FORTY), ...salesOf(2026, NOW, FELL_IN_SYD)];
const shrunk = [...salesOf(2025, NOW), ...salesOf(2026, BEFORE)];
const below = { ...AIMS, Stockholm: 7500 };
const low = { ...AIMS, Stockholm: 4000 };

const drafts = (tables: PlainTables, more: SmallReport = {}): readonly string[] =>
  (['sv-SE', 'en-GB'] as const).map((locale) =>
    plain(pageOf(tables, { show: 'revenue', by: 'region' }, { ...more, locale }).draft),
  );

describe('a headline on revenue', () => {
  it('says no growth from a month of which the data know a part', () => {
    const sale = [
      { date: '2024-10-20', amount: 50, region: 'Syd' },
      { date: '2025-10-20', amount: 130, region: 'Syd' },
      { date: '2025-11-03', amount: 1, region: 'Syd' },
    ];
    expect(drafts({ sale }, { period: '2025-10' })).toEqual(['Intäkterna är 130 kr', 'Revenue is 130 SEK']);
  });

  const cases: readonly (readonly [string, PlainTables, SmallReport, string, string])[] = [
    [
      '18 420 after 17 008 is 8 % more, the target 18 000; the margin of Syd fell from 40 to 31.4 %',
      { sale: grown, target: aimsOf(AIMS) },
      {},
      'Intäkterna ökade 8 % och ligger över mål, men marginalen sjönk i Syd',
      'Revenue rose 8% and is above target, but the margin fell in Syd',
    ],
    [
      'under a target of 19 000 there is one but, not two',
      { sale: grown, target: aimsOf(below) },
      {},
      'Intäkterna ökade 8 % men ligger under mål, och marginalen sjönk i Syd',
      'Revenue rose 8% but is below target, and the margin fell in Syd',
    ],
    [
      'without costs and targets: Syd fell from 4 185 to 3 802, 9 %',
      { sale: [...salesOf(2025, BEFORE), ...salesOf(2026, NOW)] },
      {},
      'Intäkterna ökade 8 %, men minskade 9 % i Syd',
      'Revenue rose 8%, but fell 9% in Syd',
    ],
    [
      'the other way round: 17 008 after 18 420 is 8 % less, and Syd rose from 3 802 to 4 185',
      { sale: shrunk, target: aimsOf(AIMS) },
      {},
      'Intäkterna minskade 8 % och ligger under mål, men ökade 10 % i Syd',
      'Revenue fell 8% and is below target, but rose 10% in Syd',
    ],
    [
      'fallen and yet above its target of 15 500',
      { sale: shrunk, target: aimsOf(low) },
      {},
      'Intäkterna minskade 8 % men ligger över mål, och ökade 10 % i Syd',
      'Revenue fell 8% but is above target, and rose 10% in Syd',
    ],
    [
      'just on its target, everything growing',
      {
        sale: [...salesOf(2025, BEFORE), ...salesOf(2026, { ...NOW, Syd: 4185 })],
        target: aimsOf({ ...NOW, Syd: 4185 }),
      },
      {},
      'Intäkterna ökade 11 % och når målet',
      'Revenue rose 11% and is on target',
    ],
    [
      'the same as the year before',
      { sale: [...salesOf(2025, NOW), ...salesOf(2026, NOW)] },
      {},
      'Intäkterna är oförändrade',
      'Revenue is unchanged',
    ],
    ['nothing to compare with', { sale: salesOf(2026, NOW) }, {}, 'Intäkterna är 18,42 mkr', 'Revenue is 18.42 M SEK'],
    [
      'a year before of which there are only the last months claims no growth',
      { sale: [...salesOf(2025, BEFORE).filter(({ date }) => date === '2025-09-30'), ...salesOf(2026, NOW)] },
      {},
      'Intäkterna är 18,42 mkr',
      'Revenue is 18.42 M SEK',
    ],
    [
      'nobody asked for a comparison',
      { sale: grown },
      { compare: 'none' },
      'Intäkterna är 18,42 mkr',
      'Revenue is 18.42 M SEK',
    ],
    [
      'the period before is named: 9 210 in the third quarter after 4 605 in the second, where Norr alone sold and now has 1 631',
      { sale: [...grown, { date: '2026-05-01', amount: 4_605_000, region: 'Norr' }] },
      { period: '2026-Q3', compare: 'previous' },
      'Intäkterna ökade 100 % mot kv 2 2026, men minskade 65 % i Norr',
      'Revenue rose 100% on Q2 2026, but fell 65% in Norr',
    ],
    [
      'no sales in the period',
      { sale: salesOf(2025, BEFORE) },
      {},
      'Det finns ingen försäljning i perioden',
      'There are no sales in the period',
    ],
  ];

  it.each(cases)('%s', (_, tables, more, swedish, english) => {
    expect(drafts(tables, more)).toEqual([swedish, english]);
  });

  it('of the summary says how much there is as well', () => {
    const tables = { sale: grown, target: aimsOf(AIMS) };
    const { draft } = pageOf(tables, { show: 'summary', kpis: null });
    expect(plain(draft)).toBe('Intäkterna ökade 8 % till 18,42 mkr och ligger över mål, men marginalen sjönk i Syd');
    expect(plain(pageOf(tables, { show: 'summary', kpis: ['gross-margin'] }).draft)).toBe(
      'Täckningsgrad 38,2 %, ned 1,8 pe',
    );
  });
});

describe('a headline on structure', () => {
  const customers = (amounts: readonly number[]): PlainTables => ({
    sale: amounts.map((amount, i) => ({ date: '2026-02-01', amount, customer: `Kund ${String(i + 1)}` })),
  });
  const said = (amounts: readonly number[]): string =>
    plain(pageOf(customers(amounts), { show: 'structure', by: 'customer' }).draft);

  it('says how few stand for half of revenue', () => {
    // 30 + 22 of 100.
    expect(said([22, 30, 20, 18, 10])).toBe('Två kunder står för 52 % av intäkterna');
    expect(said([61, 39])).toBe('Kund 1 står för 61 % av intäkterna');
    // Ten of a hundred equal ones are a tenth; half of them takes fifty.
    expect(said(Array.from({ length: 100 }, () => 5))).toBe('Tio kunder står för 10 % av intäkterna');
  });

  it('claims no share where returns of others make it more than the whole', () => {
    expect(said([100, -60])).toBe('Intäkter per kund');
    expect(said([-10, -20])).toBe('Intäkter per kund');
  });
});
