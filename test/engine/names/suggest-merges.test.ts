import { describe, expect, it } from 'vitest';
import { allSteps } from '#engine/names/all-steps.ts';
import { nameForms } from '#engine/names/name-forms.ts';
import { suggestMerges, type NamedMember, type SuggestOptions } from '#engine/names/suggest-merges.ts';
import { describeWithData } from '../../support/data.ts';
import { superstoreRows } from '../../support/superstore.ts';

const COMPANIES: SuggestOptions = { companies: true, spelling: true, numbersName: true, apart: [] };
const PRODUCTS: SuggestOptions = { companies: false, spelling: true, numbersName: false, apart: [] };

/** `name × rows`, `name # number`, `name *` for one that a list has. */
const member = (text: string): NamedMember => {
  const [, name = '', rows = '1', number, listed] = /^(.*?)(?: × (\d+))?(?: # (\d+))?( \*)?$/.exec(text) ?? [];
  return {
    name,
    rows: Number(rows),
    listed: listed !== undefined,
    numbers: number === undefined ? [] : [Number(number)],
  };
};
const suggested = (names: readonly string[], options: SuggestOptions): readonly string[] =>
  allSteps(suggestMerges(names.map(member), options)).map(
    ({ from, into, because }) => `${from.name} → ${into.name}: ${because}`,
  );

describe('what is suggested', () => {
  it.each([
    ['BJÖRK AB × 2', 'Björk AB × 9', 'BJÖRK AB → Björk AB: case'],
    ['Björk  AB × 2', 'Björk AB × 9', 'Björk  AB → Björk AB: case'],
    ['GTXPro × 1480', 'GTX Pro × 0 *', 'GTXPro → GTX Pro: spacing'],
    ['A.B.C. Bygg', 'ABC Bygg × 2', 'A.B.C. Bygg → ABC Bygg: spacing'],
    ['Ek & Co AB', 'Ek och Co AB × 2', 'Ek & Co AB → Ek och Co AB: spacing'],
    ['Bjork AB', 'Björk AB × 2', 'Bjork AB → Björk AB: accents'],
    ['AB Björk × 3', 'Björk AB × 5', 'AB Björk → Björk AB: word-order'],
    ['Ekström, Maria', 'Maria Ekström × 2', 'Ekström, Maria → Maria Ekström: word-order'],
    ['Björk', 'Björk AB × 2', 'Björk → Björk AB: legal-form'],
    ['Acme Ltd.', 'Acme Limited × 2', 'Acme Ltd. → Acme Limited: legal-form'],
    ['Müller GmbH', 'Muller × 2', 'Müller GmbH → Muller: legal-form'],
    ['Novo A/S', 'Novo × 2', 'Novo A/S → Novo: legal-form'],
    ['Bygg Ek AB (publ)', 'Ek Bygg × 2', 'Bygg Ek AB (publ) → Ek Bygg: word-order'],
    ['Gustafsson Bygg AB', 'Gustavsson Bygg × 2', 'Gustafsson Bygg AB → Gustavsson Bygg: spelling'],
    ['Internatonela Tavlor', 'Internationella Tavlor × 2', 'Internatonela Tavlor → Internationella Tavlor: spelling'],
    ['Carlsson Bygg', 'Karlsson Bygg × 2', 'Carlsson Bygg → Karlsson Bygg: spelling'],
    ['Kafé Älgen # 12', 'Krogen i backen × 2 # 12', 'Kafé Älgen → Krogen i backen: same-number'],
  ])('%s, %s', (a, b, expected) => {
    expect(suggested([a, b], COMPANIES)).toEqual([expected]);
    expect(suggested([b, a], COMPANIES)).toEqual([expected]);
  });

  it.each([
    ['two customer numbers', 'AB Björk # 7', 'Björk AB # 8'],
    ['two customers one letter apart', 'Karlsson Bygg # 7', 'Carlsson Bygg # 8'],
    ['another figure', 'Butik 12', 'Butik 13'],
    ['another place of the figure’s mark', 'Kaffe 1,5 kg', 'Kaffe 15 kg'],
    ['another plus or minus', 'DVD+R', 'DVD-R'],
    ['other families', 'Hansson Bygg', 'Jansson Bygg'],
    ['other short words', 'Jan Ek', 'Jon Ek'],
    ['two letters of a shorter word', 'Rockville', 'Roseville'],
    ['a word more', 'GTX Basic', 'GTX Plus Basic'],
    ['nothing but marks', '-', '–'],
  ])('never for %s: %s, %s', (_, a, b) => {
    expect(suggested([a, b], COMPANIES)).toEqual([]);
  });

  it('takes letters that only a company’s name has for nothing there alone', () => {
    expect(suggested(['Penna HB', 'Penna'], PRODUCTS)).toEqual([]);
    expect(nameForms('AB', true).core).toEqual(['ab']);
  });

  it('gathers all spellings at the name most rows have, each once, the surest first', () => {
    expect(suggested(['Björk AB × 90', 'AB Björk × 3', 'BJÖRK AB × 8', 'Bjork', 'Björck AB × 2'], COMPANIES)).toEqual([
      'BJÖRK AB → Björk AB: case',
      'AB Björk → Björk AB: word-order',
      'Bjork → Björk AB: legal-form',
      'Björck AB → Björk AB: spelling',
    ]);
  });

  it('takes places a letter apart for two places', () => {
    expect(suggested(['Clifton', 'Clinton × 2', 'clinton'], { ...PRODUCTS, spelling: false })).toEqual([
      'clinton → Clinton: case',
    ]);
  });

  it('never brings two numbers together through a name without one', () => {
    expect(suggested(['Björk × 9', 'AB Björk × 3 # 7', 'Björk AB × 2 # 8'], COMPANIES)).toEqual([
      'AB Björk → Björk: legal-form',
    ]);
  });

  it('leaves out pairs said not to be the same', () => {
    const apart = [['GTXPro', 'GTX Pro']] as const;
    expect(suggested(['GTXPro', 'GTX Pro × 2'], { ...PRODUCTS, apart })).toEqual([]);
  });

  it('does not take a number that many names have for a customer’s', () => {
    const names = ['Alfa', 'Beta', 'Gamma', 'Delta', 'Omega'].map((name) => `${name} # 1`);
    expect(suggested(names, COMPANIES)).toEqual([]);
  });
});

describeWithData('the Superstore’s names', () => {
  const members = (field: string): readonly NamedMember[] => {
    const rows = superstoreRows();
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(String(row[field]), (counts.get(String(row[field])) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ name, rows: count, listed: false, numbers: [] }));
  };

  it('are one product spelled in two ways, and no two of 800 customers or 59 states', () => {
    expect(allSteps(suggestMerges(members('product'), PRODUCTS))).toMatchObject([
      {
        from: { name: 'GBC Standard Plastic Binding Systems Combs' },
        into: { name: "GBC Standard Plastic Binding Systems' Combs" },
        because: 'spacing',
      },
    ]);
    expect(allSteps(suggestMerges(members('customer'), COMPANIES))).toEqual([]);
    expect(allSteps(suggestMerges(members('custom:State/Province'), PRODUCTS))).toEqual([]);
  });
});
