import { composeReport } from '#engine/report/compose.ts';
import { pipelineForecast } from '#engine/forecast/pipeline.ts';
import { findBuyers } from '#engine/customer-value/buyers.ts';
import { customerValues } from '#engine/customer-value/customer-values.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import type { ReportContext } from '#engine/report/report-context.ts';
import { sentencesIn } from '#host/sentences.ts';
import { tableWords } from '#host/table-words.ts';
import type { ImportRecord } from '#shared/importing.ts';
import type { BlockOf, ReportBlock, ReportContent } from '#shared/report-content.ts';
import { reportContentSchema } from '#shared/report-content.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { contextOf, type AskOptions } from '../../support/ask.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';

/** A report of such pages over 2026 in Swedish, unless said. */
export function reportOf(
  pages: readonly (Partial<ReportPage> & Pick<ReportPage, 'show'>)[],
  more: Partial<Report> = {},
): Report {
  return {
    id: 'r',
    name: 'Rapport',
    template: 'board',
    paper: { size: 'a4', turn: 'landscape' },
    locale: 'sv-SE',
    period: '2026',
    compare: 'last-year',
    filters: [],
    brand: { company: null, logo: null, colour: null, confidentiality: null },
    names: { customer: 'names', rep: 'names' },
    pages: pages.map(
      (page, at) => ({ id: `p${String(at)}`, headline: null, read: false, comment: '', ...page }) as ReportPage,
    ),
    ...more,
  };
}

/** What a report over rows given as objects is made from; today is long after them unless said. */
export function reportContextOf(
  tables: PlainTables,
  { more = {}, ...options }: AskOptions & { more?: Partial<ReportContext> } = {},
): ReportContext {
  const question: QuestionContext = contextOf(tables, options);
  const { grid, filters } = tableWords('sv-SE', question.queries.columns, { ownKpis: [] });
  return {
    question,
    words: { say: sentencesIn('sv-SE'), format: { locale: 'sv-SE', currency: 'SEK' }, grid, filters },
    workspace: 'Bolaget',
    goals: [],
    imports: [],
    references: {},
    annotations: [],
    silenced: new Set(),
    pipeline: (asked) =>
      pipelineForecast({ filters: [...asked], basis: 'deal' }, question, { set: new Map(), learnt: new Map() }),
    movement: () => null,
    customerValue: (asked) => customerValues(findBuyers(asked.filters, question), asked, question).summary,
    recalled: (_key, make) => make(),
    previous: null,
    ...more,
  };
}

/** The pages, as the contract has them. */
export function composed(report: Report, context: ReportContext): ReportContent {
  return reportContentSchema.parse(composeReport(report, context));
}

/** The n-th table of a page, as its texts. */
export function textsOf(blocks: readonly ReportBlock[], n = 0): readonly (readonly string[])[] {
  const table = blocks.filter((block): block is BlockOf<'table'> => block.is === 'table')[n];
  return [
    table?.columns.map(({ label }) => label) ?? [],
    ...(table?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []),
  ];
}

export const importOf = (id: number, name: string, rows: number, replaced = 0): ImportRecord =>
  ({
    id,
    kind: 'sale',
    file: { name, size: 1, sha256: '' },
    sheet: null,
    importedAt: '2026-10-02T09:14',
    rows,
    replaced,
  }) as unknown as ImportRecord;
