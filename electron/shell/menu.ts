import type { MenuItemConstructorOptions } from 'electron';

const words = {
  en: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  sv: { file: 'Arkiv', edit: 'Redigera', view: 'Visa', window: 'Fönster' },
} as const;

/** The system's standard menus; everything else is in the page, where it has the same name in every shell. */
export function menuTemplate(locale: string, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const text = words[locale.startsWith('sv') ? 'sv' : 'en'];
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...mac,
    { label: text.file, submenu: [{ role: platform === 'darwin' ? 'close' : 'quit' }] },
    {
      label: text.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: text.window, submenu: [{ role: 'minimize' }, { role: 'zoom' }] },
  ];
}
