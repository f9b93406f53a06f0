import { useEffect, useRef, useState } from 'react';
import type { ChartModel, ChartPoint } from '#shared/chart-model.ts';
import { useThemeInForce } from '../frame/use-theme.ts';
import { ChartPoints } from './chart-points.tsx';
import { readChartTheme } from './chart-theme.ts';
import type { DrawnChart } from './chart-engine.ts';
import type { Box } from './mark-geometry.model.ts';
import './chart.css';

interface PlainChartProps {
  readonly model: ChartModel;
  /** CSS pixels. */
  readonly height: number;
  /** Opens what is behind a point. */
  readonly onOpen?: (point: ChartPoint) => void;
  /** Device pixels per CSS pixel, for print. */
  readonly resolution?: number;
  /** Called after the first drawing. */
  readonly onDrawn?: () => void;
}

/** A chart of any kind: the picture, its points for pointer and keyboard, its description and its legend. */
export function PlainChart({ model, height, onOpen, resolution, onDrawn }: PlainChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const theme = useThemeInForce();
  useDrawing(canvas, { model, themeName: theme, resolution: resolution ?? null, onBoxes: setBoxes, onDrawn });
  return (
    <figure className="chart">
      <div className="chart-plot" style={{ height }}>
        <canvas ref={canvas} role="img" aria-label={model.description} />
        {onOpen !== undefined && <ChartPoints points={model.points} boxes={boxes} onOpen={onOpen} />}
      </div>
      {model.legend.length > 0 && (
        <figcaption className="chart-legend">
          {model.legend.map(({ mark, text }) => (
            <span key={text} className={`chart-legend-${mark}`}>
              {text}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

interface DrawingNeeds {
  readonly model: ChartModel;
  readonly themeName: string;
  readonly resolution: number | null;
  readonly onBoxes: (boxes: readonly Box[]) => void;
  readonly onDrawn: (() => void) | undefined;
}

/** Loads the drawing library on first need, waits for the font, and draws again when the model or the theme changes. */
function useDrawing(canvas: React.RefObject<HTMLCanvasElement | null>, needs: DrawingNeeds): void {
  const { model, themeName, resolution, onBoxes, onDrawn } = needs;
  const chart = useRef<{ readonly kind: ChartModel['kind']; readonly drawn: DrawnChart } | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all([import('./chart-engine.ts'), document.fonts.ready]).then(([{ drawChart }]) => {
      const element = canvas.current;
      if (!current || element === null) return;
      const drawing = { model, theme: readChartTheme(element), onBoxes: keepEqual(onBoxes) };
      if (chart.current?.kind === model.kind) chart.current.drawn.update(drawing);
      else {
        chart.current?.drawn.destroy();
        chart.current = { kind: model.kind, drawn: drawChart(element, drawing, resolution) };
      }
      onDrawn?.();
    });
    return () => {
      current = false;
    };
  }, [canvas, model, themeName, resolution, onBoxes, onDrawn]);
  useEffect(
    () => () => {
      chart.current?.drawn.destroy();
      chart.current = null;
    },
    [],
  );
}

/** Drawing again gives the same boxes; telling React of them anew would draw for ever. */
function keepEqual(onBoxes: (boxes: readonly Box[]) => void): (boxes: readonly Box[]) => void {
  let last = '';
  return (boxes) => {
    const text = JSON.stringify(boxes);
    if (text === last) return;
    last = text;
    onBoxes(boxes);
  };
}
