import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import type { Explanation } from '#shared/question.ts';
import { needName } from '#shared/needs-words.ts';
import { costlessRows, memberName, reasonSentence } from '#shared/tiles/tile-words.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { passportOf, type Passport } from './passport.model.ts';

/** The finished words of a subject's explanation, null while they are on their way. */
export function usePassport(subject: CellSubject, explanation: Explanation | undefined): Passport | null {
  const { t } = useTranslation();
  const format = useFormatContext();
  const words = useKpiWords(subject.draft);
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const kpis = useHostQuery('catalogue.kpis', {}).data;
  const coverage = useCoverage(subject, explanation);
  return useMemo(
    () =>
      explanation === undefined || kpis === undefined || coverage === undefined
        ? null
        : passportOf(explanation, {
            t,
            words,
            format,
            dimensionName: (key) => dimensionName(t, key, dimensions ?? []),
            fieldName: (kind, key, label) => dimensionName(t, key, [{ key, label, kinds: [kind] }]),
            memberName: (member, dimension) => memberName(member, t, dimension),
            levels: levelsOf(subject),
            needName: (need) => needName(need, t),
            reasonSentence: (reason) => reasonSentence(reason, t),
            direction: directionOf(kpis, explanation),
            coverage,
          }),
    [explanation, subject, t, format, dimensions, words, kpis, coverage],
  );
}

function directionOf(kpis: readonly KpiEntry[], { kpi, variant }: Explanation): KpiEntry['direction'] {
  const inVariants = kpis.find((entry) => entry.kpi === kpi)?.inVariants ?? [];
  return inVariants.find((each) => each.variant === variant)?.direction ?? 'neutral';
}

/** The dimensions of a subject's rows and columns. */
export function levelsOf({ question }: CellSubject) {
  return {
    rows: (question.rows ?? []).map(({ dimension }) => dimension),
    columns: (question.columns ?? []).map(({ dimension }) => dimension),
  };
}

/** The part of revenue whose cost is known, of the same cell; null for other KPIs, undefined while it is on its way. */
function useCoverage({ question, cell }: CellSubject, explanation: Explanation | undefined): number | null | undefined {
  const asked = explanation !== undefined && costlessRows(explanation.kpi, explanation.variant) !== null;
  const kpis = [...new Set([...question.kpis, 'cost-coverage'])];
  const { data, error } = useHostQuery(
    'question.explain',
    { question: { ...question, kpis }, cell: { ...cell, kpi: 'cost-coverage' } },
    { enabled: asked },
  );
  return asked && error === null ? data?.value : null;
}
