import { replaceEqualDeep } from '@tanstack/react-query';
import type { PageContent, ReportContent } from '#shared/report-content.ts';
import { withCompany } from '#shared/report-text.ts';
import type { Report, ReportPage } from '#shared/reports.ts';

/** The report as far as its numbers go by it: what is typed over them and how it looks is left out, so that writing asks nothing. */
export function askedReport(report: Report): Report {
  return {
    ...report,
    paper: { size: 'a4', turn: report.paper.turn },
    brand: { company: null, logo: null, colour: null, confidentiality: null },
    pages: report.pages.map(({ readAs: _readAs, ...page }): ReportPage => ({
      ...page,
      headline: null,
      read: false,
      comment: '',
    })),
  };
}

/** Pages that tell of the whole report, or of nothing that is counted. */
const OF_ALL: ReadonlySet<ReportPage['show']> = new Set(['cover', 'contents', 'actions', 'definitions']);

/** The report with the one page that is looked at, which is counted before the others; null for a page that tells of all of them. */
export function pageInSight(asked: Report, id: string): Report | null {
  const page = asked.pages.find((each) => each.id === id);
  return page === undefined || OF_ALL.has(page.show) ? null : { ...asked, pages: [page] };
}

/** Content under the report's company, with what came before the rest of it; what reads as known is the same object and not drawn again. */
export function contentNow(
  known: ReadonlyMap<string, PageContent>,
  whole: ReportContent | undefined,
  early: ReportContent | undefined,
  company: string | null,
): ReportContent | undefined {
  const found = whole ?? early;
  if (found === undefined) return undefined;
  const sooner = new Map(early?.pages.map((page) => [page.id, page]));
  const others = early?.pages.filter(({ id }) => found.pages.every((page) => page.id !== id)) ?? [];
  const pages = [...found.pages, ...others].map((page) => sooner.get(page.id) ?? page);
  const next = withCompany({ ...found, pages }, company ?? found.company);
  return { ...next, pages: next.pages.map((page) => replaceEqualDeep(known.get(page.id), page)) };
}

export interface Counted {
  readonly report: Report;
  readonly content: ReportContent;
}

/** Report and content with the pages that both of them have, in the report's order: what can be drawn while new numbers are on their way. */
export function countedPages(report: Report, content: ReportContent): Counted {
  const made = new Map(content.pages.map((page) => [page.id, page]));
  const pages = report.pages.filter(({ id }) => made.has(id));
  const isWhole = pages.length === report.pages.length;
  const isInOrder = content.pages.length === pages.length && content.pages.every(({ id }, i) => id === pages[i]?.id);
  return {
    report: isWhole ? report : { ...report, pages },
    content: isInOrder ? content : { ...content, pages: pages.flatMap(({ id }) => made.get(id) ?? []) },
  };
}
