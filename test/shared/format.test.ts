import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatCompact,
  formatFull,
  formatGrowth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatScaled,
  formatScaledSigned,
  formatSigned,
  formatSignedPercent,
  joined,
  moneyScale,
  moneyUnit,
  toneOf,
  type FormatContext,
} from '#shared/format.ts';

const sv: FormatContext = { locale: 'sv-SE', currency: 'SEK' };
const en: FormatContext = { locale: 'en-GB', currency: 'SEK' };
const euro: FormatContext = { locale: 'sv-SE', currency: 'EUR' };
/** Written with ordinary spaces and hyphens here; the product writes U+00A0 and U+2212. */
const typed = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2212');

describe('plain numbers', () => {
  test.each([
    [1234.5, 2, '1 234,50', '1,234.50'],
    [-1234.5, 2, '-1 234,50', '-1,234.50'],
    [0.125, 2, '0,13', '0.13'],
    [-0.125, 2, '-0,13', '-0.13'],
    [-0.001, 2, '0,00', '0.00'],
    [1_000_000, 0, '1 000 000', '1,000,000'],
  ])('%d with %d decimals', (value, decimals, swedish, english) => {
    expect(formatNumber(value, 'sv-SE', decimals)).toBe(typed(swedish));
    expect(formatNumber(value, 'en-GB', decimals)).toBe(english.replace('-', '\u2212'));
  });

  test('a sign is written both ways, and none on what rounds to zero', () => {
    expect(formatSigned(820, 'sv-SE')).toBe('+820');
    expect(formatSigned(-383, 'sv-SE')).toBe(typed('-383'));
    expect(formatSigned(0.4, 'sv-SE')).toBe('0');
    expect(formatSigned(-0.4, 'en-GB')).toBe('0');
  });

  test('growth beyond tenfold says no more than that', () => {
    expect(formatGrowth(0.09, 'sv-SE')).toBe(typed('+9 %'));
    expect(formatGrowth(161.85, 'en-GB')).toBe('>+999%');
    expect(formatGrowth(-1, 'sv-SE')).toBe(typed('-100 %'));
  });

  test('percent and percentage points', () => {
    expect(formatPercent(0.386, 'sv-SE')).toBe(typed('38,6 %'));
    expect(formatPercent(0.386, 'en-GB')).toBe('38.6%');
    expect(formatSignedPercent(-0.09, 'sv-SE')).toBe(typed('-9 %'));
    expect(formatSignedPercent(0.0826, 'en-GB', 1)).toBe('+8.3%');
    expect(formatPoints(-0.012, 'sv-SE')).toBe(typed('-1,2 pe'));
    expect(formatPoints(0.02, 'en-GB')).toBe('2.0\u00a0pp');
  });
});

describe('money', () => {
  test.each([
    [18_420_112, '18,42 mkr', '18.42 M SEK'],
    [4812.3, '4 812 kr', '4,812 SEK'],
    [733_215.2552, '733,2 tkr', '733.2 k SEK'],
    [84.5, '84,50 kr', '84.50 SEK'],
    [84, '84 kr', '84 SEK'],
    [0, '0 kr', '0 SEK'],
    [-383_000, '-383,0 tkr', '-383.0 k SEK'],
    [1_234_567_890, '1,23 mdkr', '1.23 bn SEK'],
    [123_456_789, '123,5 mkr', '123.5 M SEK'],
  ])('%d is short on a card', (value, swedish, english) => {
    expect(joined(formatCompact(value, 'money', sv), 'sv-SE')).toBe(typed(swedish));
    const parts = formatCompact(value, 'money', en);
    expect(`${parts.number} ${parts.unit}`).toBe(english.replace('-', '\u2212'));
  });

  test('the unit is chosen after rounding', () => {
    expect(formatCompact(999_949, 'money', sv)).toEqual({ number: '999,9', unit: 'tkr' });
    expect(formatCompact(999_950, 'money', sv)).toEqual({ number: '1,00', unit: 'mkr' });
    expect(formatCompact(9999.4, 'money', sv)).toEqual({ number: typed('9 999'), unit: 'kr' });
    expect(formatCompact(9999.5, 'money', sv)).toEqual({ number: '10,0', unit: 'tkr' });
  });

  test('currencies other than the krona keep their code', () => {
    expect(formatCompact(2_326_534.3543, 'money', euro)).toEqual({ number: '2,33', unit: 'MEUR' });
    expect(moneyUnit('thousand', euro)).toBe('TEUR');
    expect(moneyUnit('thousand', en)).toBe('k SEK');
  });

  test('in full with two decimals', () => {
    expect(formatFull(1234.5, 'money', sv)).toBe(typed('1 234,50 kr'));
    expect(formatFull(-1234.5, 'money', en)).toBe(`${typed('-')}1,234.50\u00a0SEK`);
  });

  test('one scale for a page: a year of 18,42 mkr shows its months in tkr', () => {
    const scale = moneyScale(18_420_112);
    expect(scale).toEqual({ step: 'thousand', decimals: 0 });
    expect(formatScaled(2_105_400, scale, 'sv-SE')).toBe(typed('2 105'));
    expect(formatScaledSigned(-383_200, scale, 'sv-SE')).toBe(typed('-383'));
    expect(moneyScale(2_326_534)).toEqual({ step: 'thousand', decimals: 1 });
    expect(moneyScale(733_215)).toEqual({ step: 'thousand', decimals: 1 });
    expect(moneyScale(-9_999)).toEqual({ step: 'one', decimals: 0 });
    expect(moneyScale(250_000_000)).toEqual({ step: 'million', decimals: 1 });
  });
});

describe('other units', () => {
  test.each([
    [0.386, 'ratio', '38,6 %', '38.6%'],
    [64, 'count', '64', '64'],
    [5111, 'count', '5 111', '5,111'],
    [2.5, 'quantity', '2,5', '2.5'],
    [1, 'days', '1 dag', '1 day'],
    [57, 'days', '57 dagar', '57 days'],
    [9.4, 'hours', '9,4 h', '9.4 h'],
    [20, 'years', '20 år', '20 years'],
    [20, 'periods', '20 perioder', '20 periods'],
    [1, 'periods', '1 period', '1 period'],
    [103.2, 'index', '103,2', '103.2'],
  ] as const)('%d %s', (value, unit, swedish, english) => {
    expect(joined(formatCompact(value, unit, sv), 'sv-SE')).toBe(typed(swedish));
    expect(joined(formatCompact(value, unit, en), 'en-GB')).toBe(english.replaceAll(' ', '\u00a0'));
  });

  test('in full', () => {
    expect(formatFull(0.12563615, 'ratio', sv)).toBe(typed('12,56 %'));
    expect(formatFull(38_654, 'count', en)).toBe('38,654');
    expect(formatFull(12.3456, 'quantity', sv)).toBe('12,3456');
  });

  test('bytes', () => {
    expect(formatBytes(512, 'sv-SE')).toBe(typed('512 B'));
    expect(formatBytes(3_407_872, 'sv-SE')).toBe(typed('3,4 MB'));
    expect(formatBytes(999_600, 'en-GB')).toBe('1.0\u00a0MB');
  });
});

describe('change', () => {
  test('money in percent: 18,42 against 17,008 is 8,3 % up', () => {
    const change = formatChange(
      { value: 17_008_000, difference: 1_412_000, ratio: 1_412 / 17_008 },
      'money',
      'higher',
      sv,
    );
    expect(change).toEqual({ arrow: '▲', text: typed('8,3 %'), tone: 'good', notMeaningful: false });
  });

  test('a ratio in percentage points', () => {
    expect(formatChange({ value: 0.398, difference: -0.012, ratio: null }, 'ratio', 'higher', en)).toEqual({
      arrow: '▼',
      text: '1.2\u00a0pp',
      tone: 'bad',
      notMeaningful: false,
    });
  });

  test('rising churn is bad', () => {
    expect(formatChange({ value: 0.02, difference: 0.01, ratio: null }, 'ratio', 'lower', sv)?.tone).toBe('bad');
    expect(toneOf(-1, 'lower')).toBe('good');
    expect(toneOf(5, 'neutral')).toBe('neutral');
  });

  test('few counted things as a number, many in percent', () => {
    expect(formatChange({ value: 52, difference: 12, ratio: 12 / 52 }, 'count', 'higher', sv)?.text).toBe('12');
    expect(formatChange({ value: 4000, difference: 400, ratio: 0.1 }, 'count', 'higher', sv)?.text).toBe(
      typed('10,0 %'),
    );
  });

  test('growth from zero or less is the difference and n/m', () => {
    expect(formatChange({ value: -200, difference: 700, ratio: null }, 'money', 'higher', sv)).toEqual({
      arrow: '▲',
      text: typed('700 kr'),
      tone: 'good',
      notMeaningful: true,
    });
  });

  test('what rounds to zero has no arrow and no colour, and nothing to compare with is null', () => {
    expect(formatChange({ value: 1000, difference: 0.1, ratio: 0.0001 }, 'money', 'higher', sv)).toEqual({
      arrow: '',
      text: typed('0,0 %'),
      tone: 'neutral',
      notMeaningful: false,
    });
    expect(formatChange({ value: null, difference: null, ratio: null }, 'money', 'higher', sv)).toBeNull();
    expect(formatChange(null, 'money', 'higher', sv)).toBeNull();
  });
});
