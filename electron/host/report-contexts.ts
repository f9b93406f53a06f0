import type { RememberedPage, ReportContext, ReportWords } from '#engine/report/report-context.ts';
import type { Locale } from '#shared/format.ts';
import type { Report } from '#shared/reports.ts';
import { CustomerValueDesk } from './customer-value-desk.ts';
import { finalsOf } from './finals.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { PipelineDesk } from './pipeline-desk.ts';
import { recalled } from './recalled.ts';
import { tableWords } from './table-words.ts';

export interface ReportContexts {
  of(report: Pick<Report, 'id' | 'locale'>): ReportContext;
  words(locale: Locale): ReportWords;
}

/** Pages kept as they were last made, so that a change to one makes no other anew. */
const MOST_PAGES = 40;

/** What reports are made from in the open workspace. */
export function reportContexts(workspace: OpenWorkspace): ReportContexts {
  const pipeline = new PipelineDesk(workspace);
  const customers = new CustomerValueDesk(workspace);
  const pages = new Map<string, RememberedPage>();
  let pagesOf = '';
  const words = (locale: Locale): ReportWords => {
    const settings = workspace.store.settings();
    const { grid, filters } = tableWords(locale, workspace.queries.columns, settings);
    return { say: grid.say, format: { locale, currency: settings.currency }, grid, filters };
  };
  return {
    words,
    of: (report) => {
      const { store } = workspace;
      const question = workspace.questionContext();
      const previous = finalsOf(workspace).find((final) => final.report.id === report.id);
      const made = {
        workspace: store.info().name,
        goals: store.saved('goal'),
        annotations: store.saved('annotation'),
        references: store.settings().references,
      };
      const silences = store.saved('silence').map(({ id }) => id);
      const { revision } = question.queries.columns;
      const state = [workspace.info().id, revision, question.today, store.settings(), previous?.id, made, silences];
      const now = JSON.stringify(state);
      if (now !== pagesOf) pages.clear();
      pagesOf = now;
      return {
        ...made,
        question,
        words: words(report.locale),
        imports: store.imports(),
        silenced: new Set(silences),
        pipeline: (filters) => pipeline.forecast({ filters: [...filters], basis: 'deal' }),
        movement: (filters) => pipeline.lastMovement(filters),
        customerValue: (asked) => customers.values(asked).summary,
        recalled: (key, make) => recalled(pages, key, MOST_PAGES, make),
        previous:
          previous === undefined
            ? null
            : { ...previous, content: store.savedOne('final-content', previous.id).content },
      };
    },
  };
}
