import { mkdtempSync, rmSync, readFileSync, statSync, writeFileSync, linkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileDesk } from '../../electron/host/file-desk.ts';
import { placesOn } from '../../electron/host/places.ts';
import { WorkspaceLibrary } from '../../electron/host/workspace-library.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nyckeltal-places-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('where things lie', () => {
  const linux = { platform: 'linux', env: {}, home: '/home/anna', userDirs: '' } as const;

  it('on Linux follows the desktop’s own names', () => {
    expect(placesOn(linux)).toEqual({
      library: '/home/anna/Documents/Nyckeltal',
      config: '/home/anna/.config/nyckeltal',
    });
    const swedish = { ...linux, userDirs: 'XDG_DESKTOP_DIR="$HOME/Skrivbord"\nXDG_DOCUMENTS_DIR="$HOME/Dokument"\n' };
    expect(placesOn(swedish).library).toBe('/home/anna/Dokument/Nyckeltal');
    expect(placesOn({ ...linux, env: { XDG_CONFIG_HOME: '/c' } }).config).toBe('/c/nyckeltal');
  });

  it('on macOS and Windows is where their users look', () => {
    expect(placesOn({ ...linux, platform: 'darwin' }).config).toBe('/home/anna/Library/Application Support/Nyckeltal');
    expect(placesOn({ ...linux, platform: 'win32', env: { APPDATA: '/r' } }).config).toBe(join('/r', 'Nyckeltal'));
  });

  it('is one folder when NYCKELTAL_HOME says so', () => {
    expect(placesOn({ ...linux, env: { NYCKELTAL_HOME: '/x' } })).toEqual({
      library: '/x/workspaces',
      config: '/x/config',
    });
  });
});

describe('the library', () => {
  const library = (): WorkspaceLibrary =>
    new WorkspaceLibrary(join(root, 'workspaces'), join(root, 'config'), join(root, 'temporary'));

  it('makes a new path beside one that is taken', () => {
    const first = library().newPath('Kaffe');
    expect(first).toBe(join(root, 'workspaces', 'Kaffe.nyckeltal'));
    writeFileSync(first, '');
    expect(library().newPath('Kaffe')).toBe(join(root, 'workspaces', 'Kaffe 2.nyckeltal'));
  });

  it('lists recent ones first, then the rest of the folder, and knows them by id again', () => {
    for (const name of ['B', 'A']) writeFileSync(library().newPath(name), '');
    const elsewhere = join(root, 'elsewhere.nyckeltal');
    library().opened(elsewhere, '2026-11-21T10:00');
    library().opened(join(root, 'workspaces', 'B.nyckeltal'), '2026-11-21T11:00');
    const recent = library().recent();
    expect(recent.map(({ name, openedAt, present }) => [name, openedAt, present])).toEqual([
      ['B', '2026-11-21T11:00', true],
      ['elsewhere', '2026-11-21T10:00', false],
      ['A', null, true],
    ]);
    expect(library().path(recent[1]?.id ?? '')).toBe(elsewhere);
  });

  it('opens nothing that it has not listed', () => {
    expect(() => library().path('/etc/passwd')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
  });

  it('keeps its list to its user', () => {
    library().opened(join(root, 'a.nyckeltal'), '2026-11-21T10:00');
    expect(statSync(join(root, 'config', 'recent.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'config')).mode & 0o777).toBe(0o700);
  });

  it('forgets a damaged list instead of failing', () => {
    library().opened(join(root, 'a.nyckeltal'), '2026-11-21T10:00');
    const file = join(root, 'config', 'recent.json');
    for (const text of ['', '{', '[{"path":1}]', '[]extra', readFileSync(file, 'utf8').replace('path', '__proto__')]) {
      writeFileSync(file, text);
      expect(library().recent()).toEqual([]);
    }
  });
});

describe('the file desk', () => {
  it('knows files by id alone', () => {
    const desk = new FileDesk();
    const path = join(root, 'a.csv');
    writeFileSync(path, 'x');
    desk.addFile('f', { path, name: 'a.csv' });
    expect(desk.file('f', () => false)).toEqual({ path, name: 'a.csv' });
    expect(() => desk.file(path, () => false)).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
    rmSync(path);
    expect(() => desk.file('f', () => false)).toThrow(expect.objectContaining({ code: 'E_FILE_MISSING' }));
  });

  it('refuses the open workspace under any name', () => {
    const [open, other] = [join(root, 'open.nyckeltal'), join(root, 'harmless.csv')];
    writeFileSync(open, 'x');
    linkSync(open, other);
    const desk = new FileDesk();
    desk.addFile('f', { path: other, name: 'harmless.csv' });
    expect(() => desk.file('f', (path) => statSync(path).ino === statSync(open).ino)).toThrow(
      expect.objectContaining({ code: 'E_FILE_TYPE' }),
    );
  });

  it('refuses a folder', () => {
    const desk = new FileDesk();
    desk.addFile('f', { path: root, name: 'x' });
    expect(() => desk.file('f', () => false)).toThrow(expect.objectContaining({ code: 'E_FILE_TYPE' }));
  });
});
