import type { ReportContent } from '#shared/report-content.ts';
import type { Report, ReportPage } from '#shared/reports.ts';

/** The report as far as its numbers go by it: what is typed over them and how it looks is left out, so that writing asks nothing. */
export function askedReport(report: Report): Report {
  return {
    ...report,
    paper: { size: 'a4', turn: report.paper.turn },
    brand: { ...report.brand, logo: null, colour: null, confidentiality: null },
    pages: report.pages.map(({ readAs: _readAs, ...page }): ReportPage => ({
      ...page,
      headline: null,
      read: false,
      comment: '',
    })),
  };
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
