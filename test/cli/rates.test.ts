import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

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
