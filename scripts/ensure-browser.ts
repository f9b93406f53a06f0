import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '#host/find-browser.ts';

type Found = { readonly path: string } | { readonly path: null; readonly sentence: string };

const minutes = 60_000;

function succeeds(command: string, args: readonly string[], limit: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', timeout: limit, env }).status === 0;
}

/** Debian's own package, where this user may install one. */
function installDebianChromium(): boolean {
  if (!existsSync('/etc/debian_version')) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (limit: number, ...args: readonly string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    return succeeds(command, rest, limit);
  };
  console.log("No Chromium, Chrome or Edge here: installing Debian's chromium for the end-to-end tests …");
  apt(3 * minutes, 'update');
  return apt(5 * minutes, 'install', '-y', '--no-install-recommends', 'chromium');
}

function installPlaywrightChromium(): boolean {
  console.log('Downloading the Chromium that Playwright offers …');
  return succeeds(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], 3 * minutes);
}

/** A browser for the end-to-end tests: the machine's own, or one installed now, or a sentence saying what to install. */
export function ensureBrowser(): Found {
  for (const install of [() => true, installDebianChromium, installPlaywrightChromium]) {
    const path = install() ? findBrowser() : null;
    if (path !== null) return { path };
  }
  return {
    path: null,
    sentence:
      'No browser could be found or installed, so the end-to-end tests cannot run: install Chromium, Chrome or Edge, or set CHROME_PATH to one.',
  };
}
