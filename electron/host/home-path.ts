import { homedir } from 'node:os';
import { sep } from 'node:path';

/** A folder as its owner knows it: `~/Documents/Nyckeltal`. */
export function fromHome(folder: string): string {
  const home = homedir();
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}
