import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { ToastRegion } from './toast.tsx';

interface UiProviderProps {
  /** Name of the corner where messages appear. */
  readonly messagesLabel: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/** Once around the page: no style elements (the policy forbids them), one delay for tooltips, one place for messages. */
export function UiProvider({ messagesLabel, closeLabel, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        {children}
        <ToastRegion label={messagesLabel} closeLabel={closeLabel} />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
