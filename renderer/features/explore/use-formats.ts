import { useMemo } from 'react';
import type { Answer } from '#shared/question.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { valueFormat, type ValueFormat } from './cell-text.model.ts';

/** How each value of a view is written; null until the grand totals are there, which give the scales of money. */
export function useFormats(
  { values }: Pick<ExploreView, 'values'>,
  totals: Answer | undefined,
): readonly (ValueFormat | null)[] {
  const format = useFormatContext();
  return useMemo(
    () =>
      values.map(({ kpi, show }) => {
        const info = totals?.kpis.find(({ ref }) => ref === kpi);
        if (totals === undefined || info === undefined) return null;
        return valueFormat(show, info, totalOf(totals, kpi)?.value ?? null, format);
      }),
    [values, totals, format],
  );
}
