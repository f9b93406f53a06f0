import { sparkPath } from './sparkline.model.ts';
import './chart.css';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** What it shows, for screen readers. */
  readonly description: string;
}

const WIDTH = 150;
const HEIGHT = 28;

/** The shape of the last months in a line; a dozen points need no drawing library. */
export function Sparkline({ values, description }: SparklineProps) {
  const { path, end } = sparkPath(values, WIDTH, HEIGHT);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={description}
    >
      <path d={path} />
      {end !== null && <path className="sparkline-end" d={`M${String(end.x)} ${String(end.y)}h0`} />}
    </svg>
  );
}
