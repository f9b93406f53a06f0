import { describe, expect, it } from 'vitest';
import { goalOf } from '../goals/small-goals.ts';
import { AIMS, aimsOf, BEFORE, blocksOf, NOW, pageOf, plain, salesOf, textsOf } from './small-report.ts';

const sale = [...salesOf(2025, BEFORE), ...salesOf(2026, NOW)];
const page = pageOf({ sale, target: aimsOf(AIMS) }, { show: 'revenue', by: null });
const [table] = blocksOf(page, 'table');

describe('the page of revenue', () => {
  it('has the numbers of the picture it is made after', () => {
    expect(plain(page.sub)).toBe(
      'Norrland Kaffe AB · Intäkter per region, tkr · jan–sep 2026: utfall, mål och föregående år',
    );
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Region',
      'Utfall',
      'Föreg. år',
      'Mål',
      'Δ år',
      'Δ år, %',
      'Δ mål',
    ]);
    expect(table === undefined ? [] : textsOf(table)).toEqual([
      ['Stockholm', '6 804', '5 984', '6 500', '+820', '+14 %', '+304'],
      ['Väst', '4 552', '4 012', '4 400', '+540', '+13 %', '+152'],
      ['Syd', '3 802', '4 185', '4 200', '-383', '-9 %', '-398'],
      ['Norr', '3 262', '2 827', '2 900', '+435', '+15 %', '+362'],
      ['Totalt', '18 420', '17 008', '18 000', '+1 412', '+8 %', '+420'],
    ]);
    expect(table?.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'row', 'row', 'total']);
    expect(table?.columns.map(({ as }) => as)).toEqual(['plain', 'strong', 'quiet', 'quiet', 'bar', 'plain', 'bar']);
    expect(table?.columns.map(({ carried }) => carried)).toEqual([false, true, true, true, true, false, true]);
    expect(table?.rows[2]?.cells.map(({ tone }) => tone)).toEqual([
      'neutral',
      'neutral',
      'neutral',
      'neutral',
      'bad',
      'neutral',
      'bad',
    ]);
    expect(table?.note).toBeNull();
  });

  it('goes from the year before to now by what each region changed', () => {
    const bridge = blocksOf(page, 'chart').find(({ chart }) => chart.kind === 'waterfall')?.chart;
    expect(plain(bridge?.title ?? '')).toBe('Från 2025 till 2026 per region, tkr');
    expect(bridge?.categories.map(({ label }, i) => [label, bridge.series[0]?.points[i]?.value])).toEqual([
      ['2025', 17_008_000],
      ['Stockholm', 820_000],
      ['Väst', 540_000],
      ['Norr', 435_000],
      ['Syd', -383_000],
      ['2026', 18_420_000],
    ]);
  });

  it('says when a total’s target is not the sum of the parts’, and carries it over no break', () => {
    const goal = goalOf({ target: { shape: 'level', value: 25_000_000 } });
    const apart = pageOf({ sale, target: aimsOf(AIMS) }, { show: 'revenue', by: 'region' }, { goals: [goal] });
    const [own] = blocksOf(apart, 'table');
    // Nine months of twelve of 25 000.
    expect(own === undefined ? '' : textsOf(own).at(-1)?.[3]).toBe('18 750');
    expect(own?.note).toContain('är inte summan av delarnas mål');
    expect(own?.columns[3]?.carried).toBe(false);
  });

  it('has no target for months of which some have none, whoever sold in them', () => {
    // Norr alone sold on 1 October, which nobody has a target for.
    const late = [...sale, { date: '2026-10-01', amount: 1000, region: 'Norr' }];
    const more = { period: '2026', today: '2026-10-02' };
    const [open] = blocksOf(
      pageOf({ sale: late, target: aimsOf(AIMS) }, { show: 'revenue', by: 'region' }, more),
      'table',
    );
    const at = open?.columns.findIndex(({ label }) => label === 'Mål') ?? -1;
    expect(open === undefined || at < 0 ? [] : textsOf(open).map((row) => row[at])).toEqual([]);
    const goal = goalOf({ target: { shape: 'level', value: 25_000_000 } });
    const page = pageOf(
      { sale: late, target: aimsOf(AIMS) },
      { show: 'revenue', by: 'region' },
      { ...more, goals: [goal] },
    );
    const [aimed] = blocksOf(page, 'table');
    expect(aimed === undefined ? [] : textsOf(aimed).map((row) => row[3])).toEqual([
      '–',
      '–',
      '–',
      '–',
      expect.any(String),
    ]);
  });

  it('unites all but the twelve largest, and the rows still add up', () => {
    const many = Array.from({ length: 20 }, (_, i) => [
      { date: '2025-01-15', amount: 1000 * (i + 1) + 0.4, customer: `K${String(i)}` },
      { date: '2026-01-15', amount: 2000 * (i + 1) + 0.4, customer: `K${String(i)}` },
    ]).flat();
    const [long] = blocksOf(pageOf({ sale: many }, { show: 'revenue', by: 'customer' }), 'table');
    const rows = long === undefined ? [] : textsOf(long);
    // K19 to K8 are 2 000 × (20 + … + 9) + 12 × 0.4 = 348 004.8; the others 2 000 × 36 + 8 × 0.4 = 72 003.2.
    expect(rows).toHaveLength(14);
    expect(rows.at(-2)?.slice(0, 2)).toEqual(['Övriga', '72,0']);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Totalt', '420,0']);
    expect(long?.columns[1]?.carried).toBe(true);
  });

  it('is the total alone where nothing breaks it down', () => {
    const bare = pageOf({ sale: [{ date: '2026-02-01', amount: 5 }] }, { show: 'revenue', by: null });
    const [only] = blocksOf(bare, 'table');
    expect(only === undefined ? [] : textsOf(only)).toEqual([['Totalt', '5,00']]);
  });
});

describe('its months', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const monthly = (year: number, until: number, amount: number) =>
    Array.from({ length: until }, (_, i) => ({ date: `${String(year)}-${two(i + 1)}-28`, amount }));
  const months = [...monthly(2024, 12, 90), ...monthly(2025, 12, 100), ...monthly(2026, 8, 110)];
  const goal = goalOf({ target: { shape: 'level', value: 1300 } });
  const chartsOf = (more: Parameters<typeof pageOf>[2]) =>
    blocksOf(
      pageOf({ sale: [...months, { date: '2026-09-30', amount: 110 }] }, { show: 'revenue', by: null }, more),
      'chart',
    ).map(({ chart }) => chart);
  const valuesOf = (chart: ReturnType<typeof chartsOf>[number] | undefined, key: string) =>
    chart?.series.find((series) => series.key === key)?.points.map(({ value }) => value);

  it('reach over the whole year, those ahead forecast with an interval', () => {
    const [chart] = chartsOf({ goals: [goal] });
    expect(plain(chart?.title ?? '')).toBe('Intäkter per månad, kr. Utfall, mål och föregående år; okt–dec prognos');
    expect(chart?.categories.map(({ label }) => label).join(' ')).toBe(
      'jan feb mar apr maj jun jul aug sep okt nov dec',
    );
    expect(valuesOf(chart, 'actual')).toEqual([110, 110, 110, 110, 110, 110, 110, 110, 110, null, null, null]);
    expect(valuesOf(chart, 'previous')).toEqual(Array.from({ length: 12 }, () => 100));
    // A twelfth of 1 300 each.
    expect(
      valuesOf(chart, 'target')
        ?.slice(9)
        .map((value) => Number(value?.toFixed(2))),
    ).toEqual([108.33, 108.33, 108.33]);
    const ahead = chart?.series.find(({ role }) => role === 'forecast');
    expect(ahead?.points.slice(0, 9).every(({ value }) => value === null)).toBe(true);
    for (const { value, low, high } of ahead?.points.slice(9) ?? []) {
      expect(low).toBeLessThanOrEqual(value ?? NaN);
      expect(high).toBeGreaterThanOrEqual(value ?? NaN);
    }
  });

  it('hold imported targets for months to come', () => {
    const target = Array.from({ length: 12 }, (_, i) => ({ start: `2026-${two(i + 1)}-01`, value: 120 + i }));
    const sale = [...months, { date: '2026-09-30', amount: 110 }];
    const [block] = blocksOf(pageOf({ sale, target }, { show: 'revenue', by: null }), 'chart');
    expect(valuesOf(block?.chart, 'target')).toEqual([120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131]);
  });

  it('hold the whole target of a month that has begun beside what is forecast of all of it', () => {
    const sale = [...months, { date: '2026-09-30', amount: 110 }, { date: '2026-10-01', amount: 4 }];
    const target = Array.from({ length: 12 }, (_, i) => ({ start: `2026-${two(i + 1)}-01`, value: 120 + i }));
    const [block] = blocksOf(pageOf({ sale, target }, { show: 'revenue', by: null }, { period: '2026' }), 'chart');
    expect(valuesOf(block?.chart, 'actual')?.[9]).toBeNull();
    expect(valuesOf(block?.chart, 'target')).toEqual([120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131]);
  });

  it('are written without decimals where they have four digits, though their period’s own are smaller', () => {
    const large = months.map(({ date, amount }) => ({ date, amount: amount * 20_000 }));
    const [block] = blocksOf(
      pageOf(
        { sale: [...large, { date: '2026-09-02', amount: 90_000 }] },
        { show: 'revenue', by: null },
        { period: '2026-09' },
      ),
      'chart',
    );
    expect(block?.chart.scale).toEqual({ step: 'thousand', decimals: 0 });
  });

  it('set a month that goes on against as many days of the year before', () => {
    const sale = [
      { date: '2025-08-20', amount: 5 },
      { date: '2025-09-05', amount: 40 },
      { date: '2025-09-25', amount: 60 },
      { date: '2026-09-05', amount: 50 },
      { date: '2026-09-10', amount: 10 },
    ];
    // The week ends on 6 September, the data on the 10th.
    const week = pageOf({ sale }, { show: 'revenue', by: null }, { period: '2026-W36', today: '2026-09-12' });
    const [chart] = blocksOf(week, 'chart').map((block) => block.chart);
    expect(chart?.categories.at(-1)).toMatchObject({ key: '2026-09', open: true });
    expect(valuesOf(chart, 'actual')?.at(-1)).toBe(60);
    expect(valuesOf(chart, 'previous')?.at(-1)).toBe(40);
  });

  it('hold the whole forecast of a month that goes on against all of its target', () => {
    const sale = [...months, { date: '2026-09-30', amount: 110 }, { date: '2026-10-02', amount: 5 }];
    const target = Array.from({ length: 12 }, (_, i) => ({ start: `2026-${two(i + 1)}-01`, value: 120 + i }));
    const more = { period: '2026', today: '2026-10-02' };
    const [block] = blocksOf(pageOf({ sale, target }, { show: 'revenue', by: null }, more), 'chart');
    expect(valuesOf(block?.chart, 'actual')?.slice(8)).toEqual([110, null, null, null]);
    expect(valuesOf(block?.chart, 'previous')?.slice(8)).toEqual([100, 100, 100, 100]);
    expect(valuesOf(block?.chart, 'target')?.slice(8)).toEqual([128, 129, 130, 131]);
  });

  it('of a year that is over have no forecast', () => {
    const [chart] = chartsOf({ period: '2025' });
    expect(chart?.series.map(({ key }) => key)).toEqual(['actual', 'previous']);
    expect(valuesOf(chart, 'previous')).toEqual(Array.from({ length: 12 }, () => 90));
  });

  it('stand beside the goals that go on, with how likely they are met', () => {
    const sale = [...months, { date: '2026-09-30', amount: 110 }];
    const made = pageOf({ sale }, { show: 'revenue', by: null }, { goals: [goal] });
    const outlook = blocksOf(made, 'table').find(({ place }) => place === 'aside');
    expect(outlook?.title).toBe('Mål till årets slut');
    expect(outlook?.rows).toHaveLength(1);
    expect(plain(outlook?.rows[0]?.cells[0]?.text ?? '')).toBe('Intäkter 1 300 kr');
    expect(outlook?.rows[0]?.cells[2]?.value).toBeGreaterThanOrEqual(0);
    expect(outlook?.rows[0]?.cells[2]?.value).toBeLessThanOrEqual(1);
  });
});
