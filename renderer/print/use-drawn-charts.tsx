import { memo, useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ChartModel } from '#shared/charts/model.ts';
import { Chart } from '../charts/chart.tsx';
import type { ChartWish } from './blocks/blocks.model.ts';
import { ChartHosts, type ChartHost } from './chart-hosts.ts';

export interface DrawnCharts {
  readonly hostOf: (chart: ChartModel) => HTMLElement;
  /** CSS pixels with legend and remarks; null until it is drawn. */
  readonly heightOf: (wish: ChartWish) => number | null;
  /** Goes into the hidden layer, where charts are drawn. */
  readonly studio: ReactNode;
}

/** Device pixels per CSS pixel: 288 dots an inch. */
export const PRINT_RESOLUTION = 3;
/** Beyond this many charts each is drawn with fewer dots, so that a hundred pages stay within bounds. */
const MANY_CHARTS = 40;

const keyOf = ({ width, height }: ChartWish, { id }: ChartHost): string =>
  `${String(id)} ${String(width)} ${String(height)}`;

/** Draws each chart once, with so many device pixels per CSS pixel, into an element of its own that sheets take in: what moves to another sheet is not drawn again. */
export function useDrawnCharts(wishes: readonly ChartWish[], dots: number): DrawnCharts {
  const studio = useRef<HTMLDivElement>(null);
  const [hosts] = useState(() => new ChartHosts());
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const hostOf = useCallback((chart: ChartModel) => hosts.of(chart).host, [hosts]);
  const heightOf = useCallback(
    (wish: ChartWish) => heights.get(keyOf(wish, hosts.of(wish.chart))) ?? null,
    [hosts, heights],
  );
  const onDrawn = useCallback((name: string) => {
    setDrawn((before) => (before.has(name) ? before : new Set([...before, name])));
  }, []);
  useLayoutEffect(() => {
    for (const { chart, width } of wishes) {
      const host = hostOf(chart);
      host.style.width = `${String(width)}px`;
      if (!host.isConnected) studio.current?.append(host);
    }
  }, [wishes, hostOf]);
  // Here legend and remarks stand below the picture, which was drawn a moment before.
  useLayoutEffect(() => {
    const found = wishes.flatMap((wish) => {
      const own = hosts.of(wish.chart);
      const key = keyOf(wish, own);
      return drawn.has(key) && !heights.has(key) ? [[key, own.host.offsetHeight] as const] : [];
    });
    // oxlint-disable-next-line react/set-state-in-effect -- what a picture is high is known only once it is laid out
    if (found.length > 0) setHeights(new Map([...heights, ...found]));
  }, [wishes, hosts, drawn, heights]);
  const resolution = wishes.length > MANY_CHARTS ? Math.min(dots, PRINT_RESOLUTION - 1) : dots;
  return {
    hostOf,
    heightOf,
    studio: (
      <div ref={studio}>
        {wishes.map((wish) => {
          const own = hosts.of(wish.chart);
          const key = keyOf(wish, own);
          return createPortal(
            <StudioChart wish={wish} name={key} resolution={resolution} onDrawn={onDrawn} />,
            own.host,
            key,
          );
        })}
      </div>
    ),
  };
}

interface StudioChartProps {
  readonly wish: ChartWish;
  readonly name: string;
  readonly resolution: number;
  readonly onDrawn: (name: string) => void;
}

const StudioChart = memo(function StudioChart({ wish, name, resolution, onDrawn }: StudioChartProps) {
  const done = useCallback(() => onDrawn(name), [name, onDrawn]);
  return <Chart model={wish.chart} height={wish.height} resolution={resolution} onDrawn={done} />;
});
