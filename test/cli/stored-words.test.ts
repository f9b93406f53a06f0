import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
const W = '-w deals.nyckeltal';

beforeAll(async () => {
  writeFileSync(
    join(root, 'deals.csv'),
    'Affär;Status;Värde;Skapad;Stängd\nA;Won;100;2026-01-05;2026-01-20\nB;Lost;50;2026-01-06;2026-01-21\n',
  );
  writeFileSync(join(root, 'goals.csv'), 'KPI;Period;Mål\nbookings;2026-01-01;200\n');
  await json(`import deals.csv ${W} --kind deal --json`);
  await json(`import goals.csv ${W} --kind target --json`);
});

it('says what the import rules write in the language of the reader, in tables and rows, not in JSON', async () => {
  const asked = `kpi win-rate ${W} --period 2026-01 --by status`;
  const swedish = (await nyckeltal(asked, 'sv-SE')).stdout;
  expect(swedish).toMatch(/\n\s*Status\s/);
  expect(swedish).toMatch(/\nförlorad\s[\s\S]*\nvunnen\s/);
  expect((await nyckeltal(asked)).stdout).toMatch(/\nlost\s[\s\S]*\nwon\s/);
  expect(await json(`${asked} --json`)).toMatchObject([{ by: { status: 'lost' } }, { by: { status: 'won' } }, {}]);
  const told = (await nyckeltal(`explain win-rate ${W} --period 2026-01 --where status=won --rows`, 'sv-SE')).stdout;
  expect(told).toMatch(/status: vunnen/);
  expect(told).toMatch(/deals\.csv\s.*vunnen/);
});

it('has the target and the distance to it beside a number', async () => {
  const { stdout } = await nyckeltal(`kpi bookings ${W} --period 2026-01 --compare target`);
  // Won for 100, of 200.
  expect(stdout).toMatch(/100.*200.*50/);
});
