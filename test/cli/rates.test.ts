import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

/** Two sales in dollars: 1 250.00 + 99.50. */
const DOLLARS = 'Date,Order,Amount\n2026-09-01,A1,"$1,250.00"\n2026-09-02,A2,$99.50\n';

it('a new workspace counts in --currency, or in what its first files are written in, and says so', async () => {
  writeFileSync(join(root, 'dollars.csv'), DOLLARS);
  const { stdout } = await nyckeltal('import dollars.csv -w dollars.nyckeltal');
  expect(stdout).toContain('The workspace counts in USD.');
  expect(stdout).toContain('Currency: USD, as the amounts are written with “$”.');
  expect(await json('kpi revenue -w dollars.nyckeltal --json')).toMatchObject([{ value: 1349.5 }]);
  await json('import dollars.csv -w cad.nyckeltal --currency CAD --json');
  expect(await json('kpi revenue -w cad.nyckeltal --json')).toMatchObject([{ value: 1349.5 }]);
  expect(await json('rates -w cad.nyckeltal --json')).toEqual({ rates: [], missing: [] });
});

it('a workspace that has rows keeps its currency: amounts in another wait for a rate', async () => {
  writeFileSync(join(root, 'kronor.csv'), 'Datum;Order;Belopp\n2026-08-01;K1;500,00 kr\n');
  await json('import kronor.csv -w both.nyckeltal --json');
  const { stdout } = await nyckeltal('import dollars.csv -w both.nyckeltal');
  expect(stdout).toContain('Add a rate for USD under Data');
  expect(await json('rates -w both.nyckeltal --json')).toMatchObject({ missing: [{ currency: 'USD', rows: 2 }] });
  await json('rates -w both.nyckeltal --add USD~2026-01-01~10 --json');
  expect(await json('kpi revenue -w both.nyckeltal --json')).toMatchObject([{ value: 13_995 }]);
});

it('keeps rates, names the currencies without one, and converts', async () => {
  writeFileSync(
    join(root, 'valutor.csv'),
    'Datum;Belopp;Valuta\n2026-01-10;100,00;EUR\n2026-01-11;50,00;SEK\n2026-01-12;10,00;USD\n',
  );
  await json('import valutor.csv -w valutor.nyckeltal --json');
  expect(await json('rates -w valutor.nyckeltal --json')).toEqual({
    rates: [],
    missing: [
      { currency: 'EUR', rows: 1 },
      { currency: 'USD', rows: 1 },
    ],
  });
  const { stdout } = await nyckeltal('rates -w valutor.nyckeltal --add EUR~2026-01-01~11,4523', 'sv-SE');
  expect(stdout).toContain('EUR');
  expect(stdout).toContain('11,4523');
  expect(stdout).toContain('USD saknar kurs; så många rader räknas inte: 1');
  // 100 × 11.4523 + 50; the row in USD is left out by name.
  expect(await json('explain revenue -w valutor.nyckeltal --json')).toMatchObject({
    value: 1195.23,
    rows: { used: 2, leftOut: [{ reason: 'missing-rate:USD', count: 1 }] },
  });
  const refused = await nyckeltal('rates -w valutor.nyckeltal --add EUR~01/02/2026~11,45');
  expect(refused).toMatchObject({ exit: 1, stdout: '' });
  expect(refused.stderr).toContain('is no rate');
});
