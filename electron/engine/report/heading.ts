import { filterCondition } from '#shared/filter-words.ts';
import { formatRange } from '#shared/format-period.ts';
import type { Answer } from '#shared/question.ts';
import type { ReportContent } from '#shared/report-content.ts';
import type { PageTools } from './page-tools.ts';
import { sourceLine } from './report-facts.ts';

export type Heading = Pick<ReportContent, 'company' | 'period' | 'against' | 'dataAsOf' | 'source' | 'filters'>;

/** What is said of the whole report: whose it is, of when, against what and from which files. */
export function headingOf(
  { report, context, words, names }: Pick<PageTools, 'report' | 'context' | 'words' | 'names'>,
  { period, comparePeriod }: Pick<Answer, 'period' | 'comparePeriod'>,
): Heading {
  const { locale } = words.format;
  return {
    company: context.workspace,
    period: formatRange(period.from, period.open ? period.through : period.to, locale),
    against: comparePeriod === null ? null : formatRange(comparePeriod.from, comparePeriod.to, locale),
    dataAsOf: words.say('report:dataAsOf', { day: formatRange(period.through, period.through, locale) }),
    source: sourceLine({ imports: context.imports, words }),
    filters: report.filters.map((filter) => {
      // Part of a name would give it away.
      const shown = 'text' in filter && names.hides(filter.dimension) ? { ...filter, text: '…' } : filter;
      return `${words.grid.dimension(filter.dimension)}: ${filterCondition(shown, words.filters)}`;
    }),
  };
}

/** Under a page's headline. Example: 'Norrland Kaffe AB · Pipeline · jan–sep 2026'. */
export function subLine(what: string, { company, period }: Pick<Heading, 'company' | 'period'>): string {
  return [company, what, period].filter((part) => part !== '').join(' · ');
}
