import { expect, it } from 'vitest';
import type { Told, ToldNumberInput, ToldOf } from '#shared/told.ts';
import { partName, toldWords } from '../../../../renderer/features/passport/told-passport.model.ts';
import { kpiWords } from '../../../../renderer/i18n/kpi-words.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';

const t = await catalogueIn('sv');
const told: Told = {
  value: 250,
  upTo: null,
  unit: 'money',
  inputs: [
    { id: 'valueBefore', value: 1000, unit: 'money' },
    { id: 'valueAfter', value: 1250, unit: 'money' },
  ],
  period: null,
  ahead: null,
  against: null,
  filters: [],
  form: null,
  formula: null,
  leftOut: [],
  parts: [],
  sources: [],
};

function said(more: Partial<Told>, number: Pick<ToldOf<'movement'>, 'step' | 'figure' | 'deal'>) {
  const asked: ToldNumberInput = { of: 'movement', from: { importId: 1 }, to: { importId: 2 }, ...number };
  const { about, formula, live } = toldWords(
    asked,
    { ...told, ...more },
    {
      t,
      words: kpiWords(t, []),
      format: SWEDISH,
      dimensionName: (key) => key,
      memberName: (member) => member ?? '',
      needName: (need) => need,
    },
  );
  return [about, formula, live === null ? null : plain(live)];
}

it('how many deals a step has is no difference of values', () => {
  expect(said({ value: 1, unit: 'count' }, { step: 'value-up', figure: 'deals' })).toEqual([
    'Antal öppna affärer som är värda mer än förut.',
    null,
    null,
  ]);
});

it('one deal is spoken of alone: 1 250 − 1 000', () => {
  const [about, formula, live] = said({}, { step: 'value-up', figure: 'value', deal: 'id a\n0' });
  expect([about, formula]).toEqual(['Så mycket har affären ökat i värde.', 'Värde efter − värde före']);
  expect(live).toBe('1 250,00 kr - 1 000,00 kr');
});

it('rows of several kinds are told apart by them, rows of one are rows', () => {
  const parts = (['cost', 'sale'] as const).map((kind) => ({ part: 'rows' as const, kind, total: 1 }));
  expect(parts.map((part) => partName(part, parts, { t }))).toEqual(['kostnader', 'försäljningsrader']);
  expect(parts.slice(0, 1).map((part, _, all) => partName(part, all, { t }))).toEqual(['Rader']);
});
