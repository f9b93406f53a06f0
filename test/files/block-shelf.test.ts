import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawBlock } from '#engine/import/raw-table.ts';
import { BlockShelf } from '#files/block-shelf.ts';

const before = process.env['TMPDIR'];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nyckeltal-shelf-'));
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const copyOf = ({ tags, values }: RawBlock): RawBlock => ({ tags: tags.slice(), values: values.slice() });
const blocks = fc.array(
  fc
    .tuple(
      fc.array(fc.nat(63), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(Uint16Array, Int32Array, Float64Array),
      fc.integer(),
    )
    .map(([tags, Values, seed]): RawBlock => ({
      tags: Uint8Array.from(tags),
      values: new Values(tags.map((_, row) => seed + row / 7)),
    })),
  { minLength: 1, maxLength: 20 },
);

describe('blocks on the shelf', () => {
  it('are the same in any order, however little may stand in memory', () => {
    fc.assert(
      fc.property(blocks, fc.nat(600), fc.nat(400), fc.array(fc.nat(19)), (given, held, loaded, order) => {
        const shelf = new BlockShelf(held, loaded);
        const expected = given.map(copyOf);
        const kept = given.map((block) => shelf.put(block));
        for (const at of [...order, ...given.keys()]) {
          const [one, whole] = [kept[at % given.length], expected[at % given.length]];
          expect([one?.tags, one?.values]).toEqual([whole?.tags, whole?.values]);
        }
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });

  it('are given away in memory: what comes back is another array', () => {
    const block: RawBlock = { tags: Uint8Array.of(17, 18), values: Int32Array.of(5, 6) };
    const inMemory = new BlockShelf(10, 10);
    expect(inMemory.put(block)).toBe(block);
    expect(inMemory.put(block).tags).not.toBe(block.tags);
  });

  it('stand in a file without a name', () => {
    const shelf = new BlockShelf(0, 0);
    const kept = shelf.put({ tags: Uint8Array.of(17), values: Int32Array.of(5) });
    expect(readdirSync(folder)).toEqual([]);
    expect([...kept.values]).toEqual([5]);
  });

  it('stay in memory where no such file can be made', () => {
    process.env['TMPDIR'] = join(folder, 'gone');
    const block: RawBlock = { tags: Uint8Array.of(17), values: Int32Array.of(5) };
    expect(new BlockShelf(0, 0).put(block)).toBe(block);
  });
});
