import { pointFacts, type Say } from '#shared/charts/point-facts.ts';
import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import type { Box } from '../scene/scene.ts';

interface PointTipProps {
  readonly model: ChartModel;
  readonly target: ChartTarget;
  readonly box: Box;
  readonly size: { readonly width: number; readonly height: number };
  readonly down: boolean;
  readonly say: Say;
  readonly onPassport: ((target: ChartTarget) => void) | undefined;
}

/** What a mark says: its value, its changes, its remarks, and the way to how it was counted. It touches its mark, so that the pointer can reach it. */
export function PointTip({ model, target, box, size, down, say, onPassport }: PointTipProps) {
  const { place, series, value, lines, notes } = pointFacts(model, target, say);
  return (
    <div className="chart-tip" style={tipPlace(box, size, down)}>
      <p className="chart-tip-place">{[place, series].filter((part) => part !== null).join(' · ')}</p>
      <p className="chart-tip-value">{value}</p>
      {lines.length > 0 && (
        <dl>
          {lines.map(({ label, value: beside, change }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {beside}
                {change !== null && <span className={change.tone}>{` ${change.arrow} ${change.text}`}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} className="chart-tip-note">
          {note}
        </p>
      ))}
      {onPassport !== undefined && target.point.cell !== null && (
        <button type="button" className="chart-tip-link" onClick={() => onPassport(target)}>
          {say('howCounted')}
        </button>
      )}
    </div>
  );
}

const WIDTH = 230;

/** Beside a column, on the side with more room; under a row, or over it in the lower half. */
function tipPlace(box: Box, { width, height }: PointTipProps['size'], down: boolean): React.CSSProperties {
  if (down) {
    const left = Math.max(0, Math.min(box.left + box.width * 0.35, width - WIDTH));
    const under = box.top + box.height / 2 < height / 2;
    return under ? { left, top: box.top + box.height - 2 } : { left, bottom: height - box.top - 2 };
  }
  const top = Math.max(0, Math.min(box.top + 8, height - 90));
  const right = box.left + box.width;
  return width - right >= WIDTH || width - right >= box.left
    ? { left: right - 2, top }
    : { right: width - box.left - 2, top };
}
