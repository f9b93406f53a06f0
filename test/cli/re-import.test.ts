import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

/** Invoice 1001 has two lines; the later export says 250 where the first said 200, and has a new invoice. */
const FIRST = `Fakturadatum;Fakturanr;Radnr;Kund;Belopp
2026-09-01;1001;1;Ada;100,00
2026-09-01;1001;2;Ada;200,00
`;
const LATER = `Fakturadatum;Fakturanr;Radnr;Kund;Belopp
2026-09-01;1001;2;Ada;250,00
2026-09-30;1002;1;Bo;400,00
`;

beforeAll(() => {
  writeFileSync(join(root, 'first.csv'), FIRST);
  writeFileSync(join(root, 'later.csv'), LATER);
});

async function revenue(workspace: string): Promise<unknown> {
  const answers = (await json(`kpi revenue -w ${workspace} --json`)) as readonly { readonly value: unknown }[];
  return answers[0]?.value;
}

describe('a later export', () => {
  // By hand: 100 + 250 + 400; 100 + 200 + 400; 250 + 400, for 1001/1 is dated in the later file's period and not in it.
  it.each([
    ['', 750, { updated: 1, kept: 0, replaced: 1 }],
    ['--on-change update', 750, { updated: 1, kept: 0, replaced: 1 }],
    ['--on-change skip', 700, { updated: 0, kept: 1, replaced: 0 }],
    ['--on-change replace-period', 650, { updated: 0, kept: 0, replaced: 2 }],
  ])('with %s gives %d, and its undo gives back what was there', async (option, expected, changes) => {
    const workspace = `${option.replaceAll(/\W/g, '')}.nyckeltal`;
    await json(`import first.csv -w ${workspace} --json`);
    const line = `import later.csv -w ${workspace} ${option} --json`.replace('  ', ' ');
    const [report] = (await json(line)) as readonly { readonly importId: number }[];
    expect(report).toMatchObject({ changes, remembered: { file: 'first.csv' } });
    expect(await revenue(workspace)).toBe(expected);
    await json(`undo ${report?.importId ?? 0} -w ${workspace} --json`);
    expect(await revenue(workspace)).toBe(300);
  });

  it('says in words how it was read and what it changed', async () => {
    await json('import first.csv -w words.nyckeltal --json');
    const { stdout } = await nyckeltal('import later.csv -w words.nyckeltal --dry-run');
    expect(stdout).toContain('Read as first.csv was the last time.');
    expect(stdout).toMatch(/of which update earlier rows +1\n/);
    expect(stdout).toMatch(/earlier rows replaced +1\n/);
    const guessed = await nyckeltal('import later.csv -w words.nyckeltal --dry-run --as-guessed');
    expect(guessed.stdout).not.toContain('first.csv');
  });

  it('refuses a rule that is none', async () => {
    const { exit, stderr } = await nyckeltal('import later.csv -w words.nyckeltal --on-change merge');
    expect([exit, stderr]).toEqual([1, expect.stringContaining('--on-change')]);
  });
});
