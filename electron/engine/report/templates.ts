import type { Dashboard } from '#shared/dashboards.ts';
import type { ReportTemplate } from '#shared/report-choices.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import type { QuestionContext } from '../question/context.ts';
import type { ReportWords } from './report-context.ts';

/** The template's pages as far as the data fill them, under an id of its own. */
export function reportFromTemplate(
  asked: { readonly template: ReportTemplate; readonly dashboard: Dashboard | null; readonly paper: Report['paper'] },
  id: string,
  _context: QuestionContext,
  words: ReportWords,
): Report {
  const { template, dashboard, paper } = asked;
  const page = (show: 'cover' | 'definitions'): ReportPage => ({
    id: show,
    show,
    headline: null,
    read: true,
    comment: '',
  });
  return {
    id,
    name: dashboard?.name ?? words.say(`report:template.${template}`),
    template,
    paper,
    locale: words.format.locale,
    period: 'latest-year',
    compare: 'last-year',
    filters: [],
    brand: { company: null, logo: null, colour: null, confidentiality: null },
    names: { customer: 'names', rep: 'names' },
    pages: [page('cover'), page('definitions')],
  };
}
