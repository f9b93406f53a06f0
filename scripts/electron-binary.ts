import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

type Electron = { readonly program: string } | { readonly program: null; readonly why: string };

const folder = join(import.meta.dirname, '..', 'node_modules', 'electron');
const downloads = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';

function installed(): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** A dead network must cost seconds here, not the minutes the download itself would wait. */
async function downloadAnswers(): Promise<boolean> {
  const version = packageJson.devDependencies.electron;
  const url = `${downloads}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

function noWindowHere(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'this session has no display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox and so does not run as root' : null;
}

/** The Electron program, downloaded once if it has to be, or why there is none. Never imports `electron`: that would download. */
export async function findElectron(): Promise<Electron> {
  const noWindow = noWindowHere();
  if (noWindow !== null) return { program: null, why: noWindow };
  const present = installed();
  if (present !== null) return { program: present };
  if (!(await downloadAnswers())) return { program: null, why: 'its program could not be downloaded' };
  console.log('Downloading Electron, this once …');
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  const program = installed();
  return program === null ? { program, why: 'its program could not be downloaded' } : { program };
}
