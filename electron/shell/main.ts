import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { logToStderr } from '#host/failures.ts';
import { settingsHere } from '#host/host-settings.ts';
import { listPages, pagesFolder } from '#host/pages.ts';
import { withPrinter } from '#host/printing-host.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import { guardContents, hardenApp, hardenSession } from './hardening.ts';
import { handleCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { APP_ADDRESS } from './policy.ts';
import { APP_SCHEME } from './protocol.ts';
import { mainWindowOptions, webPreferences } from './window.ts';
import { windowPrinter } from './window-printer.ts';

const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));
const known = new Set<number>();

function openMainWindow(): void {
  const window = new BrowserWindow(mainWindowOptions(preload, !app.isPackaged));
  const { id } = window.webContents;
  known.add(id);
  window.once('ready-to-show', () => window.show());
  window.once('closed', () => known.delete(id));
  void window.loadURL(APP_ADDRESS);
}

async function start(): Promise<void> {
  await app.whenReady();
  app.configureHostResolver({ secureDnsMode: 'off' });
  const pages = listPages(fileURLToPath(pagesFolder()));
  const printing = session.fromPartition('print');
  await Promise.all([session.defaultSession, printing].map((each) => hardenSession(each, pages)));

  const temporary = temporaryFolder();
  const engine = startWorkerHost(settingsHere('electron', temporary));
  const printer = windowPrinter(
    (options) =>
      new BrowserWindow({
        ...options,
        webPreferences: { ...webPreferences(preload, false), session: printing },
      }),
    known,
  );
  const host = withPrinter(engine, printer, temporary, logToStderr);
  handleCalls(ipcMain, { host, dialog, known, log: logToStderr });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.getLocale(), process.platform)));

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void host.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openMainWindow();
  });
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  openMainWindow();
}

protocol.registerSchemesAsPrivileged([APP_SCHEME]);
hardenApp(app);
guardContents(app);
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
if (app.requestSingleInstanceLock()) void start();
else app.quit();
