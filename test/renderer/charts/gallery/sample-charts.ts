import { buildChart, type ChartTable } from '#shared/charts/build-chart.ts';
import type { ChartKind, ChartModel } from '#shared/charts/model.ts';
import type { FormatContext } from '#shared/format.ts';

/** Every kind of chart with numbers as a company has them, in both languages: looked at in pictures, walked through by tests. */
type Words = readonly [sv: string, en: string];
type Pick = (words: Words) => string;

const MONTHS: readonly Words[] = [
  ['jan', 'Jan'], ['feb', 'Feb'], ['mar', 'Mar'], ['apr', 'Apr'], ['maj', 'May'], ['jun', 'Jun'],
  ['jul', 'Jul'], ['aug', 'Aug'], ['sep', 'Sep'], ['okt', 'Oct'], ['nov', 'Nov'], ['dec', 'Dec'],
]; // prettier-ignore
const REVENUE = [1720, 1810, 2105, 1930, 2240, 2310, 1650, 1980, 2675].map((value) => value * 1000);
const BEFORE = [1690, 1708, 1896, 1873, 2055, 2100, 1587, 1850, 2248, 2172, 2254, 2531].map((value) => value * 1000);
const TARGETS = [1750, 1800, 2000, 1950, 2150, 2250, 1700, 1900, 2500, 2380, 2480, 2800].map((value) => value * 1000);
const AHEAD = [2390, 2480, 2810].map((value) => value * 1000);
const REGIONS = ['Stockholm', 'Väst', 'Syd', 'Norr'];
const BY_REGION = [[2104, 2390, 2310], [1420, 1588, 1544], [1288, 1310, 1204], [823, 1192, 1247]]; // prettier-ignore
const SELLERS = ['A. Lindqvist', 'M. Ekström', 'J. Nyberg', 'S. Öhman', 'P. Sandell', 'L. Hedman', 'K. Forsell'];

export function sampleCharts(language: 'sv' | 'en'): Readonly<Record<ChartKind, ChartModel>> {
  const say: Pick = ([sv, en]) => (language === 'sv' ? sv : en);
  const format: FormatContext = { locale: language === 'sv' ? 'sv-SE' : 'en-GB', currency: 'SEK' };
  const money = { format, unit: 'money', direction: 'higher', source: say(['Källa: fakturarader-2026-09.csv, 48 211 rader', 'Source: invoice-lines-2026-09.csv, 48,211 rows']) } as const; // prettier-ignore
  const cell = (member: string) => ({ kpi: 'revenue', row: [member], column: [] });
  const months = MONTHS.map((name, index) => ({
    key: `2026-${String(index + 1).padStart(2, '0')}`,
    label: say(name),
    name: `${say(name)} 2026`,
  }));
  const [actual, forecast, target] = [say(['Utfall', 'Actual']), say(['Prognos', 'Forecast']), say(['Mål', 'Target'])];
  const year = {
    ...money,
    time: true,
    categories: months,
    annotations: [
      { id: 'a', at: '2026-07', series: null, text: say(['Semesterstängt två veckor', 'Closed for two weeks']), author: 'Åsa' },
    ],
    series: [
      { key: 'now', name: actual, points: REVENUE.map((value, index) => ({ value, cell: cell(months[index]?.key ?? '') })), total: 18_420_000 },
      { key: 'before', name: '2025', role: 'previous', points: BEFORE, total: 17_008_000 },
      { key: 'target', name: target, role: 'target', points: TARGETS, total: 18_000_000 },
      { key: 'ahead', name: forecast, role: 'forecast', points: [...REVENUE.map(() => null), ...AHEAD.map((value) => ({ value, low: value * 0.95, high: value * 1.06 }))] },
    ],
  } as const; // prettier-ignore
  const quarters = {
    ...money,
    time: true,
    categories: [1, 2, 3].map((quarter) => ({ key: `2026-Q${String(quarter)}`, label: say([`kv ${String(quarter)}`, `Q${String(quarter)}`]) })),
    series: REGIONS.map((name, region) => ({ key: name, name, points: (BY_REGION[region] ?? []).map((value) => ({ value: value * 1000, cell: cell(name) })) })),
  } as const; // prettier-ignore
  const byRegion = [6804, 4552, 3802, 3262, 1890, 940, 610, 388].map((value) => value * 1000);
  const members = [...REGIONS, 'Export', 'Butik', 'Webb', 'Återförsäljare i Mälardalen'].map((name) => ({
    key: name,
    label: name,
  }));
  const regions = {
    ...money,
    categories: members,
    series: [
      { key: 'now', name: actual, points: byRegion.map((value, index) => ({ value, cell: cell(members[index]?.key ?? '') })), total: byRegion.reduce((a, b) => a + b) },
    ],
  } as const; // prettier-ignore
  const monthly = months.slice(0, 9);
  const margin = [38.2, 38.9, 39.4, 38.8, 39.9, 40.1, 37.6, 38.4, 38.6].map((value) => value / 100);
  const of = (kind: ChartKind, title: Words, table: Omit<ChartTable, 'kind' | 'title'>): ChartModel =>
    buildChart({ ...table, kind, title: say(title) });
  return {
    column: of('column', ['Intäkter per månad, tkr', 'Revenue by month, k SEK'], { ...year, sub: say(['Utfall mot föregående år och mål. Okt–dec är prognos med 80 % intervall.', 'Actual against previous year and target. Oct–Dec is a forecast with its 80% interval.']) }),
    bar: of('bar', ['Intäkter per region, tkr, jan–sep 2026', 'Revenue by region, k SEK, Jan–Sep 2026'], regions),
    pie: of('pie', ['Intäkternas fördelning, jan–sep 2026', 'Where revenue comes from, Jan–Sep 2026'], regions),
    scorecard: of('scorecard', ['Intäkter, jan–sep 2026', 'Revenue, Jan–Sep 2026'], { ...year, categories: monthly, annotations: [] }),
    table: of('table', ['Intäkter per kvartal och region 2026', 'Revenue by quarter and region 2026'], { ...quarters, categories: quarters.categories }),
    'stacked-column': of('stacked-column', ['Intäkter per kvartal och region, tkr', 'Revenue by quarter and region, k SEK'], quarters),
    'stacked-bar': of('stacked-bar', ['Intäkter per region och kvartal, tkr', 'Revenue by region and quarter, k SEK'], {
      ...money,
      categories: REGIONS.map((name) => ({ key: name, label: name })),
      series: quarters.categories.map(({ key, label }, quarter) => ({ key, name: label, points: BY_REGION.map((row) => (row[quarter] ?? 0) * 1000) })),
    }),
    'share-column': of('share-column', ['Regionernas andel av intäkterna per kvartal', 'Share of each region in revenue by quarter'], quarters),
    'share-bar': of('share-bar', ['Kvartalens andel av intäkterna per region', 'Share of each quarter in revenue by region'], {
      ...money,
      categories: REGIONS.map((name) => ({ key: name, label: name })),
      series: quarters.categories.map(({ key, label }, quarter) => ({ key, name: label, points: BY_REGION.map((row) => (row[quarter] ?? 0) * 1000) })),
    }),
    line: of('line', ['Intäkter per månad, tkr', 'Revenue by month, k SEK'], year),
    area: of('area', ['Intäkter per månad och region, tkr', 'Revenue by month and region, k SEK'], {
      ...money,
      time: true,
      categories: monthly,
      series: REGIONS.map((name, region) => ({ key: name, name, points: REVENUE.map((value, month) => Math.round(value * ([0.37, 0.25, 0.21, 0.17][region] ?? 0) * (1 + 0.06 * Math.sin(month + region)))) })),
    }),
    combo: of('combo', ['Intäkter (tkr), mål och täckningsgrad per månad', 'Revenue (k SEK), target and gross margin by month'], {
      ...year,
      categories: monthly,
      annotations: [],
      series: [
        { key: 'now', name: say(['Intäkter', 'Revenue']), points: REVENUE },
        { key: 'target', name: target, role: 'target', points: TARGETS },
        { key: 'margin', name: say(['Täckningsgrad', 'Gross margin']), unit: 'ratio', line: true, points: margin },
      ],
    }),
    funnel: of('funnel', ['Från lead till affär, antal, jan–sep 2026', 'From lead to deal, count, Jan–Sep 2026'], {
      ...money,
      unit: 'count',
      categories: ([['Leads', 'Leads'], ['Kvalificerade', 'Qualified'], ['Demo', 'Demo'], ['Offert', 'Quote'], ['Vunna', 'Won']] as const).map((name) => ({ key: name[1], label: say(name) })),
      series: [{ key: 'now', name: say(['Antal', 'Count']), points: [1980, 1122, 690, 612, 444] }],
    }),
    waterfall: of('waterfall', ['Varför ökade intäkterna? Bidrag per region, tkr', 'Why did revenue rise? Contribution by region, k SEK'], {
      ...money,
      categories: [...REGIONS, 'Export'].map((name) => ({ key: name, label: name })),
      series: [
        { key: 'now', name: '2026', points: [6804, 4552, 3802, 3262, 125].map((value) => value * 1000), total: 18_545_000 },
        { key: 'before', name: '2025', role: 'previous', points: [5984, 4012, 4185, 2827, 0].map((value) => value * 1000), total: 17_008_000 },
      ],
    }),
    scatter: of('scatter', ['Intäkter och täckningsgrad per säljare', 'Revenue and gross margin by rep'], {
      ...money,
      unit: 'ratio',
      x: { name: say(['Intäkter', 'Revenue']), unit: 'money' },
      scale: { step: 'thousand', decimals: 0 },
      categories: SELLERS.map((name) => ({ key: name, label: name })),
      series: [{ key: 'now', name: say(['Täckningsgrad', 'Gross margin']), points: [3420, 3105, 2890, 2760, 2510, 2020, 1715].map((x, index) => ({ x: x * 1000, value: [0.412, 0.371, 0.398, 0.352, 0.441, 0.365, 0.327][index] ?? 0 })) }],
    }),
    'heat-map': of('heat-map', ['Täckningsgrad per region och månad', 'Gross margin by region and month'], {
      ...money,
      unit: 'ratio',
      categories: monthly,
      series: REGIONS.map((name, region) => ({ key: name, name, points: margin.map((value, month) => value + ([0.02, -0.004, -0.05, 0.006][region] ?? 0) * (1 + 0.4 * Math.cos(month * 1.7 + region))), total: [0.41, 0.385, 0.35, 0.399][region] ?? null })),
    }),
    bullet: of('bullet', ['Måluppfyllelse per säljare, tkr', 'Target attainment by rep, k SEK'], {
      ...money,
      categories: SELLERS.map((name) => ({ key: name, label: name })),
      series: [
        { key: 'now', name: say(['Intäkt', 'Revenue']), points: [3420, 3105, 2890, 2760, 2510, 2020, 1715].map((value) => value * 1000) },
        { key: 'target', name: target, role: 'target', points: [3000, 3000, 2800, 2700, 2500, 2500, 2600].map((value) => value * 1000) },
      ],
    }),
    cohort: of('cohort', ['Andel kunder som handlar igen, per startmånad', 'Customers who buy again, by first month'], {
      ...money,
      unit: 'ratio',
      categories: [0, 1, 2, 3, 4, 5, 6, 7].map((age) => ({ key: String(age), label: String(age), name: say([`månad ${String(age)}`, `month ${String(age)}`]) })),
      series: months.slice(0, 8).map(({ key, name }, row) => ({ key, name, total: [64, 58, 71, 49, 66, 80, 52, 61][row] ?? null, points: [1, 0.46, 0.39, 0.35, 0.33, 0.3, 0.29, 0.28].map((value, age) => (age + row > 7 ? null : age === 0 ? 1 : value + ((row * 7 + age * 5) % 9) / 100)) })),
    }),
  }; // prettier-ignore
}
