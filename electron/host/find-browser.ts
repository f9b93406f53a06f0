import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome'];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const linuxPlaces = ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];

const playwrightBuilds = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
];

/** Where Playwright keeps the browsers it has downloaded. */
function playwrightCache({ platform, env, home }: Machine): string {
  if (env['PLAYWRIGHT_BROWSERS_PATH'] !== undefined) return env['PLAYWRIGHT_BROWSERS_PATH'];
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ms-playwright');
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright');
}

/**
 * Every path where this machine may keep a Chromium, Chrome or Edge, best first: CHROME_PATH, the programs on PATH,
 * the system's usual places, Playwright's downloads. Nothing is looked up; `cached` are the folder names in Playwright's cache.
 */
export function browserCandidates(machine: Machine, cached: readonly string[]): readonly string[] {
  const { platform, env, home } = machine;
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(platform === 'win32' ? ';' : ':').filter(Boolean);
  const programs = onPath.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));

  const usual =
    platform === 'darwin'
      ? ['/', home].flatMap((root) =>
          macApps.map((app) => join(root, 'Applications', `${app}.app`, 'Contents', 'MacOS', app)),
        )
      : platform === 'win32'
        ? [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].flatMap((root) =>
            root === undefined ? [] : windowsPrograms.map((parts) => join(root, ...parts)),
          )
        : linuxPlaces;

  const newestFirst = cached
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted()
    .toReversed();
  const downloaded = newestFirst.flatMap((name) =>
    playwrightBuilds.map((parts) => join(playwrightCache(machine), name, ...parts)),
  );
  return [...(env['CHROME_PATH'] ? [env['CHROME_PATH']] : []), ...programs, ...usual, ...downloaded];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of a Chromium, Chrome or Edge on this machine, or null where there is none. */
export function findBrowser(): string | null {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  let cached: readonly string[] = [];
  try {
    cached = readdirSync(playwrightCache(machine));
  } catch {
    // No such folder: Playwright has downloaded nothing.
  }
  return browserCandidates(machine, cached).find(isProgram) ?? null;
}
