import { expect } from 'vitest';
import type { Asked } from './asked.ts';

/** The methods of names shown as one, over the small sales. */
export async function mergeNames({ ok, fails }: Asked): Promise<void> {
  const before = await ok('workspace.current', {});
  const dimension = 'customer';
  expect((await ok('names.dimensions', {})).map(({ key }) => key)).toEqual(['customer', 'rep', 'product', 'region']);
  const { id } = await ok('names.merge', { dimension, names: ['Bageri Öst'], into: 'Nya Krogen' });
  const named = await ok('names.list', { dimension, search: 'bageri', offset: 0, limit: 10 });
  expect(named).toEqual({
    total: 1,
    names: [{ name: 'Nya Krogen', rows: 4, listed: false, kind: 'sale', also: ['Bageri Öst'] }],
  });
  expect(await ok('names.decisions', { dimension })).toEqual({
    merges: [{ id, into: 'Nya Krogen', names: [{ name: 'Bageri Öst', rows: 2 }] }],
    apart: [],
  });
  expect(await ok('names.suggestions', { dimension, limit: 10 })).toEqual({ total: 0, suggestions: [] });
  expect(await ok('names.undoMerge', { id })).toBeNull();
  const pair = ['Bageri Öst', 'Nya Krogen'] as const;
  for (const apart of [true, false]) {
    expect(await ok('names.keepApart', { dimension, names: [...pair], apart })).toBeNull();
    expect((await ok('names.decisions', { dimension })).apart).toEqual(apart ? [pair] : []);
  }
  expect(await ok('workspace.current', {})).toEqual({ ...before, revision: (before?.revision ?? 0) + 4 });
  await fails('names.undoMerge', { id }, 'E_NOT_FOUND');
  await fails('names.merge', { dimension: 'order', names: ['1001'], into: '1002' }, 'E_UNKNOWN_DIMENSION');
  await fails('names.merge', { dimension, names: ['Nobody'], into: 'Nya Krogen' }, 'E_NOT_FOUND');
}
