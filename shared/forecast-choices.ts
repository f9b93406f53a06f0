/** Apart from the schemas, so that pages carry no parser. */
export const FORECAST_GRAINS = ['month', 'week'] as const;
export type ForecastGrain = (typeof FORECAST_GRAINS)[number];

/** Which chance an open deal has: its own and else its stage's, its stage's as the settings have it, or what history says of the stage. */
export const CHANCE_BASES = ['deal', 'stage', 'learnt'] as const;
export type ChanceBasis = (typeof CHANCE_BASES)[number];

/** Outcomes of the same month ahead that an interval of 80 % takes: nine of them leave a tenth below the least and above the largest. */
export const OUTCOMES_FOR_INTERVAL = 9;
