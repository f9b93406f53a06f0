import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rate } from '#shared/rates.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { newFolder } from './plain-import.ts';

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
});
afterEach(() => {
  place.remove();
});

const rates: readonly Rate[] = [
  { currency: 'EUR', from: '2026-01-01', rate: 11.4523 },
  { currency: 'EUR', from: '2026-02-01', rate: 0.00000001 },
  { currency: 'USD', from: '1900-01-01', rate: 10_000_000 },
];

test('the table of rates is kept whole, sealed, and raises the revision', () => {
  const store = createWorkspace(place.file, { name: 'W' });
  const [before, { revision }] = [store.digest(), store.info()];
  store.setRates(rates.toReversed());
  expect(store.info().revision).toBeGreaterThan(revision);
  expect(store.digest()).not.toBe(before);
  store.close();
  const again = openWorkspace(place.file);
  expect(again.rates()).toEqual(rates);
  expect(again.columns().exchange()).toEqual({ base: 'SEK', rates });
  expect(again.verify().ok).toBe(true);
  again.setRates([]);
  expect(again.rates()).toEqual([]);
  expect(again.digest()).toBe(before);
  again.close();
});
