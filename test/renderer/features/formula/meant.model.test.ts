import { describe, expect, it } from 'vitest';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { commaNumber, meantBy, wholeWord } from '../../../../renderer/features/formula/meant.model.ts';
import { NAMES } from './names.ts';

const unexpected = (position: number, length = 1): FormulaProblem => ({
  problem: 'unexpected',
  position,
  length,
  names: [],
});
const unknown = (position: number, length: number, ...names: string[]): FormulaProblem => ({
  problem: 'unknown-name',
  position,
  length,
  names,
});

/** The formula with the first name that was meant in its place. */
function mended(formula: string, problem: FormulaProblem): string {
  const [first] = meantBy(formula, problem, NAMES);
  return first === undefined ? formula : formula.slice(0, first.from) + first.name.text + formula.slice(first.to);
}

describe('a word that nobody knows', () => {
  it('is the whole word where a letter of it cannot stand in formulas', () => {
    expect(wholeWord('intäkter / 2', unexpected(3))).toEqual(unknown(0, 8));
    expect(wholeWord('revenue ? 2', unexpected(8))).toEqual(unexpected(8));
    expect(wholeWord('revenue orders', unexpected(8, 6))).toEqual(unexpected(8, 6));
  });
  it('is what is written alike first of all', () => {
    expect(mended('ordars / 2', unknown(0, 6, 'orders'))).toBe('orders / 2');
  });
  it('is what is called so', () => {
    expect(mended('intäkter / 2', unknown(0, 8))).toBe('revenue / 2');
    expect(mended('1 / Antal order', unexpected(10, 5))).toBe('1 / orders');
  });
  it('is what begins alike', () => expect(mended('intäckter', unknown(0, 9))).toBe('revenue'));
  it('is a kind in an aggregate', () => expect(mended('count(dael)', unknown(6, 4, 'deal'))).toBe('count(deal)'));
  it('is nothing that can be told from three letters', () => expect(mended('xyz', unknown(0, 3))).toBe('xyz'));
});

describe('a decimal comma', () => {
  it('is a number with a point', () => expect(commaNumber('revenue * 0,5', unexpected(11))).toBe('0.5'));
  it('is not one between the values of a function', () => {
    expect(commaNumber('rolling(revenue, 3))', unexpected(19))).toBeNull();
    expect(commaNumber('max(1, 2) 3', unexpected(10))).toBeNull();
  });
});
