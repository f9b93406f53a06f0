import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { ToastRegion } from './toast.tsx';

interface UiProviderProps {
  /** Name of the corner where messages appear. */
  readonly messagesLabel: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/** Once around the page: no style elements, which the policy forbids, and one place for messages. */
export function UiProvider({ messagesLabel, closeLabel, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      {children}
      <ToastRegion label={messagesLabel} closeLabel={closeLabel} />
    </CSPProvider>
  );
}
