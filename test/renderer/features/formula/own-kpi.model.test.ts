import { describe, expect, it } from 'vitest';
import type { KpiCheck } from '#shared/own-kpi.ts';
import {
  aroundProblem,
  idOf,
  isChanged,
  unitOf,
  withPlainSigns,
} from '../../../../renderer/features/formula/own-kpi.model.ts';
import { NEW_KPI } from '../../../../renderer/state/kpis-slice.ts';

describe('the name of a KPI in formulas', () => {
  const free = (): boolean => false;
  it('is made from what it is called', () => {
    expect(idOf('Intäkt per säljdag', free)).toBe('intakt-per-saljdag');
    expect(idOf('  Øre & Ångström! ', free)).toBe('re-angstrom');
    expect(idOf('2 %', free)).toBe('kpi-2');
    expect(idOf('', free)).toBe('kpi');
  });
  it('has a number where it is taken', () => {
    const taken = new Set(['frakt', 'frakt-2']);
    expect(idOf('Frakt', (id) => taken.has(id))).toBe('frakt-3');
  });
  it('is never too long', () => expect(idOf('a'.repeat(100), (id) => id.length === 56)).toHaveLength(58));
});

const check: KpiCheck = {
  ok: true,
  unit: 'ratio',
  units: ['ratio', 'quantity'],
  value: 0.5,
  reason: null,
  needs: [],
  inputs: [],
};

describe('the unit shown', () => {
  it('is what the formula comes to', () => expect(unitOf({ unit: null }, check)).toBe('ratio'));
  it('is what was chosen while the formula allows it', () => {
    expect(unitOf({ unit: 'quantity' }, check)).toBe('quantity');
    expect(unitOf({ unit: 'money' }, check)).toBe('ratio');
  });
  it('is none without a formula', () => expect(unitOf({ unit: 'money' }, undefined)).toBeNull());
});

describe('a draft', () => {
  const saved = { ...NEW_KPI, id: 'frakt', name: 'Frakt', formula: 'orders', unit: 'count' } as const;
  const { name, definition, category, direction, formula } = saved;
  const kpi = { id: 'frakt', name, definition, category, direction, formula, unit: 'count' } as const;
  it('that is new would be missed once something is written', () => {
    expect(isChanged(NEW_KPI)).toBe(false);
    expect(isChanged({ ...NEW_KPI, formula: 'orders' })).toBe(true);
  });
  it('of a saved KPI would be missed when it differs', () => {
    expect(isChanged({ ...saved, saved: kpi })).toBe(false);
    expect(isChanged({ ...saved, saved: kpi, formula: 'orders * 2' })).toBe(true);
  });
});

describe('the place of a problem', () => {
  it('is the wrong word', () => {
    expect(aroundProblem('1 + x', { position: 4, length: 1 })).toEqual({ before: '1 + ', wrong: 'x', after: '' });
  });
  it('has nothing to underline where the text has ended', () => {
    expect(aroundProblem('(1', { position: 2, length: 0 })).toEqual({ before: '(1', wrong: '', after: '' });
  });
});

describe('signs as people write them', () => {
  it('become those of formulas', () => expect(withPlainSigns('a − b × 2 ÷ 3')).toBe('a - b * 2 / 3'));
  it('stay within quoted names', () => {
    expect(withPlainSigns('sum(sale."custom:Pris × antal") × 2')).toBe('sum(sale."custom:Pris × antal") * 2');
  });
});
