import { contextBridge, ipcRenderer, webUtils } from 'electron';

const CHANNEL = 'nyckeltal:call';

/** The one object the page sees: five functions, one channel, plain values in and out. */
contextBridge.exposeInMainWorld('nyckeltal', {
  call: (method: string, input: unknown) => ipcRenderer.invoke(CHANNEL, { do: 'call', method, input }),
  addFile: (file: File) => ipcRenderer.invoke(CHANNEL, { do: 'addFile', path: webUtils.getPathForFile(file) }),
  save: (downloadId: string) => ipcRenderer.invoke(CHANNEL, { do: 'save', downloadId }),
  pickWorkspace: () => ipcRenderer.invoke(CHANNEL, { do: 'pickWorkspace' }),
  pickFolder: () => ipcRenderer.invoke(CHANNEL, { do: 'pickFolder' }),
});
