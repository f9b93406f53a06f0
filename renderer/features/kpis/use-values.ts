import { useMemo } from 'react';
import type { AnswerCell } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';

export interface KpiValue {
  readonly cell: AnswerCell;
  readonly unit: Unit;
}

/** The values of KPIs in a period, by the references they are asked by; none while they are on their way. */
export function useValues(references: readonly string[], period: string): ReadonlyMap<string, KpiValue> {
  const kpis = references.length === 0 ? ['revenue'] : [...references];
  const shown = useShownAnswer('question.ask', { kpis, period }, references.length > 0);
  const data = shown.asked.period === period ? shown.data : undefined;
  return useMemo(
    () =>
      new Map(
        (data?.kpis ?? []).flatMap(({ ref, unit }): readonly (readonly [string, KpiValue])[] => {
          const cell = data === undefined ? null : totalOf(data, ref);
          return cell === null ? [] : [[ref, { cell, unit }]];
        }),
      ),
    [data],
  );
}
