import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { Tone } from './badge.tsx';
import './notice.css';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Something to know before going on, in the flow of the page. Read aloud when it appears. */
export function Notice({ tone = 'neutral', title, children, actions }: NoticeProps) {
  return (
    <div className={`ui-notice ui-notice-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <span className="ui-notice-icon">
        <Icon name={tone === 'good' ? 'check' : tone === 'bad' || tone === 'warn' ? 'warning' : 'info'} />
      </span>
      <div className="ui-notice-body">
        <p className="ui-notice-title">{title}</p>
        {children !== undefined && <div className="ui-notice-text">{children}</div>}
      </div>
      {actions !== undefined && <div className="ui-notice-actions">{actions}</div>}
    </div>
  );
}
