import { moneyScale } from '#shared/format.ts';
import type { Insight } from '#shared/insights.ts';
import { questionSchema, type Answer, type AnswerKpi, type QuestionInput } from '#shared/question.ts';
import type { PageContent, ReportContent } from '#shared/report-content.ts';
import type { PageKind, PageOf, Report } from '#shared/reports.ts';
import { goalsSoFar } from '../goals/goals-so-far.ts';
import { findInsights } from '../insights/find-insights.ts';
import { answer } from '../question/answer.ts';
import { atHand, type AtHand } from './at-hand.ts';
import { headingOf } from './heading.ts';
import { PAGE_MAKERS } from './page-makers.ts';
import type { PageTools } from './page-tools.ts';
import type { ReportContext } from './report-context.ts';
import { reportFacts } from './report-facts.ts';
import { shownNames } from './shown-names.ts';

/**
 * What stands on the report's pages, in the report's language; numbers in base units and as they are shown.
 * Throws what questions throw: E_BAD_PERIOD, E_UNKNOWN_KPI, E_UNKNOWN_DIMENSION, E_OVERFLOW.
 */
export function composeReport(report: Report, context: ReportContext): ReportContent {
  const { locale, currency } = context.words.format;
  const asked = asking(report, context);
  const tools = toolsOf(report, context, asked);
  return tools.names.withoutNames({
    locale,
    currency,
    ...tools.heading,
    pages: [...pagesOf(report, tools)],
    facts: reportFacts(tools, (kpis) => asked({ kpis, compare: 'none' })),
  });
}

/** What is defined is what the other pages show, wherever the definitions stand. */
function pagesOf({ pages }: Report, tools: PageTools): readonly PageContent[] {
  const isLast = ({ show }: Report['pages'][number]): boolean => show === 'definitions';
  const made = new Map(
    [...pages.filter((page) => !isLast(page)), ...pages.filter(isLast)].map((page) => [page.id, pageOf(page, tools)]),
  );
  return pages.flatMap(({ id }) => made.get(id) ?? []);
}

function pageOf<K extends PageKind>(page: PageOf<K>, tools: PageTools): PageContent {
  const show: K = page.show;
  return { id: page.id, ...PAGE_MAKERS[show](page, tools) };
}

function asking({ period, compare, filters }: Report, context: ReportContext): PageTools['ask'] {
  const answered = new Map<string, Answer>();
  return (input: QuestionInput): Answer => {
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
}

function toolsOf(report: Report, context: ReportContext, asked: PageTools['ask']): PageTools {
  const { period, compare, filters } = report;
  const names = shownNames(report.names, context.question, context.words);
  const { words } = names;
  const head = asked({ kpis: ['revenue'] });
  const shown = new Map<string, AnswerKpi>();
  const mention = (kpi: AnswerKpi): void => void (shown.has(kpi.ref) || shown.set(kpi.ref, kpi));
  let [found, here]: [readonly Insight[] | null, AtHand | null] = [null, null];
  return {
    report,
    context,
    words,
    names,
    heading: headingOf({ report, context, words, names }, head),
    ask: (question) => {
      const made = asked(question);
      made.kpis.forEach(mention);
      return made;
    },
    scale: moneyScale(head.cells[0]?.value ?? 0),
    insights: () => {
      const scope = { period, compare, filters };
      found ??= findInsights(scope, context.question, goalsSoFar(context.goals, scope, context.question)).filter(
        ({ id }) => !context.silenced.has(id),
      );
      return found;
    },
    atHand: () => (here ??= atHand(context.question)),
    mention,
    mentioned: () => [...shown.values()],
  };
}
