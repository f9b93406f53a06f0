import { describe, expect, test } from 'vitest';
import {
  contrastOnPaper,
  logoAddress,
  logoProblem,
  logoType,
  MOST_LOGO_BYTES,
} from '../../../../renderer/features/reports/logo.model.ts';
import { scaleOf, stepped, zoomOfKey } from '../../../../renderer/features/reports/zoom.model.ts';
import { reportSchema } from '../../../../shared/reports.ts';

describe('zoom', () => {
  test('fits the width there is, within what can be read', () => {
    expect(scaleOf('fit', 561, 1122)).toBe(0.5);
    expect(scaleOf('fit', 9000, 1122)).toBe(2);
    expect(scaleOf('fit', 10, 1122)).toBe(0.2);
    expect(scaleOf('fit', 500, 0)).toBe(1);
    expect(scaleOf(125, 10, 1122)).toBe(1.25);
  });

  test('goes step by step from what is shown, to its ends', () => {
    expect(stepped(0.83, 1)).toBe(100);
    expect(stepped(0.83, -1)).toBe(75);
    expect(stepped(1, 1)).toBe(125);
    expect(stepped(2, 1)).toBe(200);
    expect(stepped(0.3, -1)).toBe(50);
  });

  test('has the keys that readers of pages have', () => {
    expect(zoomOfKey('+', 1)).toBe(125);
    expect(zoomOfKey('=', 1)).toBe(125);
    expect(zoomOfKey('-', 1)).toBe(75);
    expect(zoomOfKey('0', 1)).toBe('fit');
    expect(zoomOfKey('a', 1)).toBeNull();
  });
});

describe('a logo', () => {
  const png = (bytes: number): Uint8Array => {
    const made = new Uint8Array(bytes);
    made.set([0x89, 0x50, 0x4e, 0x47]);
    return made;
  };

  test('is a PNG or JPEG by its bytes, of at most 300 kB', () => {
    expect(logoType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(logoProblem(png(100))).toBeNull();
    expect(logoProblem(png(MOST_LOGO_BYTES))).toBeNull();
    expect(logoProblem(png(MOST_LOGO_BYTES + 1))).toBe('size');
    expect(logoProblem(new TextEncoder().encode('<svg onload="x">'))).toBe('type');
    expect(logoProblem(new Uint8Array())).toBe('type');
  });

  test('is kept as the schema takes it, the largest as well', () => {
    const { brand } = reportSchema.shape;
    const given = { company: null, colour: null, confidentiality: null };
    for (const bytes of [5, MOST_LOGO_BYTES]) {
      const logo = logoAddress(png(bytes));
      expect(brand.safeParse({ ...given, logo }).success).toBe(true);
      expect(Buffer.from((logo ?? '').split(',')[1] ?? '', 'base64')).toHaveLength(bytes);
    }
    expect(logoAddress(new Uint8Array([1, 2, 3]))).toBeNull();
  });

  test('a heading’s contrast with paper is that of WCAG', () => {
    expect(contrastOnPaper('#ffffff')).toBe(1);
    expect(contrastOnPaper('#000000')).toBe(21);
    // Published: #767676 is the lightest grey that passes 4.5 on white, at 4.54.
    expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 2);
  });
});
