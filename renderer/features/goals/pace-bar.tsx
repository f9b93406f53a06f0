interface PaceBarProps {
  /** 1 is just on plan; null draws an empty track. */
  readonly attained: number | null;
  readonly tone: 'actual' | 'bad' | 'quiet';
  /** What it shows, in words. */
  readonly label: string;
}

const WIDTH = 88;
/** Where the tick of the plan stands along the track. */
const PLAN = 66;

/** A bullet (Few): how far a goal has come against the mark of where it should be. */
export function PaceBar({ attained, tone, label }: PaceBarProps) {
  const length = Math.min(WIDTH, Math.max(0, (attained ?? 0) * PLAN));
  return (
    <svg
      className="pace-bar"
      width={WIDTH}
      height={14}
      viewBox={`0 0 ${String(WIDTH)} 14`}
      role="img"
      aria-label={label}
    >
      <rect className="pace-track" x="0" y="5" width={WIDTH} height="4" />
      {attained !== null && <rect className={`pace-${tone}`} x="0" y="5" width={length} height="4" />}
      <rect className="pace-plan" x={PLAN - 1} y="1.5" width="1.5" height="11" />
    </svg>
  );
}
