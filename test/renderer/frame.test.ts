import { describe, expect, test } from 'vitest';
import { localeOf, systemLanguage } from '../../renderer/i18n/language.model.ts';
import { paperFor } from '../../renderer/print/paper.model.ts';
import { addressOf, parseAddress } from '../../renderer/state/route.model.ts';

describe('the address', () => {
  test('a screen, a code, a report, or several at once', () => {
    expect(parseAddress('#/data')).toEqual({ screen: 'data', code: null, print: null });
    expect(parseAddress('#code=abc')).toEqual({ screen: null, code: 'abc', print: null });
    expect(parseAddress('#/import&code=abc')).toEqual({ screen: 'import', code: 'abc', print: null });
    expect(parseAddress('#print=0b1c-2d&code=z-_')).toEqual({ screen: null, code: 'z-_', print: '0b1c-2d' });
  });

  test('what is unknown is passed over', () => {
    expect(parseAddress('#/__proto__')).toEqual({ screen: null, code: null, print: null });
    expect(parseAddress('')).toEqual({ screen: null, code: null, print: null });
    expect(addressOf('overview')).toBe('#/overview');
  });
});

test('paper and language by custom', () => {
  expect(paperFor(['en-US', 'sv'])).toBe('letter');
  expect(paperFor(['sv-SE'])).toBe('a4');
  expect(systemLanguage(['nb-NO', 'sv-SE', 'en'])).toBe('sv');
  expect(systemLanguage(['de-DE'])).toBe('en');
  expect(localeOf('sv')).toBe('sv-SE');
});
