import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { chartSettings } from './chart-options.model.ts';
import { markLabels, type Drawing } from './mark-labels.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement);

export interface DrawnChart {
  update(drawing: Drawing): void;
  destroy(): void;
}

/** Draws on a canvas until destroyed. `resolution` is device pixels per CSS pixel, for print; by default the screen's. */
export function drawChart(canvas: HTMLCanvasElement, first: Drawing, resolution: number | null): DrawnChart {
  let drawing = first;
  const { type, data, options } = chartSettings(drawing.model, drawing.theme);
  const chart = new Chart<'bar' | 'line', (number | [number, number] | null)[], string>(canvas, {
    type,
    data,
    options: { ...options, ...(resolution === null ? {} : { devicePixelRatio: resolution }) },
    plugins: [markLabels(() => drawing)],
  });
  return {
    update: (next) => {
      drawing = next;
      const settings = chartSettings(next.model, next.theme);
      chart.data = settings.data;
      chart.options = { ...settings.options, ...(resolution === null ? {} : { devicePixelRatio: resolution }) };
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
