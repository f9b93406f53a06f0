import { chartProblem } from '#shared/charts/chart-problem.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { isSceneKind, type SceneKind } from '../drawings/scene-kind.ts';

export interface ExportWish {
  readonly model: ChartModel;
  readonly type: 'png' | 'svg';
  /** Light colours on white, or those the window has. */
  readonly colors: 'light' | 'window';
  readonly say: Say;
  /** Of the plot, CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface ExportedChart {
  readonly blob: Blob;
  /** A file's name made of the title. */
  readonly name: string;
}

/** Whether a chart can be a vector picture: those that are drawn as shapes. */
export const hasVectors = (model: ChartModel): boolean => exportedKind(model) !== null;

/** What cannot be drawn as it is, is exported as its table. */
const exportedKind = (model: ChartModel): SceneKind | null =>
  chartProblem(model) !== null ? 'table' : isSceneKind(model.kind) ? model.kind : null;

/** A chart as a file of its own, with title, legend, remarks and source; what draws it is loaded on first need. */
export async function exportChart(wish: ExportWish): Promise<ExportedChart> {
  const { renderChart } = await import('./render-chart.ts');
  return {
    blob: await renderChart(wish, exportedKind(wish.model)),
    name: `${fileName(wish.model.title)}.${wish.type}`,
  };
}

/** A title as a file's name on every system. Example: 'Intäkter, jan–sep 2026: "tkr"' is 'Intäkter, jan–sep 2026 tkr'. */
export function fileName(title: string): string {
  const kept = [...title].map((letter) => (letter < ' ' || '\\/:*?"<>|'.includes(letter) ? ' ' : letter)).join('');
  return kept.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '').slice(0, 100).trim() || 'Nyckeltal';
}
