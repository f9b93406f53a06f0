import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSteps } from '#engine/names/all-steps.ts';
import { editDistance } from '#engine/names/edit-distance.ts';
import { spellingPairs } from '#engine/names/spelling-pairs.ts';

/** Distance by its definition, without limit or shortcut; `swaps` of two letters count as one. */
function plainDistance(a: string, b: string, swaps: boolean): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const swap = swaps && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = rows[i];
      if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  return at(a.length, b.length);
}

describe('the distance between two words', () => {
  it.each([
    ['technology', 'technolgy', 1],
    ['gustavsson', 'gustafsson', 1],
    ['christensen', 'kristensen', 2],
    ['ekström', 'eksrtöm', 1],
    ['berg', 'berg', 0],
    ['', 'ab', 2],
    ['mörkrost', 'ljusrost', 3],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('is that of the definition, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ö'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(plainDistance(a, b, true), most + 1));
      }),
      { numRuns: 2000, seed: 20_261_121 },
    );
  });
});

describe('names that differ in a letter or two', () => {
  it.each([
    [['karlsson', 'bygg'], ['carlsson', 'bygg'], 1],
    [['bygg', 'johansson'], ['johanson', 'bygg'], 1],
    [['andersson', 'anna'], ['anna', 'anderson'], 1],
    [['internationella'], ['internatonela'], 2],
  ])('%j and %j', (a, b, distance) => {
    expect(allSteps(spellingPairs([a, b]))).toEqual([{ a: 0, b: 1, distance }]);
  });

  it.each([
    ['in two words', ['karlsson', 'byggtjänst'], ['carlsson', 'byggtjanst']],
    ['in their first sound', ['hansson'], ['jansson']],
    ['in a short word', ['region', 'norr'], ['region', 'nord']],
    ['in a figure', ['modell', 'x1234'], ['modell', 'x1235']],
    ['by a word', ['gtx', 'basic'], ['gtx', 'basic', 'deluxe']],
    ['too much', ['peters'], ['petra']],
  ])('are not those that differ %s', (_, a, b) => {
    expect(allSteps(spellingPairs([a, b]))).toEqual([]);
  });

  it('are found among many as one by one', () => {
    const part = fc.constantFrom('ber', 'gst', 'röm', 'lun', 'dqv', 'ist', 'nor', 'dal');
    const word = fc.array(part, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(''));
    /** A word, and it with one letter or two left out, doubled, changed or swapped. */
    const twoSpellings = fc
      .tuple(word, fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'change', 'swap'), fc.boolean())
      .map(([whole, at, second, slip, twice]) => {
        const once = (text: string, place: number): string => {
          const i = 1 + (place % (text.length - 2));
          const [before, letter, next, after] = [text.slice(0, i), text[i] ?? '', text[i + 1] ?? '', text.slice(i + 2)];
          if (slip === 'drop') return before + next + after;
          if (slip === 'double') return before + letter + letter + next + after;
          return slip === 'change' ? `${before}y${next}${after}` : before + next + letter + after;
        };
        return [whole, twice ? once(once(whole, at), second) : once(whole, at)];
      });
    let pairs = 0;
    fc.assert(
      fc.property(fc.array(twoSpellings, { minLength: 30, maxLength: 45 }), (spellings) => {
        const words = [...new Set(spellings.flat())];
        const found = allSteps(spellingPairs(words.map((one) => [one])));
        const close = words.flatMap((a, i) =>
          words.slice(i + 1).flatMap((b, j) => {
            const shorter = Math.min(a.length, b.length);
            const distance = plainDistance(a, b, true);
            if (a[0] !== b[0] || distance > (shorter < 5 ? 0 : shorter < 12 ? 1 : 2)) return [];
            // Two slips of which one swaps letters across the thirds may leave no third whole.
            return [{ a: i, b: i + 1 + j, distance, sure: distance === 1 || plainDistance(a, b, false) === 2 }];
          }),
        );
        const isIn = (list: readonly { a: number; b: number }[], one: { a: number; b: number }): boolean =>
          list.some(({ a, b }) => a === one.a && b === one.b);
        expect(found.filter((pair) => !isIn(close, pair))).toEqual([]);
        expect(close.filter((pair) => pair.sure && !isIn(found, pair))).toEqual([]);
        pairs += close.length;
      }),
      { numRuns: 20, seed: 20_261_121 },
    );
    expect(pairs).toBeGreaterThan(300);
  });
});
