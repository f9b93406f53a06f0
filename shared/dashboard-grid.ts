/** Tiles stand on a grid of twelve columns; rows are as many as needed. Apart from the schemas, which stay out of the pages. */
export const GRID_COLUMNS = 12;
