import type { ReactNode } from 'react';

interface ScreenHeaderProps {
  readonly title: string;
  /** A long title takes two lines. */
  readonly long?: boolean;
  /** Controls at the right. */
  readonly children?: ReactNode;
}

/** The top of a screen: its name and what applies to all of it. */
export function ScreenHeader({ title, long = false, children }: ScreenHeaderProps) {
  return (
    <header className={long ? 'screen-header screen-header-long' : 'screen-header'}>
      <h1>{title}</h1>
      <div className="screen-header-controls">{children}</div>
    </header>
  );
}
