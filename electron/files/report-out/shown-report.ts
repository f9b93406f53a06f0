import type { PageContent, ReportContent } from '#shared/report-content.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { takesSheet } from '#shared/report-text.ts';
import { AppError } from '#shared/errors.ts';

export interface ShownReport {
  readonly report: Report;
  readonly content: ReportContent;
}

/** What a file is told with, in the report's language: by `namespace:key.of.it`. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** How a long write is watched and stopped. `progress` counts pages. */
export interface WriteTask {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

export interface ShownPage {
  readonly page: ReportPage;
  readonly made: PageContent;
  readonly headline: string;
}

/** The pages that there is something to read on: what stands on each, and its headline as somebody wrote it or as it is drafted. */
export function shownPages({ report, content }: ShownReport): readonly ShownPage[] {
  const made = new Map(content.pages.map((page) => [page.id, page]));
  const all = report.pages.flatMap((page): readonly ShownPage[] => {
    const one = made.get(page.id);
    return one === undefined ? [] : [{ page, made: one, headline: page.headline ?? one.draft }];
  });
  const filled = all.filter(({ page, made: content }) => takesSheet(page, content));
  const pages = filled.length === 0 ? all : filled;
  return pages.map((one) => (one.page.show === 'contents' ? { ...one, made: withHeadlines(one.made, pages) } : one));
}

/** The contents: what the other pages say, which people write and the numbers know nothing of. */
function withHeadlines(made: PageContent, pages: readonly ShownPage[]): PageContent {
  const paragraphs = pages
    .filter(({ page }) => page.show !== 'cover' && page.show !== 'contents')
    .map(({ headline }) => headline);
  return { ...made, blocks: [{ is: 'text', place: 'main', title: '', paragraphs }, ...made.blocks] };
}

/** E_CANCELLED when the user has had enough. */
export function throwIfCancelled(task: WriteTask): void {
  if (task.cancelled()) throw new AppError('E_CANCELLED', 'The writing was cancelled.');
}
