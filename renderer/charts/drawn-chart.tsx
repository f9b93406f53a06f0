import { useCallback, useMemo, useRef, useState } from 'react';
import { describeChart } from '#shared/charts/describe-chart.ts';
import { thinnedChart } from '#shared/charts/thin-points.ts';
import { formatNumber } from '#shared/format.ts';
import { CanvasPicture } from './canvas-picture.tsx';
import { ChartLegend, ChartRemarks } from './chart-legend.tsx';
import type { ChartProps } from './chart-props.ts';
import { isSceneKind } from './drawings/scene-kind.ts';
import { PointLayer } from './points/point-layer.tsx';
import { ScenePicture } from './scene-picture.tsx';
import type { Drawn } from './scene/place.ts';
import { usePlot } from './use-plot.ts';
import { useSay } from './use-say.ts';

const NOTHING: Drawn = { places: [], markers: [], legend: [] };

/** The picture, its marks for pointer and keyboard, its description, legend and remarks. */
export function DrawnChart(props: ChartProps) {
  const { model: whole, height, chosen, resolution, onAnnotation, onDrawn } = props;
  const say = useSay();
  const room = useRef<HTMLDivElement>(null);
  const plot = usePlot(room);
  const [{ drawn, tall }, setDrawn] = useState({ drawn: NOTHING, tall: height });
  const model = useMemo(() => thinnedChart(whole), [whole]);
  const description = useMemo(() => describeChart(whole, say), [whole, say]);
  const picked = chosen === undefined || chosen.length === 0 ? '' : JSON.stringify(chosen);
  const among = useMemo(() => (picked === '' ? null : new Set(JSON.parse(picked) as string[])), [picked]);
  const told = useRef(false);
  const take = useCallback(
    (next: Drawn, reached: number) => {
      setDrawn({ drawn: next, tall: reached });
      if (!told.current) onDrawn?.();
      told.current = true;
    },
    [onDrawn],
  );
  // On paper the picture is all there is: it is read out itself, and nothing lies over it.
  const still = resolution !== undefined;
  const shared = { model, height, say, chosen: among, description: still ? description : null, onDrawn: take };
  const marked = useMemo(() => new Set(drawn.markers.map(({ index }) => index)), [drawn]);
  return (
    <figure className="chart" data-drawn={drawn === NOTHING ? undefined : model.kind}>
      {/* What is taller than its room scrolls within it; on paper it takes the room it needs. */}
      <div
        ref={room}
        className={tall > height + 1 && !still ? 'chart-plot chart-plot-tall' : 'chart-plot'}
        style={{ height: still ? Math.max(height, tall) : height }}
      >
        <div className="chart-inner" style={{ height: Math.max(height, tall) }}>
          {plot !== null && isSceneKind(model.kind) && <ScenePicture kind={model.kind} {...shared} {...plot} />}
          {plot !== null && !isSceneKind(model.kind) && (
            <CanvasPicture {...shared} inks={plot.inks} width={plot.width} resolution={resolution} />
          )}
          {plot !== null && !still && (
            <PointLayer
              {...props}
              model={model}
              drawn={drawn}
              size={{ width: plot.width, height: Math.max(height, tall) }}
              description={description}
              say={say}
            />
          )}
          {!still &&
            drawn.markers.map(({ index, box }) => {
              const remark = model.annotations[index];
              if (remark === undefined) return null;
              const { text, author } = remark;
              const name = `${say('annotation', { number: index + 1 })}: ${say('annotationBy', { text, author })}`;
              return (
                <button
                  key={remark.id}
                  type="button"
                  className="chart-marker"
                  style={box}
                  aria-label={name}
                  title={name}
                  onClick={() => onAnnotation?.(remark)}
                />
              );
            })}
        </div>
      </div>
      {drawn.legend.length > 0 && <ChartLegend items={drawn.legend} />}
      {model !== whole && (
        <p className="chart-thinned">
          {say('thinned', {
            shown: formatNumber(model.categories.length, model.format.locale),
            all: formatNumber(whole.categories.length, model.format.locale),
          })}
        </p>
      )}
      {marked.size > 0 && <ChartRemarks annotations={model.annotations} shown={marked} say={say} />}
    </figure>
  );
}
