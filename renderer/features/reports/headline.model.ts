import type { ReportContent } from '#shared/report-content.ts';
import { isToBeRead } from '#shared/report-text.ts';
import type { Report, ReportPage } from '#shared/reports.ts';

/** What stands over a page. */
export const headlineOf = (page: ReportPage, draft: string): string => page.headline ?? draft;

/** The page under words of one's own, which whoever writes them has read; empty ones are none, and the draft stands. */
export function withHeadline(page: ReportPage, text: string, draft: string): ReportPage {
  return text.trim() === '' || text.trim() === draft
    ? withDraft(page, draft)
    : { ...withRead(page, draft), headline: text };
}

/** The page under its draft, which is in sight where this is chosen. */
export const withDraft = (page: ReportPage, draft: string): ReportPage => ({
  ...withRead(page, draft),
  headline: null,
});

export const withRead = (page: ReportPage, draft: string): ReportPage => ({ ...page, read: true, readAs: draft });

export function withoutRead({ readAs: _readAs, ...page }: ReportPage): ReportPage {
  return { ...page, read: false };
}

export interface UnreadPage {
  readonly id: string;
  /** Its place in the report, counted from 1. */
  readonly number: number;
  readonly headline: string;
}

/** The pages whose headline nobody has read as it stands with the numbers of now. */
export function unreadPages(report: Report, content: ReportContent): readonly UnreadPage[] {
  const made = new Map(content.pages.map((each) => [each.id, each]));
  return report.pages.flatMap((page, i) => {
    const shown = made.get(page.id);
    if (shown === undefined || !isToBeRead(page, shown)) return [];
    return [{ id: page.id, number: i + 1, headline: headlineOf(page, shown.draft) }];
  });
}
