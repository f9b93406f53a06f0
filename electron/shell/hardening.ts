import type { App, Session } from 'electron';
import type { Page } from '#host/pages.ts';
import { DEBUG_SWITCHES, isLocalRequest } from './policy.ts';
import { servePages } from './protocol.ts';

/** Before the app is ready: sandbox for every renderer, no name resolution, no start under a debugger once packaged. */
export function hardenApp(app: App): void {
  app.enableSandbox();
  if (app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) app.exit(1);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

/** Pages stay where they are: no navigation, redirect, new window or embedded view, whatever the address. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** A session that serves our pages and nothing else: no permission, device, download, spell-check fetch, proxy or network. */
export async function hardenSession(session: Session, pages: ReadonlyMap<string, Page>): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://bundle/none/');
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isLocalRequest(request.url) }));
  session.protocol.handle('app', servePages(pages));
  await session.setProxy({ mode: 'direct' });
}
