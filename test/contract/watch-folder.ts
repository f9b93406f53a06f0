import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Asked } from './asked.ts';
import { SMALL_SALES } from './small-sales.ts';

const off = { folder: null, present: false, direct: false, offers: [], taken: [], left: [] };

/** The methods of the watched folder, over a workspace that has read `försäljning.csv` once and has none of its rows. */
export async function watchFolder({ way, ok, fails }: Asked): Promise<void> {
  expect(await ok('watch.state', {})).toEqual({ ...off, choices: [] });
  const folder = join(way.root, 'Exporter');
  mkdirSync(folder);
  writeFileSync(join(folder, 'nästa.csv'), SMALL_SALES);
  const { value } = (await way.addFolder(folder)) as { value: { id: string } };
  const watched = { id: value.id, name: 'Exporter', place: folder };
  expect(await ok('watch.start', value)).toMatchObject({ folder: watched, direct: false, choices: [watched] });
  await expect.poll(async () => (await ok('watch.state', {})).offers.length, { timeout: 5000 }).toBe(1);
  const { offers } = await ok('watch.state', {});
  expect(offers).toMatchObject([{ name: 'nästa.csv', rows: 9, rejected: 1, remembered: 'försäljning.csv' }]);
  expect(await ok('watch.direct', { direct: true })).toMatchObject({ direct: true, offers, taken: [] });
  const declined = { fileId: offers[0]?.fileId ?? '', answer: 'declined' } as const;
  expect(await ok('watch.answer', declined)).toMatchObject({ offers: [] });
  expect(await ok('watch.stop', {})).toEqual({ ...off, choices: [watched] });
  await fails('watch.direct', { direct: true }, 'E_NOT_FOUND');
  await fails('watch.start', { id: 'Exporter' }, 'E_NOT_FOUND');
}
