import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What to do next. */
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, text, actions }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon !== undefined && (
        <span className="ui-empty-icon">
          <Icon name={icon} size={22} />
        </span>
      )}
      <p className="ui-empty-title">{title}</p>
      {text !== undefined && <p className="ui-empty-text">{text}</p>}
      {actions !== undefined && <div className="ui-empty-actions">{actions}</div>}
    </div>
  );
}
