import { bulletDrawing } from './bullet.model.ts';
import type { DrawingNeeds, SceneDrawing } from './drawing.ts';
import { funnelDrawing } from './funnel.model.ts';
import { heatGridDrawing } from './heat-grid.model.ts';
import type { SceneKind } from './scene-kind.ts';
import { scorecardDrawing } from './scorecard.model.ts';
import { tableDrawing } from './table.model.ts';
import { waterfallDrawing } from './waterfall.model.ts';

const DRAWINGS: Readonly<Record<SceneKind, (needs: DrawingNeeds) => SceneDrawing>> = {
  funnel: funnelDrawing,
  waterfall: waterfallDrawing,
  'heat-map': heatGridDrawing,
  cohort: heatGridDrawing,
  bullet: bulletDrawing,
  scorecard: scorecardDrawing,
  table: tableDrawing,
};

/** A chart of one of these kinds as shapes. */
export const drawScene = (kind: SceneKind, needs: DrawingNeeds): SceneDrawing => DRAWINGS[kind](needs);
