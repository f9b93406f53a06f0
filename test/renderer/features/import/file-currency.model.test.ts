import { expect, it } from 'vitest';
import {
  asksWorkspaceCurrency,
  currencyChoices,
  withWorkspaceCurrency,
} from '../../../../renderer/features/import/file-currency.model.ts';
import { inspectionOf } from './inspection-of.ts';

const currency = { codes: ['USD'], from: 'symbol', text: '$', base: 'SEK', asks: true } as const;
const inspection = inspectionOf({ currency: { ...currency, codes: ['USD'] } });

it('offers the file’s and the workspace’s own first, and no text that is no currency', () => {
  const choices = currencyChoices(['SEK', 'EUR', 'USD'], { ...currency, codes: ['THB', 'RIKSDALER'] });
  expect(choices).toEqual(['THB', 'SEK', 'EUR', 'USD']);
});

it('waits for an answer as long as a table to import asks', () => {
  const choice = { ticked: ['1'], seen: { '1': { inspection, options: {} } } };
  expect(asksWorkspaceCurrency(choice)).toBe(true);
  expect(asksWorkspaceCurrency({ ...choice, ticked: [] })).toBe(false);
  const answered = withWorkspaceCurrency({}, 'USD');
  expect(asksWorkspaceCurrency({ ...choice, seen: { '1': { inspection, options: answered } } })).toBe(false);
  expect(withWorkspaceCurrency(answered, null)).toEqual({});
});
