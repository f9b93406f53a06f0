import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/question.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { kpiCard } from './kpi-card.model.ts';
import { KpiCard, KpiCardWaiting } from './kpi-card.tsx';
import { cardsQuestion, MOST_CARDS, sparkPeriod, sparkQuestion, type OverviewPlan } from './overview-plan.model.ts';
import type { Words } from './words.model.ts';

interface KpiCardsProps {
  readonly plan: OverviewPlan;
  readonly choices: OverviewChoices;
  readonly answer: Answer | undefined;
  readonly today: string | null;
  readonly words: Words;
}

export function KpiCards({ plan, choices, answer, today, words }: KpiCardsProps) {
  const { t } = useTranslation();
  const { from } = useWorkspace();
  const { name } = useKpiWords();
  const openPassport = useAppStore((state) => state.openPassport);
  const period =
    answer === undefined || today === null ? null : sparkPeriod(answer.period, today, from ?? answer.period.from);
  const months = useHostQuery('question.ask', sparkQuestion(plan, choices, period ?? 'all'), {
    enabled: period !== null && plan.cards.length > 0,
    keep: true,
  });
  const question = cardsQuestion(plan, choices);
  return (
    <section className="kpi-cards" aria-label={t('overview:cards')}>
      {plan.cards.map((kpi) => {
        const model = answer === undefined ? null : kpiCard(kpi, answer, months.data ?? null, words, name);
        if (model === null) return <KpiCardWaiting key={kpi} name={name(kpi)} />;
        return <KpiCard key={kpi} model={model} onOpen={(cell) => openPassport({ question, cell })} />;
      })}
      {plan.cards.length > MOST_CARDS && (
        <p className="kpi-cards-many">{t('overview:many', { count: plan.cards.length })}</p>
      )}
    </section>
  );
}
