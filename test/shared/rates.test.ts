import { describe, expect, it } from 'vitest';
import { currencyCode, readRates, withRates } from '#shared/rates.ts';

describe('rates typed or pasted', () => {
  it('are read in any order of columns, with comma or point', () => {
    expect(
      readRates('Valuta\tDatum\tKurs\nEUR\t2026-01-01\t11,4523\r\n2026-02-01;usd;10.5\n$ 1.2.2026 9\nNOK 0,98'),
    ).toEqual({
      rates: [
        { currency: 'EUR', from: '2026-01-01', rate: 11.4523 },
        { currency: 'USD', from: '2026-02-01', rate: 10.5 },
        { currency: 'USD', from: '2026-02-01', rate: 9 },
        { currency: 'NOK', from: '1900-01-01', rate: 0.98 },
      ],
      unread: [],
    });
  });

  it('are refused where they can be read in two ways or in none', () => {
    const lines = [
      'EUR 01/02/2026 11,45',
      'EUR 2026-02-30 11,45',
      'EUR 1.234,5',
      'EUR 0',
      'EUR -11',
      'euro 11,45',
      'EUR 2026-01-01',
      'EUR USD 2',
      'EUR 11 12',
      'EUR 0,000000001',
    ];
    expect(readRates(lines.join('\n'))).toEqual({ rates: [], unread: lines });
  });

  it('replace those of the same currency and day', () => {
    const before = [{ currency: 'EUR', from: '2026-01-01', rate: 11 }];
    const added = [
      { currency: 'DKK', from: '2026-01-01', rate: 1.5 },
      { currency: 'EUR', from: '2026-01-01', rate: 12 },
      { currency: 'EUR', from: '2026-02-01', rate: 13 },
    ];
    expect(withRates(before, added)).toEqual([added[0], added[2], added[1]]);
  });
});

describe('the currency a text names', () => {
  it.each([
    ['', 'SEK'],
    ['kr', 'SEK'],
    ['Kronor', 'SEK'],
    ['sek', 'SEK'],
    ['€', 'EUR'],
    ['Euro', 'EUR'],
    ['$', 'USD'],
    ['nok ', 'NOK'],
    ['riksdaler', 'RIKSDALER'],
  ])('%s', (text, code) => {
    expect(currencyCode(text, 'SEK')).toBe(code);
  });

  it('is nobody’s for plain crowns in a workspace that counts in none', () => {
    expect(currencyCode('kr', 'NOK')).toBe('NOK');
    expect(currencyCode('kr', 'EUR')).toBe('KR');
    expect(currencyCode('', 'EUR')).toBe('EUR');
  });
});
