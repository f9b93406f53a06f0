import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

export function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    enableWebSQL: false,
  };
}

export function mainWindowOptions(preload: string, devTools: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Nyckeltal',
    width: 1440,
    height: 930,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    webPreferences: webPreferences(preload, devTools),
  };
}
