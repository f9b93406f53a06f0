import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Text of `user-dirs.dirs`, which names the documents folder on Linux (`Dokument` on a Swedish desktop). */
  readonly userDirs: string;
};

export interface Places {
  readonly library: string;
  readonly config: string;
}

function documents({ platform, env, home, userDirs }: Machine): string {
  if (platform !== 'linux') return join(home, 'Documents');
  const set = env['XDG_DOCUMENTS_DIR'] ?? /^XDG_DOCUMENTS_DIR="(.*)"$/m.exec(userDirs)?.[1];
  const path = set?.replace(/^\$HOME(?=\/|$)/, home);
  return path === undefined || !path.startsWith('/') || path === home ? join(home, 'Documents') : path;
}

function configFolder({ platform, env, home }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Nyckeltal');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Nyckeltal');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'nyckeltal');
}

/** Where workspaces and settings lie on a machine; `NYCKELTAL_HOME` puts both under one folder. */
export function placesOn(machine: Machine): Places {
  const own = machine.env['NYCKELTAL_HOME'];
  if (own !== undefined && own !== '') return { library: join(own, 'workspaces'), config: join(own, 'config') };
  return { library: join(documents(machine), 'Nyckeltal'), config: configFolder(machine) };
}

export function placesHere(): Places {
  const { platform, env } = process;
  const home = homedir();
  let userDirs = '';
  try {
    userDirs = readFileSync(join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs'), 'utf8');
  } catch {
    // Not a desktop: the usual folder will do.
  }
  return placesOn({ platform, env, home, userDirs });
}
