import { beforeAll, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { nyckeltal, json } = workshop();
const W = '-w small.nyckeltal';

beforeAll(() => json(`import small.csv ${W} --json`));

it('shows the settings and changes those that are set, which the numbers go by at once', async () => {
  expect(await json(`settings ${W} --json`)).toMatchObject({ currency: 'SEK', fiscalYearStart: 1, lapseDays: null });
  const set =
    'settings --set fiscalYearStart=9 --set stageWeights={"Demo":0.4} --set variants={"sales-growth":"year-over-year"}';
  expect(await json(`${set} ${W} --json`)).toMatchObject({ fiscalYearStart: 9, stageWeights: { Demo: 0.4 } });
  // FY2026 begins in September: 1 000.00 + 500.50 of 2025, then 2 600.00 up to August 2026.
  expect(await json(`kpi revenue ${W} --period FY2026 --json`)).toMatchObject([{ value: 4100.5 }]);
  // 1 899.50 of September against 1 500.50 a year before.
  expect(await json(`kpi sales-growth ${W} --period 2026-09 --json`)).toMatchObject([
    { value: (1899.5 - 1500.5) / 1500.5 },
  ]);
  expect((await nyckeltal(`settings ${W}`)).stdout).toMatch(/^Setting\s+Value\nfiscalYearStart\s+9\n/);
});

it('refuses what is no setting, a value it cannot have and a KPI that is not there, and changes nothing', async () => {
  const before = await json(`settings ${W} --json`);
  for (const [pair, said] of [
    ['lapseDays=soon', 'lapseDays'],
    ['nope=1', 'nope'],
    ['ownKpis=[]', 'ownKpis'],
    ['lapseDays', 'lapseDays'],
  ]) {
    const refused = await nyckeltal(`settings --set ${pair ?? ''} ${W}`);
    expect(refused).toMatchObject({ exit: 1, stdout: '' });
    expect(refused.stderr).toContain(said);
  }
  const unknown = await nyckeltal(`settings --set variants={"nope":"net"} ${W}`);
  expect(unknown).toEqual({
    exit: 1,
    stdout: '',
    stderr: 'There is no such KPI. Choose one from the list. (KPI nope)\n',
  });
  expect(await json(`settings ${W} --json`)).toEqual(before);
});
