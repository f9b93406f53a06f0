import { describe, expect, test } from 'vitest';
import { plain } from '../catalogue.ts';
import { chartOf, values } from '../../shared/charts/sample-model.ts';
import { pieOverlay } from '../../../renderer/charts/cartesian/pie.model.ts';
import { tickText } from '../../../renderer/charts/cartesian/settings.model.ts';

describe('one precision for a chart', () => {
  const round = { width: 400, height: 200, middle: { x: 200, y: 100 }, radius: 80 };
  const shares = (...given: readonly number[]): readonly string[] =>
    pieOverlay(chartOf('pie', [values(...given)]), 'rest', round, (words) => words.length * 6)
      .over.flatMap((each) => (each.shape === 'text' && each.weight === 600 ? [plain(each.text)] : []))
      .toSorted();
  test('a slice under a tenth gives all slices a decimal', () => {
    expect(shares(50, 30, 20)).toEqual(['20 %', '30 %', '50 %']);
    expect(shares(60, 31, 9)).toEqual(['31,0 %', '60,0 %', '9,0 %']);
  });
  test('ticks have the decimals that tell them apart, and no more', () => {
    const model = chartOf('scatter', [values(1)]);
    const text = (value: number, unit: 'ratio' | 'money' | 'count', step: number): string =>
      plain(tickText(value, unit, step, { ...model, scale: { step: 'thousand', decimals: 1 } }));
    expect([0.35, 0.355].map((value) => text(value, 'ratio', 0.005))).toEqual(['35,0 %', '35,5 %']);
    expect(text(0.35, 'ratio', 0.05)).toBe('35 %');
    expect(text(2_000_000, 'money', 500_000)).toBe('2 000');
    expect(text(2500, 'money', 500)).toBe('2,5');
    expect(text(250, 'money', 250)).toBe('0,25');
    expect(text(40, 'count', 20)).toBe('40');
  });
});
