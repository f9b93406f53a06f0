import { describe, expect, it } from 'vitest';
import { completionAt, inserted, type FormulaName } from '../../../../renderer/features/formula/completion.model.ts';
import { NAMES } from './names.ts';

/** What is offered with the cursor at the bar. */
function offered(withBar: string, asked = false): readonly string[] | null {
  const cursor = withBar.indexOf('|');
  const text = withBar.replace('|', '');
  return completionAt(text, cursor, NAMES, asked)?.names.map((name) => name.text) ?? null;
}
const named = (text: string): FormulaName => NAMES.find((name) => name.text === text) ?? { kind: 'kpi', text, label: text }; // prettier-ignore

/** The formula after the first name offered is taken. */
function taken(withBar: string): string {
  const cursor = withBar.indexOf('|');
  const text = withBar.replace('|', '');
  const offer = completionAt(text, cursor, NAMES, true);
  const [first] = offer?.names ?? [];
  if (offer === null || first === undefined) return text;
  return text.slice(0, offer.from) + inserted(text, offer.from, cursor, first) + text.slice(cursor);
}

describe('names offered while a formula is written', () => {
  it('are found by id and by what they are called, without data last', () => {
    expect(offered('rev|')).toEqual(['revenue', 'revenue-per-customer', 'prev']);
    expect(offered('intä|')).toEqual(['revenue', 'revenue-per-customer', 'arpa']);
  });
  it('are found without accents', () => expect(offered('intakter|')).toEqual(['revenue']));
  it('are found in the middle of a formula', () => expect(offered('(revenue - net|) / 2')).toEqual(['net-sales']));
  it('are found by several words', () => {
    expect(offered('2 * antal or|')).toEqual(['orders']);
    expect(taken('2 * antal or|')).toBe('2 * orders');
    expect(taken('sum_over(säljare 2|')).toBe('sum_over("custom:Säljare 2"');
  });
  it('come unasked where one has been begun, and by asking anywhere', () => {
    expect(offered('revenue / |')).toBeNull();
    expect(offered('revenue / |', true)).toHaveLength(9);
  });
  it('are no longer offered once the only one is written, nor for numbers', () => {
    expect(offered('net-sales|')).toBeNull();
    expect(offered('12|')).toBeNull();
  });
  it('are dimensions after …_over', () => expect(offered('sum_over(|')).toEqual(['region', '"custom:Säljare 2"']));
  it('are kinds in an aggregate, then the fields that fit it', () => {
    expect(offered('sum(|')).toEqual(['sale', 'deal']);
    expect(offered('sum(sale.|')).toEqual(['amount', '"custom:Frakt"']);
    expect(offered('distinct(sale.|')).toEqual(['customer']);
  });
  it('are dates after by, and any field in a condition', () => {
    expect(offered('sum(sale.amount by |')).toEqual(['order_date']);
    expect(offered('sum(sale.amount, not |')).toEqual(['amount', 'order_date', 'customer', '"custom:Frakt"']);
  });
  it('are the files’ own columns within quotes, and nothing behind them', () => {
    expect(offered('sum(sale."custom:Fr|')).toEqual(['"custom:Frakt"']);
    expect(taken('sum(sale."Fr|')).toBe('sum(sale."custom:Frakt"');
    expect(offered('sum(sale."custom:Frakt"|')).toBeNull();
  });
});

describe('a name that is taken', () => {
  it('opens a function that is not open', () => {
    expect(inserted('pr', 0, 2, named('prev'))).toBe('prev(');
    expect(inserted('pr(revenue)', 0, 2, named('prev'))).toBe('prev');
  });
  it('asks for the field of a kind, but not when rows are counted', () => {
    expect(inserted('sum(', 4, 4, named('sale'))).toBe('sale.');
    expect(inserted('count(', 6, 6, named('sale'))).toBe('sale');
  });
});
