import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readText } from '../support/tree.ts';

const schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readText('node_modules/app-builder-lib/scheme.json')));
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const config = z.record(z.string(), z.unknown()).parse(parse(readText('electron-builder.yml')));

describe('electron-builder.yml', () => {
  it("is valid by electron-builder's own schema", () => {
    expect(isValid(config), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('would be refused with a key that does not exist, or a fuse that is no boolean', () => {
    expect(isValid({ ...config, asarUnpacked: ['**/*.node'] })).toBe(false);
    expect(isValid({ ...config, electronFuses: { runAsNode: 'off' } })).toBe(false);
  });

  it('decides every fuse it can set: wire 01001100 of the eight, WasmTrapHandlers keeping its default', () => {
    expect(config['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('compiles nothing, keeps native code outside the archive and looks for no update', () => {
    expect(config).toMatchObject({ npmRebuild: false, asarUnpack: ['**/*.node'], publish: null });
  });

  it('packs the bundles and better-sqlite3 with the binary of its target, and no other package', () => {
    const { files } = z.object({ files: z.array(z.string()) }).parse(config);
    const packages = files.filter((pattern) => pattern.includes('node_modules'));
    expect(packages[0]).toBe('!node_modules/**');
    expect(packages.slice(1).every((pattern) => pattern.startsWith('node_modules/better-sqlite3/'))).toBe(true);
    for (const [os, binary] of Object.entries({ linux: 'linux', mac: 'darwin', win: 'win32' })) {
      expect(config[os]).toMatchObject({
        files: [`!node_modules/better-sqlite3/prebuilds/!(${binary}-\${arch}.node)`],
      });
    }
  });
});
