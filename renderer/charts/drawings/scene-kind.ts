import type { ChartKind } from '#shared/charts/model.ts';

const SCENE_KINDS = ['funnel', 'waterfall', 'heat-map', 'cohort', 'bullet', 'scorecard', 'table'] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];

/** Whether a kind is drawn as a scene of its own, as SVG; the others are chart.js' on a canvas. */
export const isSceneKind = (kind: ChartKind): kind is SceneKind => SCENE_KINDS.some((each) => each === kind);
