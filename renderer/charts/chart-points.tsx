import { useRef, useState, type KeyboardEvent } from 'react';
import type { ChartPoint } from '#shared/chart-model.ts';
import type { Box } from './mark-geometry.model.ts';
import { nextPoint } from './point-keys.model.ts';

interface ChartPointsProps {
  readonly points: readonly ChartPoint[];
  readonly boxes: readonly Box[];
  readonly onOpen: (point: ChartPoint) => void;
}

/**
 * One real button a point, laid over the picture: the pointer finds it, Tab reaches the chart once, arrow keys move between
 * points, screen readers read each one's sentence, Enter opens the passport.
 */
export function ChartPoints({ points, boxes, onOpen }: ChartPointsProps) {
  const [entry, setEntry] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const layer = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, index: number): void => {
    const next = nextPoint(event.key, index, points.length);
    if (next === null) return;
    event.preventDefault();
    setEntry(next);
    layer.current?.querySelectorAll('button')[next]?.focus();
  };
  const tipped = shown === null ? undefined : points[shown];
  const tipBox = shown === null ? undefined : boxes[shown];
  return (
    <div ref={layer} className="chart-points">
      {points.map((point, index) => {
        const box = boxes[index];
        return (
          <button
            key={point.key}
            type="button"
            className="chart-point"
            style={box}
            aria-label={point.description}
            aria-disabled={point.cell === null}
            tabIndex={index === Math.min(entry, points.length - 1) ? 0 : -1}
            onKeyDown={(event) => move(event, index)}
            onFocus={() => setShown(index)}
            onBlur={() => setShown(null)}
            onMouseEnter={() => setShown(index)}
            onMouseLeave={() => setShown(null)}
            onClick={() => {
              setEntry(index);
              if (point.cell !== null) onOpen(point);
            }}
          />
        );
      })}
      {tipped !== undefined && tipBox !== undefined && (
        <div
          className="chart-tip"
          aria-hidden="true"
          style={tipPlace(tipBox, Math.max(...boxes.map((box) => box.left + box.width)))}
        >
          {tipped.description}
        </div>
      )}
    </div>
  );
}

const TIP_WIDTH = 260;
/** Above a column's slot, so that its label stays in sight. */
const TIP_RISE = 30;

/** Above a column, under a bar, kept inside the chart's width. */
function tipPlace(box: Box, width: number): { readonly left: number; readonly top: number; readonly width: number } {
  const middle = box.left + box.width / 2;
  const left = Math.max(0, Math.min(middle - TIP_WIDTH / 2, width - TIP_WIDTH));
  const tall = box.height > 60;
  return { left, top: tall ? -TIP_RISE : box.top + box.height, width: TIP_WIDTH };
}
