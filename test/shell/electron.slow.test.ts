import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAll, isStale } from '../../scripts/build.ts';
import { root } from '../support/tree.ts';

const folder = join(root, 'node_modules', 'electron');
const pathFile = join(folder, 'path.txt');
const program = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : '';
const hasDisplay =
  process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) !== undefined;

/** The real window. It runs where Electron's program is, on a desktop, as an ordinary user: its sandbox refuses root. */
describe.skipIf(!existsSync(program) || !hasDisplay || process.getuid?.() === 0)('the Electron window', () => {
  const home = mkdtempSync(join(tmpdir(), 'nyckeltal-electron-'));
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    if (isStale()) await buildAll();
    const env = { ...process.env, NYCKELTAL_HOME: home } as Record<string, string>;
    app = await _electron.launch({ executablePath: program, args: [join(root, 'dist/main/main.js')], env });
    page = await app.firstWindow();
  });
  afterAll(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows our own page, without Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
    const offered = ['call', 'addFile', 'save', 'pickWorkspace', 'pickFolder'];
    expect(await page.evaluate('Object.keys(window.nyckeltal)')).toEqual(offered);
  });

  it('answers the contract', async () => {
    const info: unknown = await page.evaluate("window.nyckeltal.call('app.info', {})");
    expect(info).toMatchObject({ ok: true, value: { shell: 'electron', canPrint: true } });
  });

  it('stays where it is', async () => {
    await page.evaluate("location.href = 'https://example.com/'").catch(() => undefined);
    await page.evaluate("window.open('https://example.com/')");
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    expect(app.windows()).toHaveLength(1);
  });
});
