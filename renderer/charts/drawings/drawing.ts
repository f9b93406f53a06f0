import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import type { Inks } from '../scene/inks.ts';
import type { Drawn } from '../scene/place.ts';
import type { Measure, Scene } from '../scene/scene.ts';

export interface DrawingNeeds {
  readonly model: ChartModel;
  /** CSS pixels; a drawing of many rows is taller than its room and scrolls. */
  readonly width: number;
  readonly height: number;
  readonly measure: Measure;
  readonly inks: Inks;
  readonly say: Say;
  /** Keys of chosen categories, null for all. */
  readonly chosen: ReadonlySet<string> | null;
}

/** A chart that is drawn whole, without chart.js. */
export interface SceneDrawing extends Drawn {
  readonly scene: Scene;
}

export const FAINT = 0.3;

export const alphaOf = ({ category }: Pick<ChartTarget, 'category'>, chosen: ReadonlySet<string> | null): number =>
  chosen === null || category === null || chosen.has(category.key) ? 1 : FAINT;
