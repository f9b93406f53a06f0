import { spawn } from 'node:child_process';
import { accessSync, constants, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Command = { readonly program: string; readonly args: readonly string[] };

/** How this system opens a file in the default browser; null where it has no browser to open (no desktop, no xdg-open). */
export function openCommand(
  file: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  isThere: (program: string) => boolean,
): Command | null {
  if (platform === 'darwin') return { program: 'open', args: [file] };
  if (platform === 'win32') return { program: 'explorer.exe', args: [file] };
  const desktop = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  if (!desktop || !isThere('xdg-open')) return null;
  return { program: 'xdg-open', args: [pathToFileURL(file).href] };
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Opens the default browser at the address. The address holds a one-time code and every program may read another's
 * command line, so the browser is given a private file (mode 0600) that leads on to it and is removed after a minute.
 * False where there is no browser to open.
 */
export function openBrowser(address: string, folder: string): boolean {
  const file = join(folder, 'open.html');
  const command = openCommand(file, process.platform, process.env, isOnPath);
  if (command === null) return false;
  const page = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>Nyckeltal</title>`;
  writeFileSync(file, page, { mode: 0o600 });
  setTimeout(() => rmSync(file, { force: true }), 60_000).unref();
  const child = spawn(command.program, command.args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
  return true;
}
