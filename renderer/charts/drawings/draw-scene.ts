import type { ChartKind } from '#shared/charts/model.ts';
import { bulletDrawing } from './bullet.model.ts';
import type { DrawingNeeds, SceneDrawing } from './drawing.ts';
import { funnelDrawing } from './funnel.model.ts';
import { heatGridDrawing } from './heat-grid.model.ts';
import { scorecardDrawing } from './scorecard.model.ts';
import { tableDrawing } from './table.model.ts';
import { waterfallDrawing } from './waterfall.model.ts';

const DRAWINGS = {
  funnel: funnelDrawing,
  waterfall: waterfallDrawing,
  'heat-map': heatGridDrawing,
  cohort: heatGridDrawing,
  bullet: bulletDrawing,
  scorecard: scorecardDrawing,
  table: tableDrawing,
} as const;

export type SceneKind = keyof typeof DRAWINGS;

/** Whether a kind is drawn as a scene of its own, as SVG; the others are chart.js' on a canvas. */
export const isSceneKind = (kind: ChartKind): kind is SceneKind => Object.hasOwn(DRAWINGS, kind);

export const drawScene = (kind: SceneKind, needs: DrawingNeeds): SceneDrawing => DRAWINGS[kind](needs);
