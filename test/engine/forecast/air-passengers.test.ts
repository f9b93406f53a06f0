import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '#engine/forecast/accuracy.ts';
import { forecast } from '#engine/forecast/automatic.ts';
import { fitEts, fitEtsModel } from '#engine/forecast/ets-fit.ts';
import { etsName, etsPoints } from '#engine/forecast/ets-model.ts';
import { drift, lastAgain, seasonAgain } from '#engine/forecast/naive.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

describeWithData('airline passengers, 1949 to 1960', () => {
  const values = readFileSync(dataFile('m3_airpassengers/monthly-airline-passengers.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => Number(line.split(',')[1]));
  const [known, last] = [values.slice(0, 132), values.slice(132)];

  it('the model that others publish is found at least as likely as they find it', () => {
    const fit = fitEtsModel({ error: 'multiplicative', trend: 'damped', season: 'multiplicative' }, values, 12);
    expect(values).toHaveLength(144);
    expect(Math.abs((fit?.aic ?? 0) - 1395.166)).toBeLessThan(1.5);
    // 18 numbers are fitted, the variance included: AICc − AIC = 2 · 18 · 19 ÷ (144 − 18 − 1).
    expect((fit?.aicc ?? 0) - (fit?.aic ?? 0)).toBeCloseTo(684 / 125, 9);
  });

  it('the model chosen has multiplicative seasons and is no less likely', () => {
    const fit = fitEts(values, 12);
    expect(fit?.model.season).toBe('multiplicative');
    expect(fit?.model.error).toBe('multiplicative');
    expect(fit?.aicc).toBeLessThan(1400.638 + 1.5);
    const { alpha = 0, beta = 0, gamma = 0, phi = 0 } = fit?.smoothing ?? {};
    expect(alpha).toBeGreaterThan(0);
    expect(alpha).toBeLessThan(1);
    expect(beta).toBeGreaterThan(0);
    expect(beta).toBeLessThanOrEqual(alpha);
    expect(gamma).toBeGreaterThan(0);
    expect(gamma).toBeLessThanOrEqual(1 - alpha);
    expect(phi === 1 || (phi >= 0.8 && phi <= 0.98)).toBe(true);
  });

  it('simple smoothing misses by 33.594 (RMSE), 25.681 (MAE) and 8.957 %', () => {
    const fit = fitEtsModel({ error: 'additive', trend: 'none', season: 'none' }, values, 1);
    const errors = accuracyOf(values, [...(fit?.path.fitted ?? [])], values, 12);
    expect(Math.abs(errors.rmse - 33.59418)).toBeLessThan(0.01);
    expect(Math.abs(errors.mae - 25.68134)).toBeLessThan(0.05);
    expect(Math.abs((errors.mape ?? 0) - 0.08957112)).toBeLessThan(0.0002);
  });

  describe('1960, kept back', () => {
    const of = (guess: readonly number[]) => accuracyOf(last, guess, known, 12);
    it('the last value again', () => {
      const { mae, rmse, mape, mase } = of(lastAgain(known, 12));
      expect(mae).toBeCloseTo(76, 10);
      expect(rmse).toBeCloseTo(102.976535, 6);
      expect(mape).toBeCloseTo(0.14251338, 8);
      expect(mase).toBeCloseTo(2.495895, 6);
    });
    it('the year before again', () => {
      const { mae, rmse, mape, smape, mase } = of(seasonAgain(known, 12, 12));
      expect(mae).toBeCloseTo(47.833333, 6);
      expect(rmse).toBeCloseTo(50.708316, 6);
      expect(mape).toBeCloseTo(0.09987533, 8);
      expect(smape).toBeCloseTo(0.10571808, 8);
      expect(mase).toBeCloseTo(1.570881, 6);
    });
    it('the straight line', () => {
      expect(of(drift(known, 12)).rmse).toBeCloseTo(92.666363, 6);
    });
    it('ours misses by at most 5 %', () => {
      const { points, model } = forecast(known, 12, 12);
      expect(model).toMatch(/^M,(A|Ad),M$/);
      expect(of(points.map(({ value }) => value)).mape).toBeLessThan(0.05);
    });
  });

  it('is carried on in the names of its letters, with intervals that widen', () => {
    const fit = fitEts(known, 12);
    if (fit === null) throw new Error('no model');
    expect(etsName(fit.model)).toMatch(/^M,(A|Ad),M$/);
    expect(etsPoints(fit.model, fit.smoothing, fit.path.end, 12)).toHaveLength(12);
    const { points } = forecast(known, 12, 12);
    for (const { value, intervals } of points) {
      const [narrow, wide] = intervals ?? [];
      expect(narrow?.low).toBeLessThan(value);
      expect(narrow?.high).toBeGreaterThan(value);
      expect(wide?.low).toBeLessThan(narrow?.low ?? 0);
      expect(wide?.high).toBeGreaterThan(narrow?.high ?? 0);
    }
    expect(forecast(known, 12, 12)).toEqual(forecast(known, 12, 12));
  });
});
