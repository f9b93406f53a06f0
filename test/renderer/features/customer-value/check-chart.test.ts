import { expect, it } from 'vitest';
import type { CustomerValue, HoldOut } from '#shared/customer-value.ts';
import { trustSentences } from '#shared/trust-words.ts';
import { checkChart } from '../../../../renderer/features/customer-value/check-chart.model.ts';
import { valueChart } from '../../../../renderer/features/customer-value/value-chart.model.ts';
import { catalogueIn } from '../../catalogue.ts';

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
const format = { locale: 'sv-SE', currency: 'SEK' } as const;
const holdOut: HoldOut = {
  period: { from: '2026-01-01', to: '2026-06-30' },
  weeks: 26,
  customers: 30,
  expected: 45.4,
  happened: 50,
  expectedValue: 12_000,
  happenedValue: 13_500,
  byRepeats: [
    { repeats: 0, customers: 20, expected: 0.5, happened: 0.25 },
    { repeats: 7, customers: 10, expected: 3.54, happened: 4.5 },
  ],
};

it('bars are what was bought, lines what was expected, and the sentence has both sums', async () => {
  const chart = checkChart(holdOut, await catalogueIn('sv'), format);
  expect(chart.categories.map(({ label }) => label)).toEqual(['0', '7+']);
  expect(chart.series.map(({ role, points }) => [role, points.map(({ value }) => value)])).toEqual([
    ['actual', [0.25, 4.5]],
    ['target', [0.5, 3.54]],
  ]);
  expect(plain(chart.sub)).toBe(
    'Modellen fick inte se jan–jun 2026. Den förutsåg 45 köp för 12,0 tkr, 50 gjordes för 13,5 tkr.',
  );
});

const worth = { customers: 1, revenue: 10, formula: null, active: 1, expected: 2 };
const model = { r: 1, alpha: 1, a: 1, b: 1, logLikelihood: 0, p: 6, q: 4, v: 15, customers: 120 };

it('groups stand by their expected value, all of it ahead; without a model there is no chart', async () => {
  const t = await catalogueIn('sv');
  const segments = [
    { ...worth, segment: 'Nord', value: 5 },
    { ...worth, segment: null, value: 9 },
  ];
  const words = { t, format, scale: { step: 'one', decimals: 0 } } as const;
  const chart = valueChart({ model, segments }, (name) => name ?? 'Okänd', 12, words);
  expect(chart?.categories.map(({ label }) => label)).toEqual(['Okänd', 'Nord']);
  expect(chart?.series.map(({ role, points }) => [role, points.map(({ value }) => value)])).toEqual([
    ['actual', [null, null]],
    ['forecast', [9, 5]],
  ]);
  expect(valueChart({ model: null, segments }, String, 12, words)).toBeNull();
});

it('says what speaks against the numbers, with its figure', async () => {
  const t = await catalogueIn('sv');
  const said = (more: Partial<CustomerValue>): readonly string[] =>
    trustSentences({ model, notes: [], repeaters: 4, ...more }, (key, values) => t(`clv:${key}`, values), 'sv-SE');
  expect(said({})).toEqual([]);
  const off = (value: number): readonly string[] => said({ notes: [{ code: 'hold-out-off', value }] }).map(plain);
  expect(off(0.3)).toEqual(['Kontrollen avviker: modellen förutsåg 30 % fler köp än som gjordes.']);
  expect(off(-0.3)).toEqual(['Kontrollen avviker: modellen förutsåg 30 % färre köp än som gjordes.']);
  expect(said({ model: null, notes: [{ code: 'few-repeats', value: 4 }] })).toEqual([
    'För få kunder har kommit tillbaka för en prognos: 4, minst 10 behövs. Historiskt värde och grupper gäller ändå.',
  ]);
});
