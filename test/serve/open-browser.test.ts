import { describe, expect, it } from 'vitest';
import { openCommand } from '../../electron/serve/open-browser.ts';

const desktop = { DISPLAY: ':0' };
const yes = (): boolean => true;

describe('opening the default browser', () => {
  it('goes through the system’s own opener', () => {
    expect(openCommand('/t/open.html', 'linux', desktop, yes)).toEqual({
      program: 'xdg-open',
      args: ['file:///t/open.html'],
    });
    expect(openCommand('/t/open.html', 'darwin', {}, yes)).toEqual({ program: 'open', args: ['/t/open.html'] });
    expect(openCommand('C:\\t\\open.html', 'win32', {}, yes)).toMatchObject({ args: ['C:\\t\\open.html'] });
  });

  it('is not tried without a desktop or an opener', () => {
    expect(openCommand('/t/open.html', 'linux', {}, yes)).toBeNull();
    expect(openCommand('/t/open.html', 'linux', desktop, () => false)).toBeNull();
  });

  it('never puts an address, and so never a code, on a command line', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(JSON.stringify(openCommand('/t/open.html', platform, desktop, yes))).not.toMatch(/http|code=/);
  });
});
