import type { MoneyScale } from '#shared/format.ts';
import type { Insight } from '#shared/insights.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import type { PageContent } from '#shared/report-content.ts';
import type { PageKind, PageOf, Report } from '#shared/reports.ts';
import type { ReportContext, ReportWords } from './report-context.ts';

/** What every page is made with. */
export interface PageTools {
  readonly report: Report;
  readonly context: ReportContext;
  readonly words: ReportWords;
  /** In the report's period, comparison and filters where the question says nothing else; its own filters come on top. Equal ones are answered once. */
  readonly ask: (question: QuestionInput) => Answer;
  /** One scale of money for the whole report. */
  readonly scale: MoneyScale;
  /** The largest effects first, without those that were silenced. */
  readonly insights: () => readonly Insight[];
}

export type PageMade = Omit<PageContent, 'id'>;
export type PageMaker<K extends PageKind> = (page: PageOf<K>, tools: PageTools) => PageMade;

export const emptyPage = (draft: string): PageMade => ({ draft, sub: '', blocks: [] });
