import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostInFolder } from '../support/host-in-folder.ts';

const HEADER = 'Deal id;Deal name;Company;Stage;Status;Value;Probability;Created;Expected close;Closed';
const AUGUST = [
  'D-1;Ek;Ek AB;Quote;Open;1000;50%;2026-06-01;2026-09-10;',
  'D-2;Gran;Gran AB;Need;Open;2000;20%;2026-06-15;2026-09-20;',
  'D-3;Asp;Asp AB;Quote;Open;500;50%;2026-07-01;2026-09-25;',
  'D-4;Björk;Björk AB;Closed;Won;700;100%;2026-05-01;2026-07-10;2026-07-10',
];
const SEPTEMBER = [
  'D-1;Ek;Ek AB;Closed;Won;1100;100%;2026-06-01;2026-09-10;2026-09-12',
  'D-2;Gran;Gran AB;Quote;Open;2500;50%;2026-06-15;2026-11-20;',
  'D-3;Asp;Asp AB;Closed;Lost;500;0%;2026-07-01;2026-09-25;2026-09-28',
  'D-5;Lind;Lind AB;Need;Open;300;20%;2026-09-29;2026-10-30;',
];

/** A workspace of deals as they stood in August and in September, with rows more in September; gives the ids of both imports. */
export async function importDealsTwice(at: HostInFolder, more: readonly string[] = []): Promise<readonly number[]> {
  await at.value('workspace.create', { name: 'Affärer' });
  const ids: number[] = [];
  for (const [name, rows] of [
    ['augusti.csv', AUGUST],
    ['september.csv', [...SEPTEMBER, ...more]],
  ] as const) {
    const path = join(at.folder, name);
    writeFileSync(path, [HEADER, ...rows].join('\n'));
    const options = { kind: 'deal' as const, onChange: 'update' as const };
    const { stageId } = await at.inspect(path, options);
    ids.push((await at.value('import.commit', { taskId: name, stageId, options })).id);
  }
  return ids;
}
