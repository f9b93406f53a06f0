import { Progress } from '@base-ui/react/progress';
import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1, null while the end is unknown. */
  readonly share: number | null;
  /** At the right of the label: "12 000 av 48 211 rader". */
  readonly detail?: string | undefined;
}

export function ProgressBar({ label, share, detail }: ProgressBarProps) {
  const value = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <Progress.Root className="ui-progress" value={value} getAriaValueText={() => detail ?? `${value ?? 0} %`}>
      <Progress.Label className="ui-progress-label">{label}</Progress.Label>
      {detail !== undefined && <span className="ui-progress-detail num">{detail}</span>}
      <Progress.Track className="ui-progress-track">
        <Progress.Indicator className="ui-progress-fill" />
      </Progress.Track>
    </Progress.Root>
  );
}
