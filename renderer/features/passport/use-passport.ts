import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#shared/question.ts';
import type { PassportSubject } from '../../state/passport-slice.ts';
import { dimensionName, useNeedName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { costlessRows, memberName, reasonSentence } from '../overview/words.model.ts';
import { passportOf, type Passport } from './passport.model.ts';

/** The finished words of a subject's explanation, null while they are on their way. */
export function usePassport(subject: PassportSubject, explanation: Explanation | undefined): Passport | null {
  const { t } = useTranslation();
  const format = useFormatContext();
  const needName = useNeedName();
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const kpis = useHostQuery('catalogue.kpis', {}).data;
  const coverage = useCoverage(subject, explanation);
  return useMemo(
    () =>
      explanation === undefined || kpis === undefined || coverage === undefined
        ? null
        : passportOf(explanation, {
            t,
            format,
            dimensionName: (key) => dimensionName(t, key, dimensions ?? []),
            fieldName: (kind, key, label) => dimensionName(t, key, [{ key, label, kinds: [kind] }]),
            memberName: (member, dimension) => memberName(member, t, dimension),
            levels: {
              rows: (subject.question.rows ?? []).map(({ dimension }) => dimension),
              columns: (subject.question.columns ?? []).map(({ dimension }) => dimension),
            },
            needName: (need) =>
              need.startsWith('rate.') ? needName(need) : needName(need).toLocaleLowerCase(format.locale),
            reasonSentence: (reason) => reasonSentence(reason, t, needName),
            direction: kpis.find(({ kpi }) => kpi === explanation.kpi)?.direction ?? 'neutral',
            coverage,
          }),
    [explanation, subject, t, format, dimensions, kpis, coverage, needName],
  );
}

/** The part of revenue whose cost is known, of the same cell; null for other KPIs, undefined while it is on its way. */
function useCoverage(
  { question, cell }: PassportSubject,
  explanation: Explanation | undefined,
): number | null | undefined {
  const asked = explanation !== undefined && costlessRows(explanation.kpi, explanation.variant) !== null;
  const kpis = [...new Set([...question.kpis, 'cost-coverage'])];
  const { data, error } = useHostQuery(
    'question.explain',
    { question: { ...question, kpis }, cell: { ...cell, kpi: 'cost-coverage' } },
    { enabled: asked },
  );
  return asked && error === null ? data?.value : null;
}
