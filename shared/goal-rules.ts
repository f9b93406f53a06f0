/** Share of a period below which nothing is judged yet. Source: kpis.md, Goals. */
export const EARLY = 0.2;

/** How far below plan is still near it, as a share of the plan. */
export const NEAR = 0.05;
