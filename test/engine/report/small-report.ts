import { composeReport } from '#engine/report/compose.ts';
import { goalTargets } from '#engine/goals/goal-targets.ts';
import { tableWords } from '#host/table-words.ts';
import type { Goal } from '#shared/goals.ts';
import type { Locale } from '#shared/format.ts';
import type { BlockOf, PageContent, ReportBlock, ReportContent } from '#shared/report-content.ts';
import { reportContentSchema } from '#shared/report-content.ts';
import { reportSchema, type Report, type ReportPage } from '#shared/reports.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow, PlainTables } from '../../support/columns-of-rows.ts';

type Wanted = ReportPage extends infer P
  ? P extends ReportPage
    ? Omit<P, 'id' | 'headline' | 'read' | 'comment'>
    : never
  : never;

export interface SmallReport extends Partial<Pick<Report, 'period' | 'compare' | 'filters' | 'names'>> {
  readonly locale?: Locale;
  readonly today?: string;
  readonly goals?: readonly Goal[];
}

const unasked = (): never => {
  throw new Error('these pages do not ask for it');
};

/** What stands on pages made of rows given as objects; the first nine months of 2026 against the year before, on 2 October, unless said. */
export function composed(tables: PlainTables, pages: readonly Wanted[], more: SmallReport = {}): ReportContent {
  const { locale = 'sv-SE', today = '2026-10-02', goals = [], ...over } = more;
  const bare = contextOf(tables, { today });
  const question = { ...bare, goalTarget: goalTargets(() => [...goals], bare) };
  const { grid, filters } = tableWords(locale, question.queries.columns, { ownKpis: [] });
  const report = reportSchema.parse({
    id: 'r',
    name: 'Rapport',
    template: 'own',
    paper: { size: 'a4', turn: 'landscape' },
    locale,
    period: '2026-01-01..2026-09-30',
    compare: 'last-year',
    filters: [],
    brand: { company: null, logo: null, colour: null, confidentiality: null },
    names: { customer: 'names', rep: 'names' },
    pages: pages.map((page, i) => ({ id: `p${String(i)}`, headline: null, read: true, comment: '', ...page })),
    ...over,
  });
  const content = composeReport(report, {
    question,
    words: { say: grid.say, format: { locale, currency: 'SEK' }, grid, filters },
    workspace: 'Norrland Kaffe AB',
    goals,
    imports: [],
    references: {},
    annotations: [],
    silenced: new Set(),
    pipeline: unasked,
    movement: unasked,
    recalled: (_key, make) => make(),
    customerValue: unasked,
    previous: null,
  });
  return reportContentSchema.parse(content);
}

/** The first page of such a report. */
export function pageOf(tables: PlainTables, page: Wanted, more: SmallReport = {}): PageContent {
  const [made] = composed(tables, [page], more).pages;
  if (made === undefined) throw new Error('a report without its page');
  return made;
}

/** The blocks of a kind. */
export function blocksOf<K extends ReportBlock['is']>({ blocks }: PageContent, kind: K): readonly BlockOf<K>[] {
  return blocks.filter((block): block is BlockOf<K> => block.is === kind);
}

/** Non-breaking spaces and true minus signs as typed ones. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

/** A table's rows as they are read. */
export const textsOf = ({ rows }: BlockOf<'table'>): readonly (readonly string[])[] =>
  rows.map(({ cells }) => cells.map(({ text }) => plain(text)));

type Region = 'Stockholm' | 'Väst' | 'Syd' | 'Norr';
export type ByRegion = Readonly<Record<Region, number>>;

/** Thousands, as in the picture that the page is made after. */
export const NOW: ByRegion = { Stockholm: 6804, Väst: 4552, Syd: 3802, Norr: 3262 };
export const BEFORE: ByRegion = { Stockholm: 5984, Väst: 4012, Syd: 4185, Norr: 2827 };
export const AIMS: ByRegion = { Stockholm: 6500, Väst: 4400, Syd: 4200, Norr: 2900 };
export const FORTY: ByRegion = { Stockholm: 0.4, Väst: 0.4, Syd: 0.4, Norr: 0.4 };

/** Half of a region's thousands in January and half at the end of September, in rows enough to go by, at a margin. */
export function salesOf(year: number, amounts: ByRegion, margins: ByRegion | null = null): readonly PlainRow[] {
  return regionsOf(amounts).flatMap(([region, thousands]) =>
    Array.from({ length: 50 }, (_, i) => ({
      date: `${String(year)}-${i % 2 === 0 ? '01-12' : '09-30'}`,
      amount: thousands * 20,
      order: `${String(year)} ${region} ${String(i)}`,
      region,
      ...(margins === null ? {} : { cost: thousands * 20 * (1 - margins[region]) }),
    })),
  );
}

/** Targets of January to September 2026, a ninth of the thousands each month. */
export function aimsOf(amounts: ByRegion): readonly PlainRow[] {
  return regionsOf(amounts).flatMap(([region, thousands]) =>
    Array.from({ length: 9 }, (_, i) => ({
      start: `2026-0${String(i + 1)}-01`,
      value: (thousands * 1000) / 9,
      region,
    })),
  );
}

const REGIONS: readonly Region[] = ['Stockholm', 'Väst', 'Syd', 'Norr'];
const regionsOf = (amounts: ByRegion) => REGIONS.map((region) => [region, amounts[region]] as const);
