import { describe, expect, test } from 'vitest';
import { fileName } from '../../../renderer/charts/export/export-chart.ts';
import { wrapped } from '../../../renderer/charts/export/compose.model.ts';
import { hatch } from '../../../renderer/charts/scene/hatch.ts';
import { faint, INKS, sixDigits, type Ink, type Inks } from '../../../renderer/charts/scene/inks.ts';
import { blended, contrast, readableOn } from '../../../renderer/charts/scene/readable-on.ts';
import { sceneMark, svgText } from '../../../renderer/charts/scene/scene-marks.ts';
import { sparkPath } from '../../../renderer/charts/sparkline.model.ts';
import { cutText, moved, path, rect, text } from '../../../renderer/charts/scene/scene.ts';

const of = Object.fromEntries(INKS.map((ink) => [ink, '#808080'])) as Record<Ink, string>;
const inks: Inks = {
  font: 'Inter, "Segoe UI"',
  of: { ...of, ink: '#16191d', surface: '#ffffff', actual: '#24405e', 'series-3': '#a9bbd5' },
};

test('a sparkline from the bottom left to the top right, with a gap where a month has no value', () => {
  expect(sparkPath([0, 10], 100, 20)).toEqual({ path: 'M3 17L97 3', end: { x: 97, y: 3 } });
  expect(sparkPath([5, 5, 5], 100, 20).path).toBe('M3 10L50 10L97 10');
  expect(sparkPath([0, null, 10], 100, 20).path).toBe('M3 17M97 3');
});

describe('colours', () => {
  test('are whole before they are reckoned with', () => {
    expect(sixDigits('#fff')).toBe('#ffffff');
    expect(faint('#24405e', 0.4)).toBe('#24405e66');
    expect(faint('#24405e', 1)).toBe('#24405e');
    expect(blended('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
  test('contrast as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
  test('text on a mark is the one that reads better', () => {
    expect(readableOn('actual', inks)).toBe('surface');
    expect(readableOn('series-3', inks)).toBe('ink');
    expect(readableOn('actual', inks, 0.1)).toBe('ink');
  });
});

test('hatching stays within its box', () => {
  const strokes = hatch({ left: 10, top: 20, width: 10, height: 10 }, 'actual');
  expect(strokes.map((each) => (each.shape === 'path' ? each.spots : []))).toEqual([
    [{ x: 10, y: 25 }, { x: 15, y: 20 }],
    [{ x: 10, y: 30 }, { x: 20, y: 20 }],
    [{ x: 15, y: 30 }, { x: 20, y: 25 }],
  ]); // prettier-ignore
});

test('a text is cut to its room', () => {
  const widthOf = (words: string): number => words.length * 10;
  expect(cutText('Väst', 40, widthOf)).toBe('Väst');
  expect(cutText('Stockholm', 45, widthOf)).toBe('Sto…');
  expect(wrapped('ett två tre', 75, widthOf)).toEqual(['ett två', 'tre']);
});

test('shapes move as one', () => {
  expect(moved([rect(1, 2, 3, 4, 'ink'), path('ink', [{ x: 0, y: 0 }]), text('a', 5, 6)], 10, 20)).toEqual([
    rect(11, 22, 3, 4, 'ink'),
    path('ink', [{ x: 10, y: 20 }]),
    text('a', 15, 26),
  ]);
});

describe('an SVG file', () => {
  test('has its colours written out and its names as text, never as markup', () => {
    const shapes = [rect(0, 0, 10, 5, 'actual'), text('<img onerror="x"> & \u0000co', 1, 2)];
    const file = svgText({ width: 10, height: 5, shapes }, inks, 'A & <b>');
    expect(file).toContain('fill="#24405e"');
    expect(file).toContain('&lt;img onerror=&quot;x&quot;&gt; &amp; co</text>');
    expect(file).toContain('<title>A &amp; &lt;b&gt;</title>');
    expect(file).toContain('font-family="Inter, &quot;Segoe UI&quot;"');
    expect(file).not.toMatch(/<img/);
  });
  test('on the page its colours are tokens', () => {
    expect(sceneMark(rect(0, 0, 1, 1, 'good'), (ink) => `var(--${ink})`).attributes['fill']).toBe('var(--good)');
  });
});

test("a file's name keeps what every system allows", () => {
  expect(fileName('Intäkter, jan–sep 2026: "tkr"')).toBe('Intäkter, jan–sep 2026 tkr');
  expect(fileName('../../x')).toBe('.. .. x');
  expect(fileName('***')).toBe('Nyckeltal');
});
