import type { Movement, MovementAsk, PipelineForecast } from '#shared/forecast.ts';
import type { CustomerValue, CustomerValueInput } from '#shared/customer-value.ts';
import type { FilterWords } from '#shared/filter-words.ts';
import type { FormatContext } from '#shared/format.ts';
import type { Goal } from '#shared/goals.ts';
import type { GridWords } from '#shared/grid-words.ts';
import type { ImportRecord } from '#shared/importing.ts';
import type { AnswerKpi, Filter } from '#shared/question.ts';
import type { Settings } from '#shared/settings.ts';
import type { FinalReport, PageContent } from '#shared/report-content.ts';
import type { Annotation } from '#shared/annotations.ts';
import type { QuestionContext } from '#engine/question/context.ts';

/** Words in the report's language. Pages have them from their tools, where names are as the reader may see them. */
export interface ReportWords {
  /** By `namespace:key.of.it`; '' where there is none. */
  readonly say: GridWords['say'];
  readonly format: FormatContext;
  readonly grid: GridWords & { readonly dimension: (key: string) => string };
  readonly filters: FilterWords;
}

export interface PipelineChange {
  /** Days of the two imports, ISO. */
  readonly from: string;
  readonly to: string;
  readonly moved: Movement;
  readonly moments: Pick<MovementAsk, 'from' | 'to'>;
}

/** A page with the KPIs that it shows. */
export interface RememberedPage {
  readonly made: PageContent;
  readonly kpis: readonly AnswerKpi[];
}

/** What the pages of a report are made from. */
export interface ReportContext {
  readonly question: QuestionContext;
  readonly words: ReportWords;
  readonly workspace: string;
  readonly goals: readonly Goal[];
  readonly imports: readonly ImportRecord[];
  /** Values from elsewhere, by KPI. */
  readonly references: Settings['references'];
  readonly annotations: readonly Annotation[];
  /** Insights that nobody wants to see. */
  readonly silenced: ReadonlySet<string>;
  readonly pipeline: (filters: readonly Filter[]) => PipelineForecast;
  /** How the open deals have changed since the import before the last one of deals; null where there is none. */
  readonly movement: (filters: readonly Filter[]) => PipelineChange | null;
  readonly customerValue: (asked: CustomerValueInput) => CustomerValue;
  /** A page as it was made before over the same data under the same key, else made. */
  readonly recalled: (key: string, make: () => RememberedPage) => RememberedPage;
  /** The last one that was made final of this report. */
  readonly previous: FinalReport | null;
}
