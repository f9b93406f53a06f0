import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '#engine/forecast/accuracy.ts';
import { holtWinters, holtWintersPoints } from '#engine/forecast/holt-winters.ts';
import { lineThrough } from '#engine/forecast/line.ts';
import { movingAverages } from '#engine/forecast/seasons.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

describe('what Holt and Winters start from', () => {
  it('means over one period, the outermost by half', () => {
    expect([...movingAverages(Float64Array.of(1, 2, 3, 6), 2)]).toEqual([2, 3.5]);
    expect([...movingAverages(Float64Array.of(1, 2, 6), 3)]).toEqual([3]);
    expect([...movingAverages(Float64Array.of(1), 4)]).toEqual([]);
  });
  it('the straight line', () => {
    expect(lineThrough(Float64Array.of(3, 5, 7))).toEqual({ level: 1, slope: 2 });
    expect(lineThrough(Float64Array.of(4))).toEqual({ level: 4, slope: 0 });
  });
  it('nothing with fewer than two periods, nor multiplied where an average is not above zero', () => {
    expect(holtWinters([1, 2, 3], 2, 'additive')).toBeNull();
    expect(holtWinters([-1, -2, -1, -2, -1], 2, 'multiplicative')).toBeNull();
  });
  it('goes on with its level, its trend and its seasons', () => {
    const fit = { smoothing: { alpha: 0, beta: 0, gamma: 0 }, level: 10, trend: 2, seasons: [3, 0.5], squares: 0 };
    // 12 + 3, 14 + 0.5, 16 + 3; times: 36, 7, 48.
    expect(holtWintersPoints({ ...fit, kind: 'additive' }, 3)).toEqual([15, 14.5, 19]);
    expect(holtWintersPoints({ ...fit, kind: 'multiplicative' }, 3)).toEqual([36, 7, 48]);
  });
});

describeWithData('airline passengers by Holt and Winters, as R publishes them', () => {
  const values = readFileSync(dataFile('m3_airpassengers/monthly-airline-passengers.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => Number(line.split(',')[1]));

  it('multiplicative: 0.2756, 0.0327, 0.8707, level 469.32, trend 3.0215', () => {
    const fit = holtWinters(values, 12, 'multiplicative');
    expect(Math.abs((fit?.smoothing.alpha ?? 0) - 0.2755925)).toBeLessThan(1e-4);
    expect(Math.abs((fit?.smoothing.beta ?? 0) - 0.03269295)).toBeLessThan(1e-4);
    expect(Math.abs((fit?.smoothing.gamma ?? 0) - 0.8707292)).toBeLessThan(1e-4);
    expect(Math.abs((fit?.level ?? 0) - 469.3232206)).toBeLessThan(0.02);
    expect(Math.abs((fit?.trend ?? 0) - 3.0215391)).toBeLessThan(0.001);
    expect(fit?.squares).toBeLessThan(16_570.78);
    const points = fit === null ? [] : holtWintersPoints(fit, 12);
    const published = [447.0559, 419.7123, 464.8671, 496.0839, 507.5326, 575.4509, 666.5923, 657.9137, 550.3088, 492.9853, 420.2073, 465.6345]; // prettier-ignore
    points.forEach((point, h) => expect(Math.abs(point - (published[h] ?? 0))).toBeLessThan(0.02));
  });

  it('additive: 0.2480, 0.0345, 1, level 477.82, trend 3.1274', () => {
    const fit = holtWinters(values, 12, 'additive');
    expect(Math.abs((fit?.smoothing.alpha ?? 0) - 0.2479595)).toBeLessThan(1e-4);
    expect(Math.abs((fit?.smoothing.beta ?? 0) - 0.03453373)).toBeLessThan(1e-4);
    expect(fit?.smoothing.gamma).toBeCloseTo(1, 6);
    expect(Math.abs((fit?.level ?? 0) - 477.822822)).toBeLessThan(0.01);
    expect(Math.abs((fit?.trend ?? 0) - 3.127425)).toBeLessThan(0.001);
    expect(fit?.squares).toBeLessThan(21_860.19);
  });

  it('1960, kept back: RMSE 15.950, MAE 10.480, MAPE 2.255 %', () => {
    const known = values.slice(0, 132);
    const fit = holtWinters(known, 12, 'multiplicative');
    const errors = accuracyOf(values.slice(132), fit === null ? [] : holtWintersPoints(fit, 12), known, 12);
    expect(Math.abs(errors.rmse - 15.950224)).toBeLessThan(0.01);
    expect(Math.abs(errors.mae - 10.47968)).toBeLessThan(0.01);
    expect(Math.abs((errors.mape ?? 0) - 0.02254887)).toBeLessThan(0.0001);
    expect(Math.abs((errors.mase ?? 0) - 0.34416)).toBeLessThan(0.001);
  });
});
