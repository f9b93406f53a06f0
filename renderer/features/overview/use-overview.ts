import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyScale } from '#shared/format.ts';
import type { Answer } from '#shared/question.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { overviewPlan, type OverviewPlan } from '#shared/tiles/overview-plan.ts';
import type { Words } from '#shared/tiles/tile-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NO_CHOICES, type OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace, useWorkspaceQuery } from '../../transport/use-workspace.ts';
import { cardsQuestion } from './overview-questions.model.ts';

/** What the top of the overview is set to for the open workspace. */
export function useChoices(): readonly [OverviewChoices, (choices: Partial<OverviewChoices>) => void] {
  const { id } = useWorkspace();
  const choices = useAppStore((state) => state.overviews[id]) ?? NO_CHOICES;
  const choose = useAppStore((state) => state.choose);
  return [choices, (next) => choose(id, next)];
}

/** The plan of the tiles and the answer of the cards, which also tells the period and the page's money scale. */
export function useOverview(choices: OverviewChoices) {
  const kpis = useHostQuery('catalogue.kpis', {});
  const dimensions = useHostQuery('catalogue.dimensions', {});
  const chosen = useWorkspaceQuery().data?.settings.overviewCards ?? null;
  const plan = useMemo<OverviewPlan | null>(
    () => (kpis.data && dimensions.data ? overviewPlan(kpis.data, dimensions.data, choices.filters, chosen) : null),
    [kpis.data, dimensions.data, choices.filters, chosen],
  );
  const asked = plan !== null;
  const cards = useHostQuery('question.ask', asked ? cardsQuestion(plan, choices) : { kpis: ['revenue'] }, {
    enabled: asked,
    keep: true,
  });
  const info = useHostQuery('app.info', {});
  return {
    plan,
    dimensions: dimensions.data ?? [],
    cards,
    info: info.data ?? null,
    error: kpis.error ?? dimensions.error,
    retry: () => {
      for (const each of [kpis, dimensions, cards]) if (each.error !== null) void each.refetch();
    },
  };
}

/** Catalogue, locale and one money scale for the whole page, from its largest revenue. */
export function useWords(answer: Answer | undefined): Words {
  const { t } = useTranslation();
  const format = useFormatContext();
  const total = answer === undefined ? null : totalOf(answer, 'revenue');
  const largest = Math.max(Math.abs(total?.value ?? 0), Math.abs(total?.compare?.value ?? 0));
  return useMemo(() => ({ t, format, scale: moneyScale(largest) }), [t, format, largest]);
}
