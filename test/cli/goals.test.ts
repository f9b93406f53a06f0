import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openWorkspace } from '#store/workspace-store.ts';
import { goalOf } from '../engine/goals/small-goals.ts';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
const W = '-w small.nyckeltal';

beforeAll(async () => {
  await json(`import small.csv ${W} --json`);
});

it('lists the goals as their tree with pace and what is needed, and every number as JSON', async () => {
  expect((await nyckeltal(`goals ${W}`)).stdout).toBe('No goals yet\n');
  const store = openWorkspace(join(root, 'small.nyckeltal'));
  // Nine of twelve months give 4,500. 2,600.00 up to August and 1,899.50 in September: 4,499.50.
  store.save('goal', goalOf({ id: 'year', target: { shape: 'level', value: 6000 } }));
  store.save('goal', goalOf({ id: 'sep', period: '2026-09', parent: 'year', target: { shape: 'level', value: 2000 } }));
  store.close();
  const listed = (await json(`goals ${W} --json`)) as readonly unknown[];
  expect(listed).toMatchObject([
    { id: 'year', name: 'Revenue 6,000\u00a0SEK', status: { target: 6000, actual: 4499.5, state: 'near' } },
    { id: 'sep', parent: 'year', status: { actual: 1899.5, state: 'missed', pace: 1899.5 / 2000 } },
  ]);
  const { stdout } = await nyckeltal(`goals ${W}`);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^Goal\s+So far\s+Should be\s+Pace\s+Projection\s+Needed per working day\s+State$/);
  expect(lines[1]).toMatch(/^Revenue 6,000.SEK\s+4,500.SEK\s+.*Near$/);
  expect(lines[2]).toMatch(/^ {2}Revenue 2,000.SEK\s+1,900.SEK\s+2,000.SEK\s+95%\s+–\s+Missed$/);
  expect((await nyckeltal(`goals ${W}`, 'sv-SE')).stdout).toContain('Nära');
});
