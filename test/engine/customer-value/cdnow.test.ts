import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseIsoDate } from '#shared/calendar.ts';
import {
  chanceActive,
  chanceOfPurchases,
  expectedOfNew,
  expectedPurchases,
  fitBgNbd,
} from '#engine/customer-value/bg-nbd.ts';
import { expectedSpend, fitGammaGamma } from '#engine/customer-value/gamma-gamma.ts';
import { lifetimeValue } from '#engine/customer-value/lifetime-value.ts';
import { purchaseHistory, type PurchaseDay, type SpendingHistory } from '#engine/customer-value/purchase-history.ts';
import { spendCorrelation } from '#engine/customer-value/trust.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

function lines(file: string): readonly (readonly string[])[] {
  const [, ...rows] = readFileSync(dataFile(`cdnow_lifetimes/${file}`), 'utf8')
    .trim()
    .split(/\r?\n/);
  return rows.map((line) => line.trim().split(','));
}

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const first = { repeats: 2, recency: 30.43, age: 38.86 };

describeWithData('CDNOW, as published', () => {
  const histories = lines('cdnow_customers_summary_with_transactions.csv').map(
    ([, repeats, recency, age, mean]): SpendingHistory => ({
      repeats: Number(repeats),
      recency: Number(recency),
      age: Number(age),
      meanSpent: Number(repeats) === 0 ? null : Number(mean),
    }),
  );
  const model = fitBgNbd(histories);
  const spending = fitGammaGamma(histories);

  it('the model of purchases: r, alpha, a, b and the log-likelihood', () => {
    expect(histories).toHaveLength(2357);
    expect(model.settled).toBe(true);
    expect(Math.abs(model.r - 0.2426)).toBeLessThan(0.001);
    expect(Math.abs(model.alpha - 4.4135)).toBeLessThan(0.001);
    expect(Math.abs(model.a - 0.7929)).toBeLessThan(0.001);
    expect(Math.abs(model.b - 2.4258)).toBeLessThan(0.001);
    expect(Math.abs(model.logLikelihood - -9582.4256)).toBeLessThan(0.001);
  });

  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('in %f weeks a new customer is expected to come back %f times', (weeks, times) => {
    expect(Math.abs(expectedOfNew(model, weeks) - times)).toBeLessThan(0.001);
  });

  it('one customer: 1.226 purchases in 39 weeks, and the chance that he is active', () => {
    expect(Math.abs(expectedPurchases(model, first, 39) - 1.226)).toBeLessThan(0.001);
    expect(Math.abs(chanceActive(model, first) - 0.726609)).toBeLessThan(0.0001);
    expect(chanceActive(model, { repeats: 0, recency: 0, age: 38.86 })).toBe(1);
  });

  it('the chance of none, and of 11 to 20 purchases', () => {
    expect(chanceOfPurchases(published, 0, 39)).toBeCloseTo(0.5737864, 7);
    const eleven = [
      0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913, 0.0003467171,
      0.0002769613, 0.000222226,
    ];
    eleven.forEach((chance, i) => expect(chanceOfPurchases(published, 11 + i, 30)).toBeCloseTo(chance, 10));
  });

  it('the model of spending, and what the first ten customers are expected to spend', () => {
    expect(spending?.customers).toBe(946);
    expect(Math.abs((spending?.p ?? 0) - 6.25)).toBeLessThan(0.02);
    expect(Math.abs((spending?.q ?? 0) - 3.74)).toBeLessThan(0.02);
    expect(Math.abs((spending?.v ?? 0) - 15.45)).toBeLessThan(0.02);
    const means = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    means.forEach((mean, i) => {
      const history = histories[i];
      const spend = history === undefined ? null : expectedSpend({ p: 6.25, q: 3.74, v: 15.44 }, history);
      expect(Math.abs((spend ?? 0) - mean)).toBeLessThan(0.1);
    });
  });

  it('spend and frequency go together hardly at all: 0.114', () => {
    expect(Math.abs((spendCorrelation(histories) ?? 1) - 0.113884)).toBeLessThan(0.0005);
  });

  it('the value of twelve months at 1 % a month: the first five customers, and all', () => {
    if (spending === null) throw new Error('no model of spending');
    const values = histories.map((history) => lifetimeValue(model, spending, history, 12, 0.01) ?? 0);
    [36.278496, 4.637467, 8.344092, 8.344092, 8.344092].forEach((value, i) =>
      expect(Math.abs((values[i] ?? 0) - value)).toBeLessThan(0.01),
    );
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) - 71_509.8959)).toBeLessThan(1);
  });

  it('from the log of purchases: the same customers, the same model, and 1 653 purchases in the weeks kept back', () => {
    const purchases = new Map<string, PurchaseDay[]>();
    for (const line of readFileSync(dataFile('cdnow_lifetimes/CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/)) {
      const [, customer = '', date = '', , dollars] = line.trim().split(/\s+/);
      const day = parseIsoDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
      if (day === null) throw new Error(`no date: ${date}`);
      const days = purchases.get(customer) ?? [];
      purchases.set(customer, days);
      days.push({ day, amount: Number(dollars) });
    }
    const end = parseIsoDate('1997-09-30') ?? 0;
    const known = [...purchases.values()].flatMap((days) => purchaseHistory(days, end) ?? []);
    expect(known).toHaveLength(2357);
    expect(known.filter(({ repeats }) => repeats > 0)).toHaveLength(946);
    const again = fitBgNbd(known);
    expect(Math.abs(again.r - 0.2426)).toBeLessThan(0.001);
    expect(Math.abs(again.alpha - 4.4135)).toBeLessThan(0.001);
    expect(Math.abs(again.a - 0.7929)).toBeLessThan(0.001);
    expect(Math.abs(again.b - 2.4258)).toBeLessThan(0.001);
    const expected = known.reduce((sum, history) => sum + expectedPurchases(again, history, 39), 0);
    expect(Math.abs(expected - 1653.4232)).toBeLessThan(1);
    const happened = [...purchases.values()].reduce(
      (sum, days) => sum + new Set(days.map(({ day }) => day).filter((day) => day > end)).size,
      0,
    );
    expect(happened).toBe(1882);
  });
});
