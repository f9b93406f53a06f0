import type { ReactNode } from 'react';

interface ScreenHeaderProps {
  readonly title: string;
  /** Controls at the right. */
  readonly children?: ReactNode;
}

/** The top of a screen: its name and what applies to all of it. */
export function ScreenHeader({ title, children }: ScreenHeaderProps) {
  return (
    <header className="screen-header">
      <h1>{title}</h1>
      <div className="screen-header-controls">{children}</div>
    </header>
  );
}
