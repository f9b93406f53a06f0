import type { KpiStatus, Output } from '#shared/contract.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { dimensions } from '../catalogue/dimensions.ts';
import { kpiStatuses } from '../catalogue/kpi-status.ts';
import { readableKpis } from '../catalogue/own-kpis.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import type { QuestionContext } from '../question/context.ts';
import { isAvailableIn } from '../question/measure-needs.ts';

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
  const isAvailable = isAvailableIn(queries);
  const kpis = new Map<string, KpiStatus>(
    kpiStatuses(queries.has, settings, definitions, isAvailable).map((status) => [status.kpi, status]),
  );
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
