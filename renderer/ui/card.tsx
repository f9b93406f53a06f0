import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './card.css';

export interface CardProps {
  readonly title?: ReactNode;
  /** The grey line under the title. */
  readonly sub?: ReactNode;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function Card({ title, sub, actions, className, children }: CardProps) {
  const titleId = useId();
  const named = title !== undefined;
  return (
    <section className={classNames('ui-card', className)} aria-labelledby={named ? titleId : undefined}>
      {(named || actions !== undefined) && (
        <div className="ui-card-head">
          {named && (
            <h2 className="ui-card-title" id={titleId}>
              {title}
            </h2>
          )}
          {actions !== undefined && <div className="ui-card-actions">{actions}</div>}
        </div>
      )}
      {sub !== undefined && <p className="ui-card-sub">{sub}</p>}
      {children}
    </section>
  );
}
