/** Dimension key that stands for each measure's own date column; always with a grain. */
export const DATE_DIMENSION = 'date';

/** Units that dates are told by, the finest first. */
export const GRAINS = ['day', 'week', 'month', 'quarter', 'year', 'fiscal-quarter', 'fiscal-year'] as const;
export type Grain = (typeof GRAINS)[number];

/** Dimension keys of customers by their first purchase, and of the time since it; with a grain of month, quarter or year. */
export const COHORT_DIMENSION = 'cohort';
export const AGE_DIMENSION = 'age';

/**
 * Name of the united remainder of a `top` wherever members are named: in the paths of cells and lines, never in filters.
 * No member of the data has the empty name; the unknown member is null.
 */
export const OTHER = '';
