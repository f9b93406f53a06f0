import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithData } from '../support/data.ts';
import { cdnowSales } from '../engine/customer-value/cdnow.ts';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

describe('clv', () => {
  beforeAll(async () => {
    const rows = ['2026-01-05;Alm;Norr;60', '2026-02-06;Alm;Norr;40', '2026-01-07;Ceder;Syd;25'];
    writeFileSync(join(root, 'few.csv'), `Fakturadatum;Kund;Region;Belopp\n${rows.join('\n')}\n`);
    await json('import few.csv -w few.nyckeltal --json');
  });

  it('says by segment what customers have been worth, and why nothing is predicted', async () => {
    const { exit, stdout } = await nyckeltal('clv -w few.nyckeltal --segment region');
    expect(exit).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(lines).toContainEqual(['Norr', '1', '–', '100', expect.any(String), '–', '–']);
    expect(stdout).toContain('Too few customers have come back for a prediction: 1, at least 10 are needed.');
  });

  it('gives every customer as JSON', async () => {
    expect(await json('clv -w few.nyckeltal --json')).toMatchObject({
      customers: [{ member: 'Alm', purchases: 2, revenue: 100, value: null }, { member: 'Ceder' }],
      model: null,
      total: { customers: 2, revenue: 125 },
    });
    expect(await json('clv -w few.nyckeltal --where region=Syd --json')).toMatchObject({ total: { revenue: 25 } });
  });

  it('refuses what it cannot understand', async () => {
    expect((await nyckeltal('clv -w few.nyckeltal --months many')).exit).toBe(1);
    expect((await nyckeltal('clv -w few.nyckeltal --segment color')).exit).toBe(1);
  });
});

describeWithData('clv over CDNOW, from a file to the answer', () => {
  it('holds out 39 weeks: 1 653 purchases expected, 1 882 made', async () => {
    const rows = cdnowSales().map(({ customer, date, amount }) => `${customer};${date};${String(amount)}`);
    writeFileSync(join(root, 'cdnow.csv'), `Kund;Fakturadatum;Belopp\n${rows.join('\n')}\n`);
    await json('import cdnow.csv -w cdnow.nyckeltal --decimal . --as-guessed --json');
    const { stdout } = await nyckeltal('clv -w cdnow.nyckeltal');
    expect(stdout).toContain('It expected 1,653 purchases, 1,882 were made (-12%).'.replace('-', '−'));
  });
});
