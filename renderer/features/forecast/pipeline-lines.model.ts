import type { OpenDeals, PipelineForecast } from '#shared/forecast.ts';

export interface PipelineLine extends OpenDeals {
  readonly key: string;
  /** Null for a month. */
  readonly part: 'overdue' | 'undated' | 'later' | 'total' | null;
  /** A month with all of its deals: of the one that runs those before the day are overdue. */
  readonly whole: boolean;
}

/** The months, what lies in none of them where there is any, and all together. */
export function pipelineLines(
  made: Pick<PipelineForecast, 'asOf' | 'periods' | 'overdue' | 'undated' | 'later' | 'total'>,
): readonly PipelineLine[] {
  const line = (part: NonNullable<PipelineLine['part']>): PipelineLine => ({
    key: part,
    part,
    whole: false,
    ...made[part],
  });
  return [
    ...(made.overdue.deals > 0 ? [line('overdue')] : []),
    ...made.periods.map(({ key, from, deals, value, weighted }) => ({
      key,
      part: null,
      whole: from >= made.asOf,
      deals,
      value,
      weighted,
    })),
    ...(made.later.deals > 0 ? [line('later')] : []),
    ...(made.undated.deals > 0 ? [line('undated')] : []),
    line('total'),
  ];
}
