import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NameCodes } from '#store/name-codes.ts';

it('finds each name under its code, as a map does', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.stringMatching(/^SO-\d{2}$/));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 400 }), (given) => {
      const names = [''];
      const codes = new NameCodes(names);
      const map = new Map<string, number>();
      for (const each of given) {
        expect(codes.codeOf(each)).toBe(map.get(each) ?? 0);
        if (map.has(each)) continue;
        const code = names.push(each) - 1;
        codes.add(code);
        map.set(each, code);
      }
      for (const [each, code] of map) expect(codes.codeOf(each)).toBe(code);
    }),
    { seed: 5, numRuns: 200 },
  );
});
