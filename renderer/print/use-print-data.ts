import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { QuestionInput } from '#shared/question.ts';
import { kpiCard } from '#shared/tiles/kpi-card.ts';
import { useFormatContext } from '../i18n/use-format.ts';
import { useKpiWords } from '../i18n/kpi-words.ts';
import { dimensionName } from '../i18n/names.ts';
import { breakdown } from '../features/overview/breakdown.model.ts';
import {
  assortmentQuestion,
  cardsQuestion,
  rankingQuestion,
  trendQuestion,
} from '../features/overview/overview-questions.model.ts';
import { concentration, ranking } from '../features/overview/ranking.model.ts';
import { formulaInWords } from '../features/passport/formula.model.ts';
import { revenueTrend } from '../features/overview/revenue-trend.model.ts';
import { useBreakdown } from '../features/overview/use-breakdown.ts';
import { useOverview, useWords } from '../features/overview/use-overview.ts';
import type { OverviewChoices } from '../state/overview-slice.ts';
import { useHostQuery } from '../transport/use-host-query.ts';
import { useWorkspaceQuery } from '../transport/use-workspace.ts';
import type { PrintJob } from './print-job.model.ts';

/** Everything on the report's pages, null until the last answer is there. */
export function usePrintData(job: PrintJob) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const kpiWords = useKpiWords();
  const workspace = useWorkspaceQuery().data;
  const choices = useMemo<OverviewChoices>(
    () => ({ period: job.period ?? null, compare: job.compare ?? 'last-year', filters: job.filters ?? [] }),
    [job],
  );
  const { plan, dimensions, cards } = useOverview(choices);
  const words = useWords(cards.data);
  const answer = cards.data;
  const ready = answer !== undefined && plan !== null;
  const question = ready ? cardsQuestion(plan, choices) : { kpis: ['revenue'] };
  const trend = ready
    ? trendQuestion(choices, answer.period, workspace?.from ?? answer.period.from)
    : { kpis: ['revenue'] };
  const months = useHostQuery('question.ask', trend, { enabled: ready });
  const targets = useHostQuery('question.ask', { ...trend, compare: 'target' }, { enabled: ready });
  const groups = useBreakdown(plan?.breakdowns ?? [], choices).found;
  const ranked = useTileQuery(plan?.ranking ?? null, (key) => rankingQuestion(key, choices));
  const goods = useTileQuery(plan?.assortment ?? null, (key) =>
    plan === null ? { kpis: ['revenue'] } : assortmentQuestion(plan, key, choices),
  );
  const explained = useHostQuery('question.explain', { question, cell: { kpi: 'revenue' } }, { enabled: ready });
  const waiting =
    !ready ||
    workspace == null ||
    months.data === undefined ||
    targets.data === undefined ||
    (plan.breakdowns.length > 0 && groups === null) ||
    ranked.waiting ||
    goods.waiting ||
    explained.data === undefined;
  return useMemo(() => {
    if (waiting) return null;
    const inForce = (reference: string): string => {
      const told = answer.kpis.find(({ ref }) => ref === reference);
      const variant = told === undefined ? '' : kpiWords.variant(told.kpi, told.variant);
      const own = kpiWords.name(told?.kpi ?? reference);
      return variant === '' ? own : `${own} · ${variant}`;
    };
    const name = (key: string | null): string => (key === null ? '' : dimensionName(t, key, dimensions));
    return {
      words,
      answer,
      workspace,
      choices,
      dimensions,
      cards: plan.cards.map((kpi) => kpiCard(kpi, answer, null, words, kpiWords.name)).filter((card) => card !== null),
      trend: revenueTrend(months.data, targets.data, words),
      trendPeriod: months.data.period,
      breakdown:
        groups === null
          ? null
          : {
              by: name(groups.dimension),
              ...breakdown(groups.answer, name(groups.dimension), { ...words, dimension: groups.dimension }),
            },
      ranking:
        ranked.data === undefined
          ? null
          : {
              by: name(plan.ranking),
              dimension: plan.ranking ?? '',
              rows: ranking(ranked.data, { ...words, dimension: plan.ranking ?? '' }),
              said: concentration(
                ranking(ranked.data, { ...words, dimension: plan.ranking ?? '' }),
                ranked.data,
                words,
              ),
            },
      assortment:
        goods.data === undefined
          ? null
          : { by: name(plan.assortment), rows: ranking(goods.data, { ...words, dimension: plan.assortment ?? '' }) },
      compared: answer.comparePeriod !== null,
      definitions: plan.cards.map((kpi) => ({
        kpi,
        name: inForce(kpi),
        definition: kpiWords.definition(parseKpiReference(kpi).kpi),
        formula: formulaInWords(answer.kpis.find(({ ref }) => ref === kpi)?.formula ?? '', t, kpiWords),
      })),
      explanation: explained.data,
      kpiWords,
      format,
    };
  }, [
    waiting,
    words,
    answer,
    workspace,
    choices,
    dimensions,
    plan,
    months.data,
    targets.data,
    groups,
    ranked.data,
    goods.data,
    explained.data,
    t,
    kpiWords,
    format,
  ]);
}

export type PrintData = NonNullable<ReturnType<typeof usePrintData>>;

function useTileQuery(dimension: string | null, questionOf: (dimension: string) => QuestionInput) {
  const { data } = useHostQuery('question.ask', dimension === null ? { kpis: ['revenue'] } : questionOf(dimension), {
    enabled: dimension !== null,
  });
  return { data, waiting: dimension !== null && data === undefined };
}
