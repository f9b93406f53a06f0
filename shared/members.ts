/** Dimension key that stands for each measure's own date column; always with a grain. */
export const DATE_DIMENSION = 'date';

/**
 * Name of the united remainder of a `top` wherever members are named: in the paths of cells and lines, never in filters.
 * No member of the data has the empty name; the unknown member is null.
 */
export const OTHER = '';
