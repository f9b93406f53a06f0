import { expect } from 'vitest';
import type { Asked } from './asked.ts';

/** The methods of remembered mappings, over a workspace that has read `försäljning.csv`. */
export async function rememberMapping({ ok, fails }: Asked, fileId: string): Promise<void> {
  const mapping = (await ok('mapping.list', {})).find(({ file }) => file === 'försäljning.csv');
  expect(mapping).toMatchObject({ kind: 'sale', onChange: 'update', currency: null, file: 'försäljning.csv' });
  expect(mapping?.columns.map(({ header, target }) => [header, target.to])).toContainEqual(['Säljare', 'field']);
  expect(mapping?.columns.find(({ header }) => header === 'Fakturadatum')?.dateFormat).toBe('ymd');
  if (mapping === undefined) return;
  const looked = (options: object) => ok('import.inspect', { taskId: 'look', fileId, options });
  expect((await looked({})).remembered).toEqual({ file: 'försäljning.csv', usedAt: mapping.usedAt });
  expect((await looked({ remembered: false })).remembered).toBeNull();
  expect(await ok('mapping.forget', { fingerprint: mapping.fingerprint })).toBeNull();
  expect((await looked({})).remembered).toBeNull();
  expect(await ok('mapping.restore', mapping)).toBeNull();
  expect(await ok('mapping.list', {})).toContainEqual(mapping);
  await fails('mapping.restore', { ...mapping, fingerprint: '../up' }, 'E_BAD_REQUEST');
}
