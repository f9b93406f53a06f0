import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import svNames from '#shared/messages/sv/names.json' with { type: 'json' };
import type { ListedName, NameDimension } from '#shared/names.ts';
import {
  dimensionToShow,
  namesToMerge,
  nameToKeep,
  rowsWords,
  turned,
} from '../../../../renderer/features/names/names.model.ts';

const dimension = (key: string, suggestions: number | null): NameDimension => ({
  key,
  label: null,
  kinds: ['sale'],
  names: 3,
  suggestions,
});
const listed = (name: string, rows: number): ListedName => ({ name, rows, listed: false, kind: 'sale', also: [] });

describe('the dimension shown', () => {
  const all = [dimension('customer', 0), dimension('title', null), dimension('product', 1)];

  it('is the chosen one while it is there, else the first with something to decide, else the first', () => {
    expect(dimensionToShow(all, 'customer')?.key).toBe('customer');
    expect(dimensionToShow(all, 'gone')?.key).toBe('product');
    expect(dimensionToShow(all.slice(0, 2), undefined)?.key).toBe('customer');
    expect(dimensionToShow([], 'customer')).toBeNull();
  });
});

it('the name kept has the most rows, the longer of equals', () => {
  expect(nameToKeep([listed('AB Björk', 3), listed('Björk AB', 90)])).toBe('Björk AB');
  expect(nameToKeep([listed('Björk', 3), listed('Björk AB', 3)])).toBe('Björk AB');
});

it('what is ticked is merged into the name written, itself left out', () => {
  const ticked = [listed('AB Björk', 3), listed('Björk AB', 90)];
  expect(namesToMerge(ticked, 'Björk AB ')).toEqual(['AB Björk']);
  expect(namesToMerge(ticked, 'Björk & Co')).toEqual(['AB Björk', 'Björk AB']);
  expect(namesToMerge(ticked, ' ')).toEqual([]);
  expect(namesToMerge(ticked.slice(0, 1), 'AB Björk')).toEqual([]);
});

it('a suggestion can be turned round', () => {
  const [from, into] = [listed('GTXPro', 1480), listed('GTX Pro', 0)];
  expect(turned({ from, into, because: 'spacing' })).toEqual({ from: into, into: from, because: 'spacing' });
});

it('rows are counted, and a name that only a list has says so', async () => {
  const i18n = createInstance();
  const t = await i18n.init({ lng: 'sv', resources: { sv: { names: svNames } } });
  expect(rowsWords(t, { rows: 1480, listed: false }, 'sv-SE')).toBe('1\u00a0480 rader');
  expect(rowsWords(t, { rows: 1, listed: true }, 'sv-SE')).toBe('1 rad');
  expect(rowsWords(t, { rows: 0, listed: true }, 'sv-SE')).toBe('står i listan');
});
