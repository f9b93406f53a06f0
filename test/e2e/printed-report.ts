import type { ReportBlock, ReportCell, ReportContent } from '#shared/report-content.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { sampleCharts } from '../renderer/charts/gallery/sample-charts.ts';

/** A report of every kind of block, as hostile and as long as the test wants it. */
export interface Wish {
  readonly locale: Locale;
  readonly paper: Report['paper'];
  readonly rows: number;
  /** Stands among the names. */
  readonly name: string;
}

const money = { unit: 'money', scale: null, decimals: 0, signed: false } as const;
const word = (text: string): ReportCell => ({ text, value: null, tone: 'neutral' });

/** The n-th customer's revenue: whole kronor, so that what is carried over can be summed by hand. */
export const revenueOf = (row: number): number => 1000 + ((row * 7919) % 9973);
export const nameOf = (row: number): string => `Kund ${String(row + 1).padStart(5, '0')}`;

function list({ locale, rows, name }: Wish): ReportBlock {
  const number = (value: number): ReportCell => ({ text: formatNumber(value, locale), value, tone: 'neutral' });
  const swing = (row: number): ReportCell => {
    const value = ((row * 31) % 400) - 200;
    return { text: formatNumber(value, locale), value, tone: value < 0 ? 'bad' : 'good' };
  };
  const long = 'Ingenjörsfirma Björken med ett namn som inte ryms på en rad i någon kolumn på något papper AB';
  return {
    is: 'table',
    place: 'main',
    title: 'Kunder',
    columns: [
      { label: 'Kund', written: null, as: 'plain', carried: false },
      { label: 'Intäkter', written: money, as: 'strong', carried: true },
      { label: 'Föregående år', written: money, as: 'quiet', carried: true },
      { label: 'Skillnad', written: { ...money, signed: true }, as: 'bar', carried: false },
    ],
    rows: [
      ...Array.from({ length: rows }, (_, row) => ({
        kind: 'row' as const,
        cells: [
          word(row === 3 ? `${nameOf(row)} ${name}` : row % 97 === 5 ? `${nameOf(row)} ${long}` : nameOf(row)),
          number(revenueOf(row)),
          number(revenueOf(row + 1)),
          swing(row),
        ],
      })),
      { kind: 'total' as const, cells: [word('Totalt'), number(0), number(0), number(0)] },
    ],
    note: 'Belopp i kronor.',
  };
}

const figure = (name: string, value: number | null): Extract<ReportBlock, { is: 'figures' }>['figures'][number] => ({
  kpi: 'revenue',
  name,
  value,
  unit: 'money',
  text: value === null ? '' : '18,42',
  unitText: value === null ? '' : 'mkr',
  reason: value === null ? 'Det finns inga affärer i perioden.' : null,
  change: value === null ? null : { text: '▲ 8,3 %', tone: 'good' },
  against: value === null ? null : 'mot 2025',
  target: value === null ? null : { text: 'mål 18 000 tkr', tone: 'good' },
  message: 'Högst på 24 månader.',
  months: [1, 3, 2, null, 5, 4],
});

export function printedReport(wish: Wish): { readonly report: Report; readonly content: ReportContent } {
  const { locale, paper, name } = wish;
  const charts = sampleCharts(locale === 'sv-SE' ? 'sv' : 'en');
  const sentence = 'Syd tappade en grossist i juli och sålde ut lager i september, vilket sänkte marginalen. ';
  const chart = (kind: keyof typeof charts, height: 'low' | 'middle' | 'tall', place: 'main' | 'aside' = 'main') =>
    ({ is: 'chart', place, height, chart: charts[kind] }) as const;
  const kinds = ['bar', 'line', 'stacked-column', 'pie', 'waterfall', 'heat-map', 'cohort', 'funnel', 'table'] as const;
  const pages: readonly (readonly [page: ReportPage['show'], blocks: readonly ReportBlock[], comment?: string])[] = [
    ['cover', []],
    ['contents', []],
    [
      'summary',
      [
        {
          is: 'figures',
          place: 'main',
          figures: Array.from({ length: 10 }, (_, at) => figure(`KPI ${String(at)}`, at === 4 ? null : at)),
        },
        { is: 'text', place: 'aside', title: 'Att titta på', paragraphs: [sentence, name] },
      ],
    ],
    ['pipeline', [chart('column', 'middle'), chart('scorecard', 'low', 'aside')], `${sentence.repeat(40)}\n${name}`],
    ['goals', kinds.map((kind) => chart(kind, 'tall'))],
    ['customers', [list(wish)]],
    [
      'definitions',
      [
        {
          is: 'definitions',
          place: 'main',
          items: Array.from({ length: 30 }, (_, at) => ({
            name: `Mått ${String(at)}`,
            definition: sentence,
            formula: 'a ÷ b',
          })),
        },
      ],
    ],
  ];
  return {
    report: {
      id: 'printed',
      name: 'Styrelserapport',
      template: 'board',
      paper,
      locale,
      period: '2026',
      compare: 'last-year',
      filters: [],
      brand: { company: null, logo: null, colour: '#ffd200', confidentiality: 'Konfidentiellt' },
      names: { customer: 'names', rep: 'names' },
      pages: pages.map(
        ([show, , comment = '']) =>
          ({
            id: show,
            show,
            headline: null,
            read: true,
            comment,
            ...(show === 'summary' ? { kpis: null } : {}),
          }) as ReportPage,
      ),
    },
    content: {
      locale,
      currency: 'SEK',
      company: 'Norrland Kaffe AB',
      period: 'jan–sep 2026',
      against: '2025',
      dataAsOf: 'Uppgifter t.o.m. 30 sep 2026',
      source: `Källa: ${name}.csv, 48 211 rader.`,
      filters: [],
      pages: pages.map(([show, blocks]) => ({
        id: show,
        draft: `Rubrik om ${show}`,
        sub: 'jan–sep 2026',
        blocks: [...blocks],
      })),
      facts: {
        period: { spec: '2026', from: '2026-01-01', to: '2026-12-31', open: false, through: '2026-12-31' },
        figures: [],
        imports: [],
      },
    },
  };
}
