import type { Report, ReportPage } from '#shared/reports.ts';

/** The pages that a report may have, as its schema says. */
export const MOST_PAGES = 100;

const withPages = (report: Report, pages: readonly ReportPage[]): Report => ({ ...report, pages: [...pages] });

/** The report with one more page after the one given, or at its end. */
export function withPage(report: Report, page: ReportPage, after: string | null): Report {
  if (report.pages.length >= MOST_PAGES) return report;
  const at = report.pages.findIndex(({ id }) => id === after);
  return withPages(report, report.pages.toSpliced(at < 0 ? report.pages.length : at + 1, 0, page));
}

/** Without the page; a report keeps its last one. */
export function withoutPage(report: Report, id: string): Report {
  return report.pages.length < 2
    ? report
    : withPages(
        report,
        report.pages.filter((page) => page.id !== id),
      );
}

/** The page at another place among the others, counted from 0. */
export function withMoved(report: Report, id: string, to: number): Report {
  const page = report.pages.find((each) => each.id === id);
  if (page === undefined) return report;
  const others = report.pages.filter((each) => each.id !== id);
  return withPages(report, others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, page));
}

/** The page once more, right after itself. */
export function withDuplicate(report: Report, id: string, newId: string): Report {
  const page = report.pages.find((each) => each.id === id);
  return page === undefined ? report : withPage(report, { ...page, id: newId }, id);
}

/** The page as the change has it. */
export function withPageAs(report: Report, id: string, change: (page: ReportPage) => ReportPage): Report {
  return withPages(
    report,
    report.pages.map((page) => (page.id === id ? change(page) : page)),
  );
}

/** The page that is chosen when this one is gone: the next one, else the one before. */
export function neighbour(report: Report, id: string): string | null {
  const at = report.pages.findIndex((page) => page.id === id);
  return (report.pages[at + 1] ?? report.pages[at - 1])?.id ?? null;
}
