import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readText } from '../support/tree.ts';

const names = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: names, devDependencies: names }).parse(JSON.parse(readText('package.json')));

const lockEntry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
});
type LockEntry = z.infer<typeof lockEntry>;
const lock = z
  .object({ packages: z.record(z.string(), lockEntry) })
  .parse(JSON.parse(readText('package-lock.json'))).packages;

const installed = Object.entries(lock).filter(([path]) => path !== '');

/** Where Node finds `name` from the package at `from`: the nearest node_modules upwards. */
function locate(from: string, name: string): string | null {
  const path = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (path in lock) return path;
  return from === '' ? null : locate(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

const needs = (entry: LockEntry) => [
  ...Object.keys(entry.dependencies),
  ...Object.keys(entry.optionalDependencies),
  ...Object.keys(entry.peerDependencies).filter((name) => !(entry.peerDependenciesMeta[name]?.optional ?? false)),
];

/** Everything that travels with the product: the runtime dependencies and what they need in turn. */
function shippedTree(): readonly string[] {
  const seen = new Set<string>();
  const visit = (from: string, wanted: readonly string[]) => {
    for (const name of wanted) {
      const path = locate(from, name);
      const entry = path === null ? undefined : lock[path];
      if (path === null || entry === undefined || seen.has(path)) continue;
      seen.add(path);
      visit(path, needs(entry));
    }
  };
  visit('', Object.keys(manifest.dependencies));
  return [...seen];
}

describe('the packages we depend on', () => {
  const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  it('are pinned to one version each', () => {
    expect(direct.length).toBeGreaterThan(20);
    expect(direct.filter(([, range]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-r\.\d+)?$/.test(range))).toEqual([]);
  });

  it('are at most 16 at run time, and 48 with everything they need', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(16);
    const tree = shippedTree();
    expect(tree.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(tree.length).toBeLessThanOrEqual(48);
  });

  it('are locked by hash, every one, from whatever registry npm is set to, never from git or a URL', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(
      installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path),
    ).toEqual([]);
    expect(installed.flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path]))).toEqual([]);
  });

  it('are locked for every platform, without which npm refuses the lock elsewhere', () => {
    const missing = installed.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => locate(path, name) === null)
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('run no script when they are installed, but for the one that fetches Node 24', () => {
    const shipped = shippedTree();
    expect(shipped.filter((path) => lock[path]?.hasInstallScript)).toEqual([]);
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted).toEqual(['node_modules/electron-winstaller', 'node_modules/node']);
  });

  it('may be passed on: each shipped one under a permissive licence', () => {
    const allowed = [
      'MIT',
      'ISC',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'Apache-2.0',
      '0BSD',
      'CC0-1.0',
      'OFL-1.1',
      'BlueOak-1.0.0',
      'Zlib',
    ];
    // '(MIT OR GPL-3.0-or-later)' leaves the choice, '(MIT AND Zlib)' asks for both.
    const isAllowed = (license: string): boolean =>
      license
        .replaceAll(/^\(|\)$/g, '')
        .split(' OR ')
        .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));
    const licences = shippedTree().map((path) => {
      const { license } = z
        .object({ license: z.string().default('none') })
        .parse(JSON.parse(readText(`${path}/package.json`)));
      return { path, license };
    });
    expect(licences.filter(({ license }) => !isAllowed(license))).toEqual([]);
  });

  it('leave out the frozen and vulnerable xlsx: the name stands for the maintained republication', () => {
    const { name } = z.object({ name: z.string() }).parse(JSON.parse(readText('node_modules/xlsx/package.json')));
    expect(name).toBe('@e965/xlsx');
  });
});
