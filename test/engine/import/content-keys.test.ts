import { describe, expect, it } from 'vitest';
import { addNumberKeys, hashText, TextKeys } from '#engine/import/content-keys.ts';
import { RowIndex } from '#engine/import/row-index.ts';

function collisions(keys: Int32Array): number {
  const rows = keys.length / 2;
  const index = new RowIndex(rows, rows);
  for (let row = 0; row < rows; row++) index.put(keys[2 * row] ?? 0, keys[2 * row + 1] ?? 0, row);
  let distinct = 0;
  for (let i = 0; i < keys.length; i += 2) {
    const found = index.take(keys[i] ?? 0, keys[i + 1] ?? 0);
    if (found >= 0 && index.first(keys[i] ?? 0, keys[i + 1] ?? 0) < 0) distinct++;
  }
  return rows - distinct;
}

describe('content keys', () => {
  it('do not collide over two hundred thousand texts, nor over as many numbers of two fields', () => {
    const texts = ['', ...Array.from({ length: 200_000 }, (_, i) => `US-2019-${String(100_000 + i)}`)];
    const rows = texts.length - 1;
    const codes = Int32Array.from({ length: rows }, (_, i) => i + 1);
    const byText = new Int32Array(2 * rows);
    new TextKeys('order').add(byText, codes, texts, rows);
    expect(collisions(byText)).toBe(0);

    const numbers = new Int32Array(2 * rows);
    const [first, second] = [
      Float64Array.from(codes, (code) => (code % 1000) * 10_000),
      Float64Array.from(codes, (code) => Math.floor(code / 1000) * 10_000),
    ];
    addNumberKeys(numbers, hashText('amount'), first, NaN, rows);
    addNumberKeys(numbers, hashText('cost'), second, NaN, rows);
    expect(collisions(numbers)).toBe(0);
  });

  it('tell numbers apart that agree in their low 32 bits', () => {
    const keys = new Int32Array(6);
    addNumberKeys(keys, hashText('amount'), Float64Array.of(5, 5 + 2 ** 32, 5 + 2 ** 40), NaN, 3);
    expect(new Set([`${keys[0]},${keys[1]}`, `${keys[2]},${keys[3]}`, `${keys[4]},${keys[5]}`]).size).toBe(3);
  });
});
