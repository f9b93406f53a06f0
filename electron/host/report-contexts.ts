import type { ReportContext, ReportWords } from '#engine/report/report-context.ts';
import type { Locale } from '#shared/format.ts';
import type { Report } from '#shared/reports.ts';
import { CustomerValueDesk } from './customer-value-desk.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { PipelineDesk } from './pipeline-desk.ts';
import { tableWords } from './table-words.ts';

export interface ReportContexts {
  of(report: Pick<Report, 'id' | 'locale'>): ReportContext;
  words(locale: Locale): ReportWords;
}

/** What reports are made from in the open workspace. */
export function reportContexts(workspace: OpenWorkspace): ReportContexts {
  const pipeline = new PipelineDesk(workspace);
  const customers = new CustomerValueDesk(workspace);
  const words = (locale: Locale): ReportWords => {
    const settings = workspace.store.settings();
    const { grid, filters } = tableWords(locale, workspace.queries.columns, settings);
    return { say: grid.say, format: { locale, currency: settings.currency }, grid, filters };
  };
  return {
    words,
    of: (report) => {
      const { store } = workspace;
      const [previous] = store
        .saved('final')
        .filter((final) => final.report.id === report.id)
        .sort((a, b) => b.at.localeCompare(a.at));
      return {
        question: workspace.questionContext(),
        words: words(report.locale),
        workspace: store.info().name,
        goals: store.saved('goal'),
        imports: store.imports(),
        references: store.settings().references,
        annotations: store.saved('annotation'),
        silenced: new Set(store.saved('silence').map(({ id }) => id)),
        pipeline: (filters) => pipeline.forecast({ filters: [...filters], basis: 'deal' }),
        movement: (filters) => pipeline.lastMovement(filters),
        customerValue: (asked) => customers.values(asked).summary,
        previous:
          previous === undefined
            ? null
            : { ...previous, content: store.savedOne('final-content', previous.id).content },
      };
    },
  };
}
