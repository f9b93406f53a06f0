import { formatPercent } from '#shared/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { FEWEST_ON_PACE } from './goal-tree.model.ts';
import type { GoalWords } from './goal-words.model.ts';

interface OnPaceBadgeProps {
  /** Of the parts whose pace is known. */
  readonly share: number;
  /** Their period is over. */
  readonly over: boolean;
  /** Too early to judge the targets. */
  readonly early?: boolean;
  readonly words: GoalWords;
}

/** How many parts are on pace; below 60 % with the warning that the targets may be too high. */
export function OnPaceBadge({ share, over, early = false, words: { t, format } }: OnPaceBadgeProps) {
  const text = t(over ? 'goals:parts.shareOver' : 'goals:parts.share', {
    share: formatPercent(share, format.locale, 0),
  });
  if (early || share >= FEWEST_ON_PACE) return <Badge>{text}</Badge>;
  const warning = t(over ? 'goals:parts.ambitiousOver' : 'goals:parts.ambitious');
  return (
    <span title={warning}>
      <Badge tone="warn">{text}</Badge>
      <VisuallyHidden>{warning}</VisuallyHidden>
    </span>
  );
}
