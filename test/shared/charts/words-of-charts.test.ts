import { describe, expect, test } from 'vitest';
import { buildChart } from '#shared/charts/build-chart.ts';
import { chartTwin } from '#shared/charts/chart-twin.ts';
import { describeChart } from '#shared/charts/describe-chart.ts';
import { CHART_KINDS, type ChartModel, type ChartTarget } from '#shared/charts/model.ts';
import { pointFacts, pointSentence, type Say } from '#shared/charts/point-facts.ts';
import { shortValue, signedValue, unitValue } from '#shared/charts/value-text.ts';
import { catalogueIn, ENGLISH, plain, SWEDISH } from '../../renderer/catalogue.ts';

const sayIn = async (language: 'sv' | 'en'): Promise<Say> => {
  const t = await catalogueIn(language);
  return (key, values = {}) => t(`charts:${key}`, values);
};
const [svenska, english] = await Promise.all([sayIn('sv'), sayIn('en')]);

const months = (format: ChartModel['format']): ChartModel =>
  buildChart({
    kind: 'column',
    title: format.locale === 'sv-SE' ? 'Intäkter per månad' : 'Revenue by month',
    format,
    unit: 'money',
    direction: 'higher',
    categories: [
      { key: '2026-01', label: 'jan', name: 'jan 2026' },
      { key: '2026-02', label: 'feb', name: 'feb 2026' },
      { key: '2026-03', label: 'mar', name: 'mar 2026', open: true },
    ],
    series: [
      {
        key: 'now',
        name: 'Utfall',
        points: [1_720_000, 2_105_000, { value: null, reason: 'Inga rader.' }],
        total: 3_825_000,
      },
      { key: 'before', name: '2025', role: 'previous', points: [1_600_000, 2_500_000, 1_000_000] },
      { key: 'target', name: 'Mål', role: 'target', points: [1_720_000, 2_000_000] },
    ],
    annotations: [{ id: '1', at: '2026-02', series: null, text: 'Ny webbplats', author: 'Åsa' }],
  });

function targetAt(model: ChartModel, at: number): ChartTarget {
  const [series, category] = [model.series[0], model.categories[at]];
  const point = series?.points[at];
  if (series === undefined || category === undefined || point === undefined) throw new Error('no such mark');
  return { series, category, point };
}

describe('numbers at marks', () => {
  const words = { format: SWEDISH, scale: { step: 'thousand', decimals: 0 } } as const;
  test('have no unit at a mark but percent, and theirs in a sentence', () => {
    expect(plain(shortValue(2_105_400, 'money', words))).toBe('2 105');
    expect(plain(shortValue(0.386, 'ratio', words))).toBe('38,6 %');
    expect(plain(shortValue(0.386, 'ratio', words, 0))).toBe('39 %');
    expect(plain(unitValue(2_105_400, 'money', words))).toBe('2 105 tkr');
    expect(plain(unitValue(64, 'count', words))).toBe('64');
    expect(plain(unitValue(34, 'days', words))).toBe('34 dagar');
  });
  test('have a sign as steps', () => {
    expect(plain(signedValue(820_000, 'money', words))).toBe('+820');
    expect(plain(signedValue(-383_000, 'money', words))).toBe('-383');
    expect(plain(signedValue(-0.012, 'ratio', words))).toBe('-1,2 %');
    expect(plain(signedValue(12, 'count', words))).toBe('+12');
  });
});

describe('a mark in words', () => {
  test('its value, its changes and its remark', () => {
    const model = months(SWEDISH);
    expect(plain(pointSentence(model, targetAt(model, 1), svenska))).toBe(
      'feb 2026, Utfall: 2 105 tkr, Andel 55,0 %, 2025 2 500 tkr (▼ 15,8 %), Mål 2 000 tkr (▲ 5,3 %). Anmärkning 1: Ny webbplats (Åsa)',
    );
    const facts = pointFacts(model, targetAt(model, 1), svenska);
    expect(facts.lines.map(({ change }) => change?.tone)).toEqual([undefined, 'bad', 'good']);
  });

  test('why there is no value, and that the period is not over', () => {
    const model = months(ENGLISH);
    expect(plain(pointSentence(model, targetAt(model, 2), english))).toBe(
      'mar 2026, Utfall: no value, 2025 1,000 k SEK. Period in progress. Inga rader',
    );
  });

  test('a forecast has its interval', () => {
    const model = buildChart({
      ...months(SWEDISH),
      unit: 'money',
      series: [{ key: 'now', name: 'Prognos', points: [{ value: 2_390_000, low: 2_200_000, high: 2_600_000 }] }],
      annotations: [],
    });
    expect(plain(pointSentence(model, targetAt(model, 0), svenska))).toBe(
      'jan 2026: 2 390 tkr, Intervall 2 200 tkr till 2 600 tkr',
    );
  });
});

describe('a chart in words', () => {
  test('Swedish', () => {
    expect(plain(describeChart(months(SWEDISH), svenska))).toBe(
      'Kolumndiagram: Intäkter per månad. 3 värden, från jan 2026 till mar 2026. ' +
        'Utfall: högst feb 2026 med 2 105 tkr, lägst jan 2026 med 1 720 tkr. Utfall totalt 3 825 tkr. 1 värde saknas. 1 anmärkning.',
    );
  });
  test('English', () => {
    expect(plain(describeChart(months(ENGLISH), english))).toBe(
      'Column chart: Revenue by month. 3 values, from jan 2026 to mar 2026. ' +
        'Utfall: highest feb 2026 at 2,105 k SEK, lowest jan 2026 at 1,720 k SEK. Utfall in total 3,825 k SEK. 1 value is missing. 1 remark.',
    );
  });
  test('a pie tells its largest part', () => {
    const model = buildChart({
      ...months(SWEDISH),
      kind: 'pie',
      unit: 'money',
      series: [{ key: 'a', name: 'Utfall', points: [60, 30, 10] }],
      annotations: [],
    });
    expect(plain(describeChart(model, svenska))).toContain('Största delen: jan 2026 med 60,0 %.');
  });
  test('every kind has a name and every text is there in both languages', () => {
    for (const say of [svenska, english]) {
      for (const kind of CHART_KINDS) {
        const said = describeChart({ ...months(SWEDISH), kind }, say);
        expect(said).not.toMatch(/charts:|kindOf|describe\./);
        expect(say(`kind.${kind}`)).not.toBe(`kind.${kind}`);
      }
    }
  });
});

describe('the table twin', () => {
  test('has a row for each category, the numbers in full, and the true total last', () => {
    const { columns, rows } = chartTwin(months(SWEDISH), svenska);
    expect(columns.map(({ label }) => label)).toEqual(['', 'Utfall, kr', '2025, kr', 'Mål, kr']);
    expect(rows.map(({ cells }) => cells.map(({ text }) => plain(text)))).toEqual([
      ['jan 2026', '1 720 000', '1 600 000', '1 720 000'],
      ['feb 2026', '2 105 000', '2 500 000', '2 000 000'],
      ['mar 2026', '–', '1 000 000', '–'],
      ['Totalt', '3 825 000', '', ''],
    ]);
    expect(rows.at(-1)?.cells[1]?.target).toMatchObject({ category: null, point: { value: 3_825_000 } });
  });

  test('of cohorts has them as rows, with their size', () => {
    const model = buildChart({
      ...months(SWEDISH),
      kind: 'cohort',
      unit: 'ratio',
      annotations: [],
      series: [{ key: 'c', name: 'jan 2026', points: [1, 0.5], total: 64 }],
    });
    const { columns, rows } = chartTwin(model, svenska);
    expect(columns.map(({ label }) => label)).toEqual(['Kohort', 'Antal', 'jan', 'feb', 'mar']);
    expect(rows[0]?.cells.map(({ text }) => plain(text))).toEqual(['jan 2026', '64', '100,00 %', '50,00 %', '–']);
  });
});
