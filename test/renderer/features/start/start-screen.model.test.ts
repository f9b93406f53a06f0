import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workspaceNameFrom } from '../../../../renderer/features/start/start-screen.model.ts';

describe('a workspace named after a file', () => {
  it('leaves the ending out', () => {
    expect(workspaceNameFrom('fakturarader-2026-09.csv')).toBe('fakturarader-2026-09');
    expect(workspaceNameFrom('Sample - Superstore.xls')).toBe('Sample - Superstore');
    expect(workspaceNameFrom('Café Björk AB 1.5.xlsx')).toBe('Café Björk AB 1.5');
  });

  it('has no name to give for a file that is all ending', () => {
    expect(workspaceNameFrom('.csv')).toBeNull();
    expect(workspaceNameFrom('...')).toBeNull();
  });

  it('never holds what a file name may not, nor is it too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = workspaceNameFrom(text);
        if (name === null) return;
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[\s.]|[\s.]$/u);
        expect(name.length).toBeLessThanOrEqual(120);
      }),
      { seed: 7 },
    );
  });
});
