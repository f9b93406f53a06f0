import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './badge.css';

export type Tone = 'good' | 'bad' | 'warn' | 'accent' | 'neutral';

interface BadgeProps {
  readonly tone?: Tone;
  /** `l` for tags that stand by themselves in a list. */
  readonly size?: 'm' | 'l';
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', size = 'm', children }: BadgeProps) {
  return <span className={classNames('ui-badge', `ui-badge-${tone}`, size === 'l' && 'ui-badge-l')}>{children}</span>;
}
