import type { MoneyScale } from '#shared/format.ts';
import type { Insight } from '#shared/insights.ts';
import type { Answer, AnswerKpi, Question, QuestionInput } from '#shared/question.ts';
import type { PageContent } from '#shared/report-content.ts';
import type { PageKind, PageOf, Report } from '#shared/reports.ts';
import type { AtHand } from './at-hand.ts';
import type { Heading } from './heading.ts';
import type { ReportContext, ReportWords } from './report-context.ts';
import type { ShownNames } from './shown-names.ts';

/** What every page is made with. */
export interface PageTools {
  readonly report: Report;
  readonly context: ReportContext;
  readonly words: ReportWords;
  readonly names: ShownNames;
  readonly heading: Heading;
  /** In the report's period, comparison and filters where the question says nothing else; its own filters come on top. Equal ones are answered once. */
  readonly ask: (question: QuestionInput) => Answer;
  /** The same for a number that is not shown under its name: its KPI is not defined with the others. */
  readonly look: (question: QuestionInput) => Answer;
  /** A question as `ask` asks it, under the name of the very days that it was answered for: what its numbers open, also later. */
  readonly pinned: (question: QuestionInput, answer: Pick<Answer, 'period'>) => Question;
  /** One scale of money for the whole report. */
  readonly scale: MoneyScale;
  /** The largest effects first, without those that were silenced. */
  readonly insights: () => readonly Insight[];
  readonly atHand: () => AtHand;
  /** A KPI that a page shows without having asked for it: it is defined with the others. */
  readonly mention: (kpi: AnswerKpi) => void;
  /** KPIs on the pages that are made so far, in the order they came. */
  readonly mentioned: () => readonly AnswerKpi[];
}

export type PageMade = Omit<PageContent, 'id'>;
export type PageMaker<K extends PageKind> = (page: PageOf<K>, tools: PageTools) => PageMade;
