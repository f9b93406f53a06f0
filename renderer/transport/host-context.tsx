import { createContext, use } from 'react';
import type { HostBridge } from './host-bridge.ts';

const HostContext = createContext<HostBridge | null>(null);

export const HostProvider = HostContext.Provider;

/** The bridge to the program around the page. */
export function useHost(): HostBridge {
  const host = use(HostContext);
  if (host === null) throw new Error('useHost outside HostProvider');
  return host;
}
