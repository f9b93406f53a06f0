import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
const W = '-w small.nyckeltal';

beforeAll(() => json(`import small.csv ${W} --json`));

it('checks a formula with the numbers of today', async () => {
  // September 2026: 1 899.50 over 8 − 2 + 12 + 1 = 19 units; 99.97 each.
  const told = await json(`own-kpi check net-sales~/~units ${W} --period 2026-09 --json`);
  expect(told).toMatchObject({ ok: true, unit: 'money', value: 1899.5 / 19 });
  const { stdout } = await nyckeltal(`own-kpi check net-sales~/~units ${W} --period 2026-09`);
  expect(stdout).toMatch(/^net-sales \/ units = 99\.97\sSEK \(money\)\n/);
  expect(stdout).toMatch(/units\s+Sep\s2026\s+19\n/);
});

it('marks the place where a formula is wrong, and says what may be meant', async () => {
  expect(await nyckeltal(`own-kpi check net-sales~/~unit ${W}`)).toEqual({
    exit: 2,
    stdout: '',
    stderr:
      'net-sales / unit\n            ^^^^\nNothing is called “unit”. Check the spelling, or choose a name from the list. Perhaps: units.\n',
  });
  expect((await nyckeltal(`own-kpi check net-sales~+~distinct-orders ${W}`, 'sv-SE')).stderr).toBe(
    `net-sales + distinct-orders
^^^^^^^^^^^^^^^^^^^^^^^^^^^
De här två har olika enheter och går inte ihop: ”net-sales + distinct-orders”.
`,
  );
  expect((await nyckeltal(`own-kpi check 2~*~( ${W}`)).stderr).toContain('2 * (\n     ^\n');
  const { stderr } = await nyckeltal(`own-kpi check nope ${W} --json`);
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: 'E_BAD_FORMULA', details: { problem: 'unknown-name', position: 0, length: 4 } },
  });
});

it('adds a KPI that is asked, explained and listed like any other, and takes it away', async () => {
  const saved = await nyckeltal(
    `own-kpi add unit-price net-sales~/~units ${W} --name Styckintäkt --definition Per~enhet.`,
  );
  expect(saved).toEqual({ exit: 0, stdout: 'Styckintäkt (unit-price) is saved.\n', stderr: '' });
  expect(await json(`kpi unit-price ${W} --period 2026-09 --json`)).toMatchObject([
    { kpi: 'unit-price', value: 1899.5 / 19, unit: 'money' },
  ]);
  expect((await nyckeltal(`kpi unit-price ${W} --period 2026-09`)).stdout).toMatch(/Styckintäkt\s+99\.97\sSEK/);
  const explained = await nyckeltal(`explain unit-price ${W} --period 2026-09`);
  expect(explained.stdout).toMatch(/^Styckintäkt\nPer enhet\.\n/);
  expect(explained.stdout).toMatch(/\nVariant\s+own\n/);
  const listed = (await json(`kpis ${W} --possible --json`)) as { kpi: string; name: string }[];
  expect(listed.at(-1)).toMatchObject({ kpi: 'unit-price', name: 'Styckintäkt', category: 'result', possible: true });

  await json(`own-kpi add index 100~*~unit-price~/~prev(unit-price) ${W} --name Prisindex --json`);
  expect(await nyckeltal(`own-kpi remove unit-price ${W}`)).toEqual({
    exit: 2,
    stdout: '',
    stderr: 'Other KPIs are made of it: Prisindex. Nothing was changed; change those first. (KPI unit-price)\n',
  });
  const cycle = await nyckeltal(`own-kpi add unit-price 2~*~index ${W} --replace`);
  expect(cycle.exit).toBe(2);
  expect(cycle.stderr).toMatch(
    /^2 \* index\n {4}\^{5}\nThe formula leads back.*\(unit-price → index → unit-price\)\n$/,
  );
  expect(await nyckeltal(`own-kpi add unit-price 1 ${W}`)).toMatchObject({ exit: 2 });
  await json(`own-kpi remove index ${W} --json`);
  expect(await json(`own-kpi remove unit-price ${W} --json`)).toMatchObject({ formula: 'net-sales / units' });
  expect(await nyckeltal(`kpi unit-price ${W}`)).toMatchObject({ exit: 1 });
});

it('says how it is used', async () => {
  for (const line of ['own-kpi', 'own-kpi add x', 'own-kpi add Big~Id 1', 'own-kpi add x 1 --unit pounds', 'kpis nope'])
    expect(await nyckeltal(`${line} ${W}`), line).toMatchObject({ exit: 1, stdout: '' });
});

it('lists KPIs by category with what the others need, and one with the number in every variant', async () => {
  const { stdout } = await nyckeltal(`kpis ${W}`);
  expect(stdout).toMatch(/^Result\s+Name\s+Variant\n|\nResult\s+Name\s+Variant\n/);
  expect(stdout).toMatch(/\ndiscount-rate\s+Discount rate\s.*needs Discount/);
  // The sales of 2026 are 4 499.50; the file has neither discounts nor dates of order.
  const [revenue] = (await json(`kpis revenue ${W} --period 2026 --json`)) as { inVariants: object[] }[];
  expect(revenue?.inVariants).toMatchObject([
    { variant: 'net', formula: 'net-sales', value: 4499.5, possible: true },
    { variant: 'gross', possible: false, needs: ['sale.discount'] },
    { variant: 'by-order-date', possible: false, needs: ['sale.order_date'] },
  ]);
  const about = await nyckeltal(`kpis revenue ${W} --period 2026`, 'sv-SE');
  expect(about.stdout).toMatch(/^Intäkter\n/);
  expect(about.stdout).toMatch(/\nnet \*\s+net-sales\s+4\s499,50\skr/);
});

it('asks one KPI in several variants at once', async () => {
  const both = await nyckeltal(`kpi sales-growth:previous sales-growth:year-over-year ${W} --period 2026-09`);
  expect(both.exit).toBe(0);
  // 1 899.50 after 2 600 in August and 1 500.50 a year before.
  expect(
    await json(`kpi sales-growth:previous sales-growth:year-over-year ${W} --period 2026-09 --json`),
  ).toMatchObject([
    { kpi: 'sales-growth:previous', value: (1899.5 - 2600) / 2600, unit: 'ratio' },
    { kpi: 'sales-growth:year-over-year', value: (1899.5 - 1500.5) / 1500.5, unit: 'ratio' },
  ]);
});

it('gives the rows of every kind behind a number', async () => {
  writeFileSync(
    join(root, 'costs.csv'),
    'Datum;Kostnadsslag;Belopp\n2026-09-10;Hyra;200,50\n2026-09-20;Annonser;100,00\n2026-08-01;Hyra;50,00\n',
  );
  await json(`import costs.csv ${W} --kind cost --json`);
  const asked = `explain gross-margin:net ${W} --period 2026-09 --rows`;
  // Sales 1 899.50 less goods 480 − 120 + 700 + 60 = 1 120 less costs 300.50, of sales.
  expect(await json(`${asked} --json`)).toMatchObject({
    value: (1899.5 - 1120 - 300.5) / 1899.5,
    pages: [
      { kind: 'sale', total: 4, rows: [{ fileRow: 7 }, { fileRow: 8 }, { fileRow: 9 }, { fileRow: 10 }] },
      {
        kind: 'cost',
        total: 2,
        rows: [
          { file: 'costs.csv', fileRow: 2 },
          { file: 'costs.csv', fileRow: 3 },
        ],
      },
    ],
  });
  const { stdout } = await nyckeltal(asked);
  expect(stdout).toMatch(/\nVariant\s+net \(.+\)\n/);
  expect(stdout).toMatch(/\nsales lines\nSource\s+Row[\s\S]+\ncosts\nSource\s+Row/);
});
