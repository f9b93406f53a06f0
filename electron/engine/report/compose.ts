import { AppError } from '#shared/errors.ts';
import { formatRange } from '#shared/format-period.ts';
import { moneyScale } from '#shared/format.ts';
import type { Insight } from '#shared/insights.ts';
import { filterCondition } from '#shared/filter-words.ts';
import { questionSchema, type Answer, type QuestionInput } from '#shared/question.ts';
import type { PageContent, ReportContent } from '#shared/report-content.ts';
import type { PageKind, PageOf, Report } from '#shared/reports.ts';
import { goalsSoFar } from '../goals/goals-so-far.ts';
import { findInsights } from '../insights/find-insights.ts';
import { answer } from '../question/answer.ts';
import { knownKpis } from './at-hand.ts';
import { goalTitle } from './page-words.ts';
import { PAGE_MAKERS } from './page-makers.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportContext } from './report-context.ts';
import { reportFacts, sourceLine } from './report-facts.ts';

/**
 * What stands on the report's pages, in the report's language; numbers in base units and as they are shown.
 * Throws what questions throw: E_BAD_PERIOD, E_UNKNOWN_KPI, E_UNKNOWN_DIMENSION, E_OVERFLOW.
 */
export function composeReport(report: Report, context: ReportContext): ReportContent {
  const { words } = context;
  const { locale, currency } = words.format;
  const tools = toolsOf(report, context);
  const { period, comparePeriod } = tools.ask({ kpis: ['revenue'] });
  return {
    locale,
    currency,
    company: report.brand.company ?? context.workspace,
    period: formatRange(period.from, period.open ? period.through : period.to, locale),
    against: comparePeriod === null ? null : formatRange(comparePeriod.from, comparePeriod.to, locale),
    dataAsOf: words.say('report:dataAsOf', { day: formatRange(period.through, period.through, locale) }),
    source: sourceLine(context),
    filters: report.filters.map(
      (filter) => `${words.grid.dimension(filter.dimension)}: ${filterCondition(filter, words.filters)}`,
    ),
    pages: report.pages.map((page) => pageOf(page, tools)),
    facts: reportFacts(report, tools),
  };
}

function pageOf<K extends PageKind>(page: PageOf<K>, tools: PageTools): PageContent {
  const show: K = page.show;
  try {
    return { id: page.id, ...PAGE_MAKERS[show](page, tools) };
  } catch (error) {
    // A page may ask for what the data no longer have; the others are shown all the same.
    if (!(error instanceof AppError) || !['E_UNKNOWN_KPI', 'E_UNKNOWN_DIMENSION'].includes(error.code)) throw error;
    const { say } = tools.words;
    const what = error.code === 'E_UNKNOWN_KPI' ? 'unknownKpi' : 'unknownDimension';
    const paragraphs = [say(`dashboards:tile.${what}`)];
    return {
      id: page.id,
      draft: say(`report:page.${show}`),
      sub: '',
      blocks: [{ is: 'text', place: 'main', title: '', paragraphs }],
    };
  }
}

function toolsOf(report: Report, context: ReportContext): PageTools {
  const { period, compare, filters } = report;
  const answered = new Map<string, Answer>();
  const ask = (input: QuestionInput): Answer => {
    const question = questionSchema.parse({
      period,
      compare,
      ...input,
      filters: [...filters, ...(input.filters ?? [])],
    });
    const key = JSON.stringify(question);
    const known = answered.get(key) ?? answer(question, context.question);
    answered.set(key, known);
    return known;
  };
  // A goal of Syd is not to be read as one of the company.
  const named = () =>
    context.goals
      .filter(({ kpi }) => knownKpis([kpi], context.question).length > 0)
      .map((goal) => ({ ...goal, name: goalTitle(goal, { report, context, words: context.words }) }));
  let found: readonly Insight[] | null = null;
  const total = ask({ kpis: ['revenue'] }).cells[0]?.value ?? 0;
  return {
    report,
    context,
    words: context.words,
    ask,
    scale: moneyScale(total),
    insights: () => {
      const scope = { period, compare, filters };
      found ??= findInsights(scope, context.question, goalsSoFar(named(), scope, context.question)).filter(
        ({ id }) => !context.silenced.has(id),
      );
      return found;
    },
  };
}
