import * as fc from 'fast-check';
import { basename, join, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearestSafeName, safeName } from '../../electron/host/safe-name.ts';

describe('a name of a workspace', () => {
  it.each(['Kaffe', 'Norrland Kaffe AB', 'Kund 2026-09', 'Åre & Östersund (test)', 'a.b', "L'Oréal"])(
    'may be %s',
    (name) => {
      expect(safeName(name)).toBe(name);
    },
  );

  it('loses the spaces around it', () => {
    expect(safeName('  Kaffe ')).toBe('Kaffe');
  });

  it.each([
    '',
    '   ',
    '.',
    '..',
    'a..b',
    '../x',
    'a/b',
    'a\\b',
    'C:x',
    'a\0b',
    'a\nb',
    'con',
    'CON',
    'nul.txt',
    'Com1',
    'lpt9.x',
    'slut.',
    '.dold',
    'a*',
    'a?',
    'a"b',
    '<b>',
    'a|b',
    'a\u202eb',
    'x'.repeat(121),
  ])('may not be %j', (name) => {
    expect(() => safeName(name)).toThrow(expect.objectContaining({ code: 'E_BAD_REQUEST' }));
  });

  it('is always one part of a path, on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 130 }), (name) => {
        let safe: string;
        try {
          safe = safeName(name);
        } catch {
          safe = nearestSafeName(name);
        }
        expect(basename(join('/root', safe))).toBe(safe);
        expect(win32.basename(win32.join('C:\\root', safe))).toBe(safe);
        expect(safe.length).toBeLessThanOrEqual(125);
      }),
      { numRuns: 5000, seed: 22 },
    );
  });

  it('keeps what it can of a file that is to be saved', () => {
    expect(nearestSafeName('försäljning 2026.csv')).toBe('försäljning 2026.csv');
    expect(nearestSafeName('../../etc/passwd')).toBe('-.-etc-passwd');
    expect(nearestSafeName('')).toBe('file-');
    expect(nearestSafeName('aux.csv')).toBe('file-aux.csv');
  });
});
