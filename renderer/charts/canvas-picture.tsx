import { useEffect, useRef, useState } from 'react';
import type { DrawnChart, Drawing } from './engine/draw-chart.ts';
import type { Drawn } from './scene/place.ts';

interface CanvasPictureProps extends Omit<Drawing, 'resolution'> {
  readonly resolution: number | undefined;
  readonly description: string | null;
  readonly onDrawn: (drawn: Drawn, height: number) => void;
}

/** A chart of chart.js, which is loaded on first need. Without description the picture is told by what lies over it. */
export function CanvasPicture(props: CanvasPictureProps) {
  const { model, inks, width, height, say, chosen, resolution, description, onDrawn } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    let drawn: DrawnChart | null = null;
    const drawing = { model, inks, width, height, say, chosen, resolution: resolution ?? window.devicePixelRatio };
    const draw = async (): Promise<void> => {
      const { drawChart } = await import('./engine/draw-chart.ts');
      if (!current || canvas.current === null) return;
      drawn = drawChart(canvas.current, drawing);
      onDrawn({ places: drawn.places, markers: drawn.markers, legend: drawn.legend }, height);
    };
    draw().catch(setFailed);
    return () => {
      current = false;
      drawn?.destroy();
    };
  }, [model, inks, width, height, say, chosen, resolution, onDrawn]);
  if (failed !== null) throw failed;
  const named = description === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': description };
  return <canvas ref={canvas} {...named} />;
}
