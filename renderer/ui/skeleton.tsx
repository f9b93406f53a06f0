import './skeleton.css';

interface SkeletonProps {
  /** CSS lengths. */
  readonly width?: string;
  readonly height?: string;
}

/** The place of something on its way. */
export function Skeleton({ width = '100%', height = '12px' }: SkeletonProps) {
  return <span className="ui-skeleton" style={{ width, height }} aria-hidden="true" />;
}
