import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import enTold from '#shared/messages/en/told.json' with { type: 'json' };
import svGoals from '#shared/messages/sv/goals.json' with { type: 'json' };
import svTold from '#shared/messages/sv/told.json' with { type: 'json' };
import type { Told, ToldOf } from '#shared/told.ts';
import { toldWords, type ToldNeeds } from '../../../../renderer/features/passport/told-passport.model.ts';
import { goalOf } from '../../../engine/goals/small-goals.ts';
import { kpiWords } from '../../../../renderer/i18n/kpi-words.ts';
import { plain, SWEDISH } from '../../catalogue.ts';

const t = await createInstance().init({
  lng: 'sv',
  ns: ['told', 'goals'],
  interpolation: { escapeValue: false },
  resources: { sv: { told: svTold, goals: svGoals } },
});
const needs: ToldNeeds = {
  t,
  format: SWEDISH,
  words: kpiWords(t, []),
  dimensionName: (key) => key,
  memberName: (member) => member ?? '',
  needName: (need) => need,
};
const NONE = {
  period: null,
  ahead: null,
  against: null,
  filters: [],
  formula: null,
  leftOut: [],
  parts: [],
  sources: [],
};

function words(figure: ToldOf<'goal'>['figure'], told: Pick<Told, 'value' | 'unit'> & Partial<Told>) {
  const said = toldWords(
    { of: 'goal', goal: goalOf(), figure },
    { ...NONE, upTo: null, form: null, inputs: [], ...told },
    needs,
  );
  return { ...said, value: plain(said.value?.number ?? '') };
}

test('a chance is said as on the screen, never certain', () => {
  expect(words('chance', { value: 0.9996, unit: 'ratio' }).value).toBe('över 99 %');
  expect(words('chance', { value: 0.62, unit: 'ratio' }).value).toBe('62 %');
});

test('a range has both its ends', () => {
  expect(words('target', { value: 0.1, upTo: 0.12, unit: 'ratio' }).value).toBe('10,0 %–12,0 %');
});

test('what stands goes from where it stood: 40 + (100 − 40) × 50 %', () => {
  const inputs = [
    { id: 'opening', value: 40, unit: 'count' as const },
    { id: 'target', value: 100, unit: 'count' as const },
    { id: 'passed', value: 0.5, unit: 'ratio' as const },
  ];
  const { live, about } = words('expected', { value: 70, unit: 'count', form: 'stands', inputs });
  expect(plain(live ?? '')).toBe('40 + (100 - 40) × 50,00 %');
  expect(about).toContain('på väg');
  expect(words('expected', { value: 100, unit: 'count', form: 'direct' })).toMatchObject({ formula: null, live: null });
});

test.each([svTold, enTold])('every form has its words', ({ about: { goal } }) => {
  const forms = {
    expected: ['stands', 'target', 'direct', 'month', 'month-direct'],
    actual: ['month', 'month-direct'],
    projection: ['month', 'month-direct'],
    needed: ['margin', 'room', 'over'],
  };
  const keys = Object.entries(forms).flatMap(([figure, all]) => all.map((form) => `${figure}-${form}`));
  expect(Object.keys(goal)).toEqual(expect.arrayContaining(keys));
});
