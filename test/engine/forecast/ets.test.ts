import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from '#engine/forecast/automatic.ts';
import { fitEts } from '#engine/forecast/ets-fit.ts';
import { etsModels, etsName, etsPoints, type EtsModel } from '#engine/forecast/ets-model.ts';
import { etsPath, etsSlopes } from '#engine/forecast/ets-path.ts';

const smoothing = { alpha: 0.5, beta: 0.2, gamma: 0.1, phi: 1 };

describe('a path, worked by hand', () => {
  it('with additive errors, trend and seasons', () => {
    // q = 10 + 2 = 12, fitted 12 + 1 = 13, miss 15 − 13 = 2: level 12 + 0.5 · 2 = 13, trend 2 + 0.2 · 2 = 2.4, season 1 + 0.1 · 2 = 1.2.
    const model: EtsModel = { error: 'additive', trend: 'additive', season: 'additive' };
    const start = { level: 10, trend: 2, seasons: [1, -1] };
    const path = etsPath(model, Float64Array.of(15), 2, smoothing, start);
    expect([...path.fitted, ...path.errors]).toEqual([13, 2]);
    expect(path.end.level).toBeCloseTo(13, 12);
    expect(path.end.trend).toBeCloseTo(2.4, 12);
    expect(path.end.seasons[0]).toBeCloseTo(-1, 12);
    expect(path.end.seasons[1]).toBeCloseTo(1.2, 12);
    // Then 13 + 2.4 − 1 = 14.4 and 13 + 4.8 + 1.2 = 19.
    const points = etsPoints(model, smoothing, path.end, 2);
    expect(points[0]).toBeCloseTo(14.4, 12);
    expect(points[1]).toBeCloseTo(19, 12);
  });

  it('with multiplicative errors and seasons and a trend that fades', () => {
    // q = 10 + 0.9 · 2 = 11.8, fitted 11.8 · 2 = 23.6, miss 28.32 − 23.6 = 4.72, relative 0.2; through the season 4.72 ÷ 2 = 2.36:
    // level 11.8 + 0.5 · 2.36 = 12.98, trend 1.8 + 0.2 · 2.36 = 2.272, season 2 + 0.1 · 4.72 ÷ 11.8 = 2.04.
    const model: EtsModel = { error: 'multiplicative', trend: 'damped', season: 'multiplicative' };
    const start = { level: 10, trend: 2, seasons: [2, 0.5] };
    const path = etsPath(model, Float64Array.of(28.32), 2, { ...smoothing, phi: 0.9 }, start);
    expect(path.fitted[0]).toBeCloseTo(23.6, 12);
    expect(path.errors[0]).toBeCloseTo(0.2, 12);
    expect(path.end.level).toBeCloseTo(12.98, 12);
    expect(path.end.trend).toBeCloseTo(2.272, 12);
    expect(path.end.seasons[1]).toBeCloseTo(2.04, 12);
  });
});

describe('the slopes of the cost', () => {
  it('are those of small differences, in every model', () => {
    const values = Float64Array.from([1.1, 0.9, 1.3, 1.6, 1.2, 1.1, 1.5, 1.9, 1.4, 1.3]);
    const at = { alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 0.9 };
    const step = 1e-6;
    for (const model of etsModels(true, true)) {
      const used = { ...at, phi: model.trend === 'none' ? 0 : at.phi };
      const seasons = model.season === 'none' ? [] : model.season === 'additive' ? [0.1, -0.1] : [1.1, 0.9];
      const start = { level: 1, trend: 0.05, seasons };
      const cost = (smooth: typeof used, from: typeof start): number => etsPath(model, values, 2, smooth, from).cost;
      const { slopes } = etsSlopes(model, values, 2, used, start);
      const near = (slope: number, up: number, down: number): void => {
        const measured = (up - down) / (2 * step);
        expect(Math.abs(slope - measured), etsName(model)).toBeLessThan(1e-4 * (1 + Math.abs(measured)));
      };
      for (const key of ['alpha', 'beta', 'gamma', 'phi'] as const)
        near(
          slopes.smoothing[key],
          cost({ ...used, [key]: used[key] + step }, start),
          cost({ ...used, [key]: used[key] - step }, start),
        );
      for (const key of ['level', 'trend'] as const)
        near(
          slopes[key],
          cost(used, { ...start, [key]: start[key] + step }),
          cost(used, { ...start, [key]: start[key] - step }),
        );
      seasons.forEach((season, i) =>
        near(
          slopes.seasons[i] ?? NaN,
          cost(used, { ...start, seasons: seasons.with(i, season + step) }),
          cost(used, { ...start, seasons: seasons.with(i, season - step) }),
        ),
      );
    }
  });
});

describe('by itself', () => {
  const value = fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.constant(0));
  it('gives finite numbers for any series, intervals around them, and the same ones again', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), fc.constantFrom(1, 4, 12), (values, period) => {
        const { points } = forecast(values, period, 6);
        expect(points).toHaveLength(6);
        for (const point of points) {
          expect(Number.isFinite(point.value)).toBe(true);
          for (const { low, high } of point.intervals ?? []) {
            expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
            expect(low).toBeLessThanOrEqual(high);
          }
        }
        expect(forecast(values, period, 6).points[5]).toEqual(points[5]);
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it('does not see seasons before two years are known', () => {
    const year = [10, 20, 30, 40, 50, 60, 70, 60, 50, 40, 30, 20];
    expect(fitEts([...year, ...year.slice(0, 11)], 12)?.model.season).toBe('none');
    expect(fitEts([...year, ...year, ...year], 12)?.model.season).not.toBe('none');
  });

  it('goes on with a series that never changes', () => {
    expect(forecast(new Array<number>(24).fill(7), 12, 3).points.map((point) => point.value)).toEqual([
      expect.closeTo(7, 6),
      expect.closeTo(7, 6),
      expect.closeTo(7, 6),
    ]);
  });

  it('repeats the year before where nothing can be fitted', () => {
    expect(forecast([5], 12, 2)).toEqual({
      method: 'last-again',
      model: null,
      points: [
        { value: 5, intervals: null },
        { value: 5, intervals: null },
      ],
    });
  });
});
