import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserCandidates, findBrowser } from '#host/find-browser.ts';

describe('where a browser may be', () => {
  it('is asked for first in CHROME_PATH, then on PATH, then in the usual places, then among downloads', () => {
    const machine = { platform: 'linux', env: { CHROME_PATH: '/c', PATH: '/a:/b' }, home: '/h' } as const;
    const places = browserCandidates(machine, ['chromium-1100', 'chromium-1200', 'ffmpeg-1011']);
    expect(places[0]).toBe('/c');
    expect(places.slice(1, 3)).toEqual(['/a/chromium', '/b/chromium']);
    expect(places.indexOf('/opt/google/chrome/chrome')).toBeGreaterThan(places.indexOf('/b/google-chrome'));
    const newer = places.indexOf('/h/.cache/ms-playwright/chromium-1200/chrome-linux/chrome');
    const older = places.indexOf('/h/.cache/ms-playwright/chromium-1100/chrome-linux/chrome');
    expect(newer).toBeGreaterThan(places.indexOf('/opt/google/chrome/chrome'));
    expect(older).toBeGreaterThan(newer);
    expect(places.filter((place) => place.includes('ffmpeg'))).toEqual([]);
  });

  it('knows the applications of macOS', () => {
    const places = browserCandidates({ platform: 'darwin', env: {}, home: '/Users/eva' }, []);
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain('/Users/eva/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  });

  it('knows the program folders of Windows', () => {
    const places = browserCandidates({ platform: 'win32', env: { ProgramFiles: 'P' }, home: 'H' }, []);
    expect(places.map((place) => place.replaceAll('\\', '/'))).toContain('P/Microsoft/Edge/Application/msedge.exe');
  });
});

describe('finding a browser here', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'browser-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'none'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('takes the program CHROME_PATH names', () => {
    const program = join(folder, 'my-browser');
    writeFileSync(program, '');
    chmodSync(program, 0o755);
    vi.stubEnv('CHROME_PATH', program);
    expect(findBrowser()).toBe(program);
  });

  it('passes over a file that is no program and a folder of the right name', () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, '');
    chmodSync(text, 0o644);
    vi.stubEnv('CHROME_PATH', text);
    const program = join(folder, 'google-chrome');
    writeFileSync(program, '');
    chmodSync(program, 0o755);
    expect(findBrowser()).toBe(program);
  });
});
