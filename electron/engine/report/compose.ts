import { AppError } from '#shared/errors.ts';
import { moneyScale } from '#shared/format.ts';
import type { Insight } from '#shared/insights.ts';
import { questionSchema, type Answer, type AnswerKpi, type Question, type QuestionInput } from '#shared/question.ts';
import type { PageContent, ReportContent } from '#shared/report-content.ts';
import { withCompany } from '#shared/report-text.ts';
import type { PageKind, PageOf, Report, ReportPage } from '#shared/reports.ts';
import { goalsSoFar } from '../goals/goals-so-far.ts';
import { findInsights } from '../insights/find-insights.ts';
import { answer } from '../question/answer.ts';
import { atHand, knownKpis, type AtHand } from './at-hand.ts';
import { headingOf } from './heading.ts';
import { PAGE_MAKERS } from './page-makers.ts';
import type { PageTools } from './page-tools.ts';
import { goalTitle } from './page-words.ts';
import type { ReportContext } from './report-context.ts';
import { reportFacts } from './report-facts.ts';
import { shownNames } from './shown-names.ts';

/**
 * What stands on the report's pages, in the report's language; numbers in base units and as they are shown.
 * Throws what questions throw: E_BAD_PERIOD, E_UNKNOWN_KPI, E_UNKNOWN_DIMENSION, E_OVERFLOW.
 */
export function composeReport(wanted: Report, context: ReportContext): ReportContent {
  const { locale, currency } = context.words.format;
  // What is remembered of pages does not go by the name of the company.
  const report: Report = { ...wanted, brand: { ...wanted.brand, company: null } };
  const asked = asking(report, context);
  const tools = toolsOf(report, context, asked);
  const content = tools.names.withoutNames({
    locale,
    currency,
    ...tools.heading,
    pages: [...pagesOf(report, tools)],
    facts: reportFacts(tools, (kpis) => asked({ kpis, compare: 'none' })),
  });
  return withCompany(content, wanted.brand.company ?? content.company);
}

/** What is defined is what the other pages show, wherever the definitions stand. */
function pagesOf({ pages }: Report, tools: PageTools): readonly PageContent[] {
  const isLast = ({ show }: ReportPage): boolean => show === 'definitions';
  const made = new Map(
    [...pages.filter((page) => !isLast(page)), ...pages.filter(isLast)].map((page) => [
      page.id,
      remembered(page, tools),
    ]),
  );
  return pages.flatMap(({ id }) => made.get(id) ?? []);
}

/** Pages that say nothing of the data, or something of the report's other pages. */
const SOON_MADE: ReadonlySet<PageKind> = new Set(['cover', 'contents', 'actions', 'definitions']);

/** As it was made before over the same data, with the KPIs that it shows. */
function remembered(page: ReportPage, tools: PageTools): PageContent {
  const { report, context, mention, ask } = tools;
  if (SOON_MADE.has(page.show)) return pageOf(page, tools);
  const { locale, period, compare, filters, names } = report;
  const { id, headline: _headline, read: _read, comment: _comment, ...shown } = page;
  const key = JSON.stringify([shown, { locale, period, compare, filters, names }]);
  const { made, kpis } = context.recalled(key, () => {
    const noted: AnswerKpi[] = [];
    const noting: PageTools = {
      ...tools,
      ask: (question) => {
        const answered = ask(question);
        noted.push(...answered.kpis);
        return answered;
      },
      mention: (kpi) => void noted.push(kpi),
    };
    return { made: pageOf(page, noting), kpis: noted };
  });
  kpis.forEach(mention);
  return { ...made, id };
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

const wholeQuestion = ({ period, compare, filters }: Report, input: QuestionInput): Question =>
  questionSchema.parse({ period, compare, ...input, filters: [...filters, ...(input.filters ?? [])] });

function asking(report: Report, context: ReportContext): PageTools['ask'] {
  const answered = new Map<string, Answer>();
  return (input: QuestionInput): Answer => {
    const question = wholeQuestion(report, input);
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
  // A goal of Syd is not to be read as one of the company.
  const named = () =>
    context.goals
      .filter(({ kpi }) => knownKpis([kpi], context.question).length > 0)
      .map((goal) => ({ ...goal, name: goalTitle(goal, { context, words, names }) }));
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
    look: asked,
    pinned: (question, answer) => ({ ...wholeQuestion(report, question), period: answer.period.spec }),
    scale: moneyScale(head.cells[0]?.value ?? 0),
    insights: () => {
      const scope = { period, compare, filters };
      found ??= findInsights(scope, context.question, goalsSoFar(named(), scope, context.question)).filter(
        ({ id }) => !context.silenced.has(id),
      );
      return found;
    },
    atHand: () => (here ??= atHand(context.question)),
    mention,
    mentioned: () => [...shown.values()],
  };
}
