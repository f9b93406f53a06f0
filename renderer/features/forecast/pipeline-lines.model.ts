import type { OpenDeals, PipelineForecast } from '#shared/forecast.ts';

export interface PipelineLine extends OpenDeals {
  readonly key: string;
  /** Null for a month. */
  readonly part: 'overdue' | 'undated' | 'later' | 'total' | null;
}

/** The months, what lies in none of them where there is any, and all together. */
export function pipelineLines(
  made: Pick<PipelineForecast, 'periods' | 'overdue' | 'undated' | 'later' | 'total'>,
): readonly PipelineLine[] {
  const line = (part: NonNullable<PipelineLine['part']>): PipelineLine => ({
    key: part,
    part,
    ...made[part],
  });
  return [
    ...(made.overdue.deals > 0 ? [line('overdue')] : []),
    ...made.periods.map(({ key, deals, value, weighted }) => ({
      key,
      part: null,
      deals,
      value,
      weighted,
    })),
    ...(made.later.deals > 0 ? [line('later')] : []),
    ...(made.undated.deals > 0 ? [line('undated')] : []),
    line('total'),
  ];
}
