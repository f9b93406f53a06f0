import { expect, it } from 'vitest';
import type { SavedForecast } from '#shared/forecast.ts';
import type { Told, ToldNumberInput } from '#shared/told.ts';
import { NO_CHANGE } from '#shared/what-if.ts';
import { toldWords } from '../../../../renderer/features/passport/told-passport.model.ts';
import { kpiWords } from '../../../../renderer/i18n/kpi-words.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';

const t = await catalogueIn('sv');
const NONE = {
  period: null,
  against: null,
  ahead: null,
  filters: [],
  formula: null,
  leftOut: [],
  parts: [],
  sources: [],
};
const count = (id: string, value: number) => ({ id, value, unit: 'count' as const });

function words(number: ToldNumberInput, told: Pick<Told, 'value' | 'unit'> & Partial<Told>) {
  const needs = {
    t,
    words: kpiWords(t, []),
    format: SWEDISH,
    dimensionName: (key: string) => key,
    memberName: (member: string | null) => member ?? '',
    needName: (need: string) => need,
  };
  const said = toldWords(number, { ...NONE, upTo: null, form: null, inputs: [], ...told }, needs);
  return {
    value: plain([said.value?.number, said.value?.unit].join(' ').trim()),
    live: said.live === null ? null : plain(said.live),
    about: said.about,
    formula: said.formula,
    lines: said.inputs.map(({ label, value }) => `${label}: ${plain(value)}`),
  };
}

const test = { of: 'back-test', kpi: 'revenue' } as const;
const both = { of: 'both', period: '2026-10' } as const;
const whatIf = { of: 'what-if', source: 'deals', change: { ...NO_CHANGE, winRate: 0.1 } } as const;
const forecast: SavedForecast = {
  id: 'a',
  name: 'Höst',
  madeOn: '2026-07-02',
  asOf: '2026-06-30',
  source: 'history',
  kpi: 'revenue',
  filters: [],
  variants: {},
  grain: 'month',
  points: [{ key: '2026-08', from: '2026-08-01', to: '2026-08-31', value: 80, intervals: null }],
};

it('errors, verdicts and shares read as on the screen', () => {
  expect(words({ ...test, figure: 'mase' }, { value: 0.964, unit: 'quantity' }).value).toBe('0,96');
  expect(words({ ...test, figure: 'smape' }, { value: 0.2478, unit: 'ratio' }).value).toBe('24,8 %');
  const inside = [count('inside', 68), count('ranged', 78)];
  const covered = words({ ...test, figure: 'covered80' }, { value: 68 / 78, unit: 'ratio', inputs: inside });
  expect([covered.value, covered.live]).toEqual(['87 %', '68 ÷ 78']);
  const errors = [
    { id: 'ownError', value: 0.75, unit: 'quantity' as const },
    { id: 'otherError', value: 1, unit: 'quantity' as const },
  ];
  const verdict = words({ ...test, figure: 'verdict' }, { value: 0.25, unit: 'ratio', form: 'better', inputs: errors });
  expect([verdict.value, verdict.live]).toEqual(['25 %', '1 - 0,75 ÷ 1']);
  const near = [
    { id: 'ownError', value: 0.988, unit: 'quantity' as const },
    { id: 'otherError', value: 1, unit: 'quantity' as const },
  ];
  const alike = words({ ...test, figure: 'verdict' }, { value: 0.012, unit: 'ratio', form: 'alike', inputs: near });
  expect([alike.value, alike.live]).toEqual(['1 %', '0,988 ÷ 1 - 1, utan tecken']);
});

it('a range has both its ends, and the shares that it is learnt from', () => {
  const inputs = [
    { id: 'forecast', value: 5300, unit: 'money' as const },
    { id: 'lowShare', value: 0.6, unit: 'ratio' as const },
    { id: 'highShare', value: 1.5, unit: 'ratio' as const },
  ];
  const told = { value: 3180, upTo: 7950, unit: 'money' as const, form: 'learnt', inputs };
  expect(words({ ...both, figure: 'range80' }, told)).toMatchObject({
    value: '3 180 kr till 7 950 kr',
    live: '5 300,00 kr × 60,00 % till 5 300,00 kr × 150,00 %',
  });
});

it('a range that is never less than what is booked says so: 300 × 60 % is 180, but 300 are booked', () => {
  const inputs = [
    { id: 'forecast', value: 300, unit: 'money' as const },
    { id: 'lowShare', value: 0.6, unit: 'ratio' as const },
    { id: 'highShare', value: 1.5, unit: 'ratio' as const },
    { id: 'booked', value: 300, unit: 'money' as const },
  ];
  const told = { value: 300, upTo: 450, unit: 'money' as const, form: 'least', inputs };
  expect(words({ ...both, figure: 'range80' }, told)).toMatchObject({
    value: '300 kr till 450 kr',
    live: '300,00 kr × 60,00 % till 300,00 kr × 150,00 %, minst 300,00 kr',
  });
});

it.each([
  ['range80', null, 'Spannet som alla perioder tillsammans hamnar i med 80 % chans, enligt prognosens modell.'],
  ['range95', null, 'Spannet som alla perioder tillsammans hamnar i med 95 % chans, enligt prognosens modell.'],
  ['range80', '2026-10', 'Spannet som utfallet hamnar i med 80 % chans, enligt prognosens modell.'],
  ['range95', '2026-10', 'Spannet som utfallet hamnar i med 95 % chans, enligt prognosens modell.'],
] as const)('a history’s %s of %s names its chance', (figure, period, about) => {
  const told = { value: 70, upTo: 130, unit: 'money' as const, form: figure };
  expect(words({ of: 'history', kpi: 'revenue', figure, period }, told)).toMatchObject({
    value: '70 kr till 130 kr',
    about,
  });
});

it('a lapse says twice the median gap, or that this is less than the least', () => {
  const lapse = (value: number, gap: number | null, form: string | null) =>
    words(
      { of: 'lapse', figure: 'inForce' },
      { value, unit: 'days', form, inputs: [{ id: 'medianGap', value: gap, unit: 'days' }] },
    );
  expect(lapse(258, 129, null)).toMatchObject({ value: '258 dagar', live: '2 × 129 dagar' });
  expect(lapse(30, 3, 'least')).toMatchObject({ value: '30 dagar', live: '2 × 3 dagar är mindre än 30 dagar' });
  expect(lapse(30, null, null)).toMatchObject({ value: '30 dagar', live: null, lines: ['Medianavstånd: –'] });
  expect(lapse(170, null, 'own')).toMatchObject({ value: '170 dagar', live: null, formula: null });
});

it('nothing is worked out from an input that is missing', () => {
  const change: ToldNumberInput = {
    of: 'cells',
    figure: 'change',
    question: { kpis: ['revenue'], period: '2026' },
    cell: { kpi: 'revenue' },
  };
  const inputs = [
    { id: 'valueNow', value: null, unit: 'money' as const },
    { id: 'valueBefore', value: 20, unit: 'money' as const },
  ];
  expect(words(change, { value: -20, unit: 'money', inputs })).toMatchObject({
    value: '-20 kr',
    live: null,
    lines: ['Värde nu: –', 'Värde före: 20,00 kr'],
  });
});

it('a kept forecast says how far off it was with its sign, and when it was made', () => {
  const inputs = [
    { id: 'kept', value: 80, unit: 'money' as const },
    { id: 'outcome', value: 100, unit: 'money' as const },
    { id: 'madeOn', value: '2026-07-02', unit: 'day' as const },
    { id: 'source', value: 'source.history', unit: 'word' as const },
  ];
  const off = words({ of: 'kept', forecast, figure: 'off', period: '2026-08' }, { value: 0.25, unit: 'ratio', inputs });
  expect([off.value, off.live]).toEqual(['+25 %', '100,00 kr ÷ 80,00 kr - 1']);
  expect(off.lines).toEqual([
    'Sparad prognos: 80,00 kr',
    'Utfall: 100,00 kr',
    'Gjord: 2 jul 2026',
    'Prognos efter: historik',
  ]);
});

it('a changed scenario says what is changed from what to what, and goes on with what it is made', () => {
  const inputs = [
    count('closed-deals', 50),
    { id: 'winRate', value: 0.2, to: 0.3, unit: 'ratio' as const },
    { id: 'mean-closed-deals', value: 200, unit: 'money' as const },
    { id: 'price', value: 100, unit: 'index' as const },
  ];
  const sum = words({ ...whatIf, figure: 'sum' }, { value: 3000, unit: 'money', form: 'closed-deals', inputs });
  expect([sum.value, sum.live]).toEqual(['3 000 kr', '50 × 30,00 % × 200,00 kr × 100 ÷ 100']);
  expect(sum.lines[1]).toBe('Vinstfrekvens: 20,00 % → 30,00 %');
  expect(words({ ...whatIf, figure: 'effect', input: 'winRate' }, { value: 1000, unit: 'money' }).value).toBe(
    '+1 000 kr',
  );
  const volume = { ...whatIf, figure: 'input', input: 'volume' } as const;
  expect(words(volume, { value: 448.8, unit: 'count', form: 'changed' }).value).toBe('449');
});
