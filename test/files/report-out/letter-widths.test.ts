import { describe, expect, it } from 'vitest';
import { linesIn, textWidth } from '#files/report-out/letter-widths.ts';

describe('widths of letters', () => {
  it('are those that Adobe publishes of Helvetica', () => {
    // 1 and 0 are 556, a space 278 and % 889 thousandths of 72 points, which are an inch.
    expect(textWidth('110 %', 72)).toBeCloseTo(3 * 0.556 + 0.278 + 0.889, 9);
    // W 944, A 667, i 222, l 222.
    expect(textWidth('WAil', 72)).toBeCloseTo(0.944 + 0.667 + 0.222 + 0.222, 9);
    expect(textWidth('å', 36)).toBe(textWidth('a', 36));
    expect(textWidth('a', 11, true)).toBeGreaterThan(textWidth('a', 11));
  });

  it('break lines between words, and words that are wider than a line', () => {
    // Eight letters of 0.556 inch: two words of three and a space between them fit into 3.7 inches.
    expect(linesIn('aaa aaa', 3.7, 72)).toBe(1);
    expect(linesIn('aaa aaa', 3.5, 72)).toBe(2);
    expect(linesIn('aaa\u00a0aaa', 3.5, 72)).toBe(2);
    expect(linesIn('a'.repeat(20), 5.57, 72)).toBe(2);
    expect(linesIn('', 1, 11)).toBe(1);
  });
});
