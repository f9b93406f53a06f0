import { describe, expect, test } from 'vitest';
import { localeOf, systemLanguage } from '../../renderer/i18n/language.model.ts';
import { cssString } from '../../renderer/print/css-string.model.ts';
import { paperFor } from '../../renderer/print/paper.model.ts';
import { parsePrintJob } from '../../renderer/print/print-job.model.ts';
import { addressOf, parseAddress } from '../../renderer/state/route.model.ts';

describe('the address', () => {
  test('a screen, a code, a report, or several at once', () => {
    expect(parseAddress('#/data')).toEqual({ screen: 'data', code: null, print: null });
    expect(parseAddress('#code=abc')).toEqual({ screen: null, code: 'abc', print: null });
    expect(parseAddress('#/import&code=abc')).toEqual({ screen: 'import', code: 'abc', print: null });
    expect(parseAddress('#print=eyJ4IjoxfQ&code=z-_')).toEqual({ screen: null, code: 'z-_', print: 'eyJ4IjoxfQ' });
  });

  test('what is unknown is passed over', () => {
    expect(parseAddress('#/__proto__')).toEqual({ screen: null, code: null, print: null });
    expect(parseAddress('')).toEqual({ screen: null, code: null, print: null });
    expect(addressOf('overview')).toBe('#/overview');
  });
});

describe('a print job', () => {
  const job = { template: 'overview', period: '2026', compare: 'last-year', filters: [], locale: 'sv-SE', paper: 'a4' };
  const packed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('comes out as it went in, also with å ä ö', () => {
    const filtered = { ...job, filters: [{ dimension: 'region', op: 'in', values: ['Östra Småland'] }] };
    expect(parsePrintJob(packed(filtered))).toEqual(filtered);
  });

  test('anything else is none', () => {
    expect(parsePrintJob('%%%')).toBeNull();
    expect(parsePrintJob(packed({ ...job, paper: 'a0' }))).toBeNull();
    expect(parsePrintJob(packed([1]))).toBeNull();
  });
});

test('a file name cannot leave the style it is written into', () => {
  expect(cssString('a"b\\c\nd')).toBe('"a\\22 b\\5c c\\a d"');
  expect(cssString('åäö.csv')).toBe('"åäö.csv"');
});

test('paper and language by custom', () => {
  expect(paperFor(['en-US', 'sv'])).toBe('letter');
  expect(paperFor(['sv-SE'])).toBe('a4');
  expect(systemLanguage(['nb-NO', 'sv-SE', 'en'])).toBe('sv');
  expect(systemLanguage(['de-DE'])).toBe('en');
  expect(localeOf('sv')).toBe('sv-SE');
});
