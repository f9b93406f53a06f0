import type { PipelineForecast } from '#shared/forecast.ts';
import type { CustomerValue, CustomerValueInput } from '#shared/customer-value.ts';
import type { FilterWords } from '#shared/filter-words.ts';
import type { FormatContext } from '#shared/format.ts';
import type { Goal } from '#shared/goals.ts';
import type { GridWords } from '#shared/grid-words.ts';
import type { ImportRecord } from '#shared/importing.ts';
import type { Filter } from '#shared/question.ts';
import type { FinalReport } from '#shared/report-content.ts';
import type { Annotation } from '#shared/annotations.ts';
import type { QuestionContext } from '#engine/question/context.ts';

/** Words in the report's language. `grid.member` gives names as the reader of the report may see them. */
export interface ReportWords {
  /** By `namespace:key.of.it`; '' where there is none. */
  readonly say: GridWords['say'];
  readonly format: FormatContext;
  readonly grid: GridWords & { readonly dimension: (key: string) => string };
  readonly filters: FilterWords;
}

/** What the pages of a report are made from. */
export interface ReportContext {
  readonly question: QuestionContext;
  readonly words: ReportWords;
  readonly workspace: string;
  readonly goals: readonly Goal[];
  readonly imports: readonly ImportRecord[];
  readonly annotations: readonly Annotation[];
  /** Insights that nobody wants to see. */
  readonly silenced: ReadonlySet<string>;
  readonly pipeline: (filters: readonly Filter[]) => PipelineForecast;
  readonly customerValue: (asked: CustomerValueInput) => CustomerValue;
  /** The last one that was made final of this report. */
  readonly previous: FinalReport | null;
}
