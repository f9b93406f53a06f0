import type { BarElement, Chart } from 'chart.js';
import type { DrawnMark, Geometry } from '../cartesian/geometry.ts';

/** The positions chart.js has given everything, in the terms of the drawing's own code. */
export function geometryOf(chart: Chart, sideways: boolean): Geometry {
  const { left, right, top, bottom } = chart.chartArea;
  const values = chart.scales[sideways ? 'x' : 'y'];
  const panel = chart.scales['panel'];
  const marks = new Map<string, readonly DrawnMark[]>();
  chart.data.datasets.forEach(({ label = '' }, set) => {
    const { data, type } = chart.getDatasetMeta(set);
    marks.set(
      label,
      data.map((element): DrawnMark => {
        const end = { x: element.x ?? Number.NaN, y: element.y ?? Number.NaN };
        if (type !== 'bar') return { box: { left: end.x, top: end.y, width: 0, height: 0 }, end, bar: false };
        const {
          base = 0,
          width = 0,
          height = 0,
        } = element as unknown as BarElement & { base?: number; width?: number; height?: number };
        const box = sideways
          ? { left: Math.min(end.x, base), top: end.y - height / 2, width: Math.abs(end.x - base), height }
          : { left: end.x - width / 2, top: Math.min(end.y, base), width, height: Math.abs(base - end.y) };
        return { box, end, bar: true };
      }),
    );
  });
  return {
    width: chart.width,
    height: chart.height,
    area: { left, right, top, bottom },
    marks,
    at: (value, inPanel) => (inPanel ? panel : values)?.getPixelForValue(value) ?? Number.NaN,
  };
}
