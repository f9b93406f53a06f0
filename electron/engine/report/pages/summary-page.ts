import { formatCompact, joined, NO_VALUE } from '#shared/format.ts';
import { formatDate } from '#shared/format-period.ts';
import type { Insight } from '#shared/insights.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { BlockOf, ReportFigure } from '#shared/report-content.ts';
import type { Answer, Filter } from '#shared/question.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { insightText } from '#shared/tiles/insight-words.ts';
import { kpiCard, type KpiCardModel } from '#shared/tiles/kpi-card.ts';
import { monthsQuestion } from '#shared/tiles/tile-questions.ts';
import { compareName, periodName, withCostShare } from '#shared/tiles/tile-words.ts';
import { cardsAtHand, dataFrom, knownKpis } from '../at-hand.ts';
import { revenueHeadline } from '../headline.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { subLine, wordsOf } from '../page-words.ts';
import { baseOf, partlyFrom, revenueStanding, type RevenueStanding, targetsOf, todayOf } from '../revenue-standing.ts';

const MOST_FIGURES = 10;
const MONTHS = 12;
const MOST_INSIGHTS = 5;

/** At most ten KPIs with change, target, months and what there is to say of them, and beside them what stands out. */
export const summaryPage: PageMaker<'summary'> = ({ kpis: wanted }, tools) => {
  const kpis = wanted ?? cardsAtHand(tools.context.question, MOST_FIGURES);
  const words = wordsOf(tools);
  const standing = revenueStanding(null, tools);
  const { period } = standing.answer;
  const figures = figuresOf(kpis, tools);
  const said = insightsBlock(standing, tools);
  const [first] = figures;
  return {
    draft:
      kpis.includes('revenue') || first === undefined
        ? revenueHeadline(standing, tools, true)
        : figureHeadline(first, tools),
    sub: subLine(
      [
        words.t('report:numbers.summary.what'),
        periodName(period, words),
        standing.answer.comparePeriod === null
          ? null
          : words.t('overview:against.period', { period: compareName(standing.answer, words.format) ?? '' }),
      ],
      tools,
    ),
    blocks: [{ is: 'figures', place: 'main', figures: [...figures] }, ...(said === null ? [] : [said])],
  };
};

/** KPIs as cards in the report's period, in the order given; one that the workspace does not have is passed over. */
export function figuresOf(wanted: readonly string[], tools: PageTools): readonly ReportFigure[] {
  const kpis = knownKpis(wanted, tools.context.question);
  if (kpis.length === 0) return [];
  const { ask, look, context } = tools;
  const compare = baseOf(tools);
  const answer = look({ kpis: withCostShare([...new Set([...kpis, 'revenue'])]), compare });
  const clock = {
    period: answer.period,
    today: todayOf(tools),
    dataFrom: dataFrom(context.question, answer.period),
  };
  const months = ask({ ...monthsQuestion(kpis, { period: '', compare: 'none', filters: [] }, clock), compare: 'none' });
  const targets = targetsOf(kpis, tools);
  return kpis.flatMap((kpi) => {
    const figure = figureOf(kpi, { answer, months, targets }, tools);
    return figure === null ? [] : [{ ...figure, opens: tools.pinned({ kpis: [kpi], compare }, answer) }];
  });
}

function figureOf(
  kpi: string,
  { answer, months, targets }: { readonly answer: Answer; readonly months: Answer; readonly targets: Answer },
  tools: PageTools,
): ReportFigure | null {
  const words = wordsOf(tools);
  const card = kpiCard(kpi, answer, months, words, words.nameOf, targets);
  const unit = answer.kpis.find(({ ref }) => ref === kpi)?.unit;
  if (card === null || unit === undefined) return null;
  const { change } = card;
  return {
    kpi,
    name: card.name,
    value: totalOf(answer, kpi)?.value ?? null,
    unit,
    text: card.value?.number ?? NO_VALUE,
    unitText: card.value?.unit ?? '',
    reason: card.reason,
    change: change === null ? null : { text: `${change.arrow} ${change.text}`.trim(), tone: change.tone },
    against: againstText(card, answer, tools),
    target: card.aim === null ? null : { text: card.aim, tone: card.goal?.tone ?? 'neutral' },
    message: messageOf(kpi, card.remark, tools),
    months: card.trend.slice(-MONTHS),
  };
}

/** 'mot 2025', and where the data do not reach back over it, from when. */
function againstText({ kpi, against }: KpiCardModel, answer: Answer, tools: PageTools): string | null {
  const from = partlyFrom(answer, tools, kpi);
  if (against === null || from === null) return against;
  const { say, format } = tools.words;
  return say('report:numbers.partly.against', { against, day: formatDate(from, format.locale) });
}

/** How it was counted, where that has to be known, and the largest finding about it. */
function messageOf(kpi: string, remark: string | null, tools: PageTools): string | null {
  const found = tools.insights().find((insight) => isAbout(insight, kpi, tools.report.filters));
  const said = found === undefined ? null : insightText(found, wordsOf(tools)).title;
  const parts = [said, remark].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Findings of a goal may be of a part of the company: they are not about the figure. */
const isAbout = ({ cell, rule, question }: Insight, kpi: string, filters: readonly Filter[]): boolean =>
  rule !== 'drivers' &&
  rule !== 'price-volume-mix' &&
  cell !== null &&
  question !== null &&
  JSON.stringify(question.filters) === JSON.stringify(filters) &&
  parseKpiReference(cell.kpi).kpi === kpi;

/** The largest findings: one on what the change is made of, none where the comparison is not whole, two of every other sort. */
function insightsBlock({ partlyFrom: from }: RevenueStanding, tools: PageTools): BlockOf<'text'> | null {
  const taken = new Map<string, number>();
  const shown = tools.insights().filter(({ rule }) => {
    const isChange = rule === 'drivers' || rule === 'price-volume-mix';
    const sort = isChange ? 'change' : rule;
    const count = (taken.get(sort) ?? 0) + 1;
    taken.set(sort, count);
    return isChange ? count === 1 && from === null : count <= 2;
  });
  if (shown.length === 0) return null;
  const words = wordsOf(tools);
  return {
    is: 'text',
    place: 'aside',
    title: words.t('report:numbers.summary.insights'),
    paragraphs: shown.slice(0, MOST_INSIGHTS).map((insight) => {
      const { title, text } = insightText(insight, words);
      return text === '' ? title : `${title}. ${text}`;
    }),
  };
}

/** Of a page without revenue: its first figure. Example: 'Täckningsgrad 38,6 %, upp 1,2 pe'. */
function figureHeadline({ name, value, unit, change }: ReportFigure, { words }: PageTools): string {
  const { say, format } = words;
  const shown = value === null ? NO_VALUE : joined(formatCompact(value, unit, format), format.locale);
  const start = say('report:numbers.headline.figure', { name, value: shown });
  if (change === null) return start;
  const way = change.text.startsWith('▲') ? 'up' : change.text.startsWith('▼') ? 'down' : 'none';
  return `${start}, ${say(`overview:change.${way}`, { size: change.text.replace(/^[▲▼] /, '') })}`;
}
