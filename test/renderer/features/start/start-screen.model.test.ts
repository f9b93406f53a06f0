import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from '#host/safe-name.ts';
import { isWorkspaceName, workspaceNameFrom } from '../../../../renderer/features/start/start-screen.model.ts';

function hostTakes(name: string): boolean {
  try {
    safeName(name);
    return true;
  } catch {
    return false;
  }
}
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 130 }),
  fc.constantFrom(
    'Kund: A/B',
    'con',
    'NUL.csv',
    'com1',
    'a..b',
    '.dold',
    'slut.',
    ' Café Björk ',
    '\u202eabc',
    '',
    '   ',
  ),
);

describe('the name of a workspace', () => {
  it('is refused in the form where the host would refuse it', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(isWorkspaceName(name)).toBe(hostTakes(name));
      }),
      { seed: 5 },
    );
    expect(isWorkspaceName('Norrland Kaffe AB')).toBe(true);
    expect(isWorkspaceName('Kund: A/B')).toBe(false);
  });
});

describe('a workspace named after a file', () => {
  it('leaves the ending out', () => {
    expect(workspaceNameFrom('fakturarader-2026-09.csv')).toBe('fakturarader-2026-09');
    expect(workspaceNameFrom('Sample - Superstore.xls')).toBe('Sample - Superstore');
    expect(workspaceNameFrom('Café Björk AB 1.5.xlsx')).toBe('Café Björk AB 1.5');
  });

  it('has no name to give where nothing allowed is left', () => {
    expect(['.csv', '...', 'con.csv'].map(workspaceNameFrom)).toEqual([null, null, null]);
  });

  it('is always one the host takes', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const name = workspaceNameFrom(text);
        expect(name === null || hostTakes(name)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
