import { electronBridge, type PreloadApi } from './electron-bridge.ts';
import type { HostBridge } from './host-bridge.ts';
import { httpBridge } from './http-bridge.ts';
import { openHttpSession } from './http-session.ts';

declare global {
  interface Window {
    readonly nyckeltal?: PreloadApi;
  }
}

/** The shell this page runs in: the window's preload where there is one, else the program that served the page. Null when it is gone. */
export async function connect(code: string | null): Promise<HostBridge | null> {
  if (window.nyckeltal !== undefined) return electronBridge(window.nyckeltal);
  const session = await openHttpSession(code);
  return session === null ? null : httpBridge(session);
}
