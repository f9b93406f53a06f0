import { isoDate } from '#shared/calendar.ts';
import type { KpiStatus, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { Filter, ResolvedPeriod } from '#shared/question.ts';
import { overviewPlan, possibleCards, type DimensionHere, type OverviewPlan } from '#shared/tiles/overview-plan.ts';
import { dimensions } from '../catalogue/dimensions.ts';
import { kpiStatuses } from '../catalogue/kpi-status.ts';
import { readableKpis } from '../catalogue/own-kpis.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { isAvailableIn } from '../question/measure-needs.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';

/** What the data can answer, in the order of the catalogue. */
function statusesAtHand({ queries, settings, definitions = BUILT_IN }: QuestionContext) {
  return kpiStatuses(queries.has, settings, readableKpis(definitions, settings.variants), isAvailableIn(queries));
}

/** The KPIs of the management dashboard that the data can answer, at most so many. */
export function cardsAtHand(context: QuestionContext, most: number): readonly string[] {
  return possibleCards(statusesAtHand(context), most);
}

/** The references that the workspace has a KPI or measure for, each once. */
export function knownKpis(references: readonly string[], context: QuestionContext): string[] {
  const planned = kpiPlanner({ variants: {}, compare: 'none' }, context);
  return [...new Set(references)].filter((reference) => {
    try {
      planned(reference);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'E_UNKNOWN_KPI') return false;
      throw error;
    }
  });
}

/** The dimensions of the overview: those that tell most of revenue, as the data and the filters allow. */
export function planAtHand(context: QuestionContext, filters: readonly Filter[]): OverviewPlan {
  return overviewPlan(statusesAtHand(context), saleDimensions(context.queries), filters);
}

/** Text fields of sales with how many members each has. */
function saleDimensions({ columns }: ColumnQueries): readonly DimensionHere[] {
  return (columns.table('sale')?.fields ?? []).flatMap(({ key, identifier, dimension, derived }) =>
    dimension === null || derived === true
      ? []
      : [
          {
            key,
            kinds: ['sale'],
            identifier,
            members: columns.members(dimension).filter((name) => name !== '').length,
          },
        ],
  );
}

/** First day with data, ISO; that of the period without any. */
export function dataFrom({ queries }: QuestionContext, period: ResolvedPeriod): string {
  const range = dataRange(queries);
  return range === null ? period.from : isoDate(range.from);
}

/** What the data at hand can say. */
export interface AtHand {
  /** A KPI, or one of its variants, has the data it takes. */
  readonly answers: (reference: string) => boolean;
  /** A dimension has several members and the KPI can be split by it. */
  readonly splits: (reference: string, dimension: string) => boolean;
}

/** Looked up once: KPIs, variants and dimensions as the catalogues list them. */
export function atHand(context: QuestionContext): AtHand {
  const { queries, settings } = context;
  const definitions = readableKpis(context.definitions ?? BUILT_IN, settings.variants);
  const kpis = new Map<string, KpiStatus>(statusesAtHand(context).map((status) => [status.kpi, status]));
  const found = new Map<string, Output<'catalogue.dimensions'>[number]>(
    dimensions(queries, settings, definitions).map((dimension) => [dimension.key, dimension]),
  );
  const answers = (reference: string): boolean => {
    const { kpi, variant } = parseKpiReference(reference);
    const status = kpis.get(kpi);
    if (status === undefined) return false;
    return variant === null ? status.possible : status.needsByVariant[variant]?.length === 0;
  };
  return {
    answers,
    splits: (reference, dimension) => {
      const here = found.get(dimension);
      const isSplit = here?.kpis.includes(parseKpiReference(reference).kpi) === true;
      return isSplit && here.members > 1 && answers(reference);
    },
  };
}
