export const APP_ADDRESS = 'app://bundle/';

export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
  readonly detached: boolean;
}

/** Our own page, by protocol and host: `origin` is "null" for every scheme Node does not know. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === 'app:' && host === 'bundle' && username === '' && password === '';
}

/** The main frame of one of our windows. `frame` must be read before any `await`: it is null once the page is gone. */
export function isTrustedSender(frame: SenderFrame | null, contents: number, known: ReadonlySet<number>): boolean {
  return frame !== null && !frame.detached && frame.parent === null && known.has(contents) && isOwnUrl(frame.url);
}

const local: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** Whether a request may go out: only to ourselves. */
export function isLocalRequest(address: string): boolean {
  return URL.canParse(address) && local.has(new URL(address).protocol);
}

/** Switches that would open the app to other programs. */
export const DEBUG_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'disable-web-security',
] as const;
