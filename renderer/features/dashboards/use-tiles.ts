import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import type { KpiEntry } from '#shared/contract.ts';
import type { KeysAtHand } from '#shared/grouped-fields.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { overviewPlan, type DimensionHere } from '#shared/tiles/overview-plan.ts';
import {
  cardKpis,
  monthsQuestion,
  targetedKpis,
  targetsQuestion,
  totalsQuestion,
  type Scope,
} from '#shared/tiles/tile-questions.ts';
import type { TitleWords } from '#shared/tiles/tile-title.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery, useShownAnswer } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useWords } from '../overview/use-overview.ts';
import { scopeOf, wholeScope } from './scope.model.ts';

/** What every tile of a dashboard goes by. */
export interface TileNeeds {
  readonly whole: Scope;
  /** Of the cards, in the scope that a clicked mark leaves. */
  readonly answer: Answer | undefined;
  /** The same without it: what the clicked tile goes by. */
  readonly wholeAnswer: Answer | undefined;
  /** That the cards answer. */
  readonly question: QuestionInput;
  readonly months: Answer | null;
  /** Of the cards' KPIs that have targets; null without any. */
  readonly targets: Answer | null;
  /** That the targets answer. */
  readonly targetsAsked: QuestionInput;
  readonly words: TitleWords;
  /** Dimensions that tell why revenue changed, the most telling first. */
  readonly breakdowns: readonly string[];
  readonly knownKpis: ReadonlySet<string>;
  readonly atHand: KeysAtHand;
}

const NO_TILE = '';
const TARGETED = { kind: 'target', field: 'kpi', search: '', limit: 200 } as const;

/** Asks for all cards at once: totals, months, targets where any are set; the totals also tell the period and the page's money scale. */
export function useTiles(
  tiles: Dashboard['tiles'],
  choices: OverviewChoices,
  kpis: readonly KpiEntry[],
  dimensions: readonly (DimensionHere & NamedDimension)[],
  atHand: KeysAtHand,
) {
  const { t } = useTranslation();
  const { from, rows } = useWorkspace();
  const cross = useAppStore((state) => state.crossFilter);
  const { name } = useKpiWords();
  const today = useHostQuery('app.info', {}).data?.today ?? null;
  const knownKpis = useMemo(() => new Set(kpis.flatMap(({ kpi, problem }) => (problem === null ? [kpi] : []))), [kpis]);
  const cards = cardKpis(tiles, knownKpis);
  const whole = wholeScope(choices);
  const scope = scopeOf(NO_TILE, whole, cross);
  const enabled = kpis.length > 0;
  const totals = useShownAnswer('question.ask', totalsQuestion(cards, scope), enabled);
  const wholeTotals = useHostQuery('question.ask', totalsQuestion(cards, whole), { enabled, keep: true });
  const answer = totals.data;
  const clock =
    answer === undefined || today === null
      ? null
      : { period: answer.period, today, dataFrom: from ?? answer.period.from };
  const months = useHostQuery(
    'question.ask',
    clock === null ? { kpis: ['revenue'] } : monthsQuestion(cards, scope, clock),
    { enabled: enabled && clock !== null && cards.length > 0, keep: true },
  );
  const named = useHostQuery('data.values', TARGETED, { enabled: (rows.target ?? 0) > 0 });
  // Targets without a column that names their KPI are all of revenue.
  const aims = named.error === null ? (named.data?.values.map((value) => value.name) ?? []) : [null];
  const goals = useHostQuery('goal.list', {});
  const aimed = targetedKpis(cards, [...aims, ...(goals.data ?? []).map(({ kpi }) => kpi)]);
  const targets = useShownAnswer(
    'question.ask',
    aimed.length === 0 ? { kpis: ['revenue'] } : targetsQuestion(aimed, scope),
    enabled && aimed.length > 0,
  );
  const base = useWords(wholeTotals.data);
  const words = useMemo(
    (): TitleWords => ({
      ...base,
      nameOf: (kpi) => t(`dashboards:short.${kpi.replace(':', '-')}`, { defaultValue: name(kpi) }),
      dimensionOf: (dimension) => dimensionName(t, dimension, dimensions),
    }),
    [base, name, t, dimensions],
  );
  const { breakdowns } = overviewPlan(kpis, dimensions, scope.filters);
  const needs: TileNeeds = {
    whole,
    answer,
    wholeAnswer: wholeTotals.data,
    question: totals.asked,
    months: months.data ?? null,
    targets: aimed.length === 0 ? null : (targets.data ?? null),
    targetsAsked: targets.asked,
    words,
    breakdowns,
    knownKpis,
    atHand,
  };
  return {
    needs,
    waiting: [totals, months, named, goals, targets].some(({ isFetching }) => isFetching),
    error: totals.error,
    retry: () => void totals.refetch(),
  };
}

/** Days of an answer's period, both ends included. */
export function daysOf({ from, to }: Answer['period']): number {
  return (parseIsoDate(to) ?? 0) - (parseIsoDate(from) ?? 0) + 1;
}
