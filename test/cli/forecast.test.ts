import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

/** 100, 110, … 190 in the months of 2025-01 to 2025-10, half at each end. */
const SALES = Array.from({ length: 10 }, (_, i) => {
  const month = String(i + 1).padStart(2, '0');
  const half = (50 + 5 * i).toFixed(2).replace('.', ',');
  return [`2025-${month}-01;${String(2 * i)};Norr;${half}`, `2025-${month}-28;${String(2 * i + 1)};Syd;${half}`].join(
    '\n',
  );
});
const DEALS = [
  'D-1;Ek;Quote;Open;1000;50%;2025-10-01;2025-11-20;',
  'D-2;Alm;Quote;Open;400;50%;2025-09-01;2025-09-20;',
  'D-3;Asp;Closed;Won;700;100%;2025-08-01;2025-10-30;2025-10-30',
];

beforeAll(async () => {
  writeFileSync(join(root, 'sales.csv'), ['Fakturadatum;Ordernr;Region;Belopp', ...SALES].join('\n'));
  writeFileSync(
    join(root, 'deals.csv'),
    ['Deal id;Deal name;Stage;Status;Value;Probability;Created;Expected close;Closed', ...DEALS].join('\n'),
  );
  await json('import sales.csv -w w.nyckeltal --json');
  await json('import deals.csv -w w.nyckeltal --kind deal --json');
});

describe('forecast', () => {
  it('carries a history on, with how far that would have been off', async () => {
    const made = await json('forecast revenue -w w.nyckeltal --horizon 2 --json');
    expect(made).toMatchObject({ refusal: null, addsUp: true, backTest: { origins: 4 } });
    const { history, points } = made as { history: { key: string; value: number }[]; points: { key: string }[] };
    expect(history.map(({ value }) => value)).toEqual([100, 110, 120, 130, 140, 150, 160, 170, 180, 190]);
    expect(points.map(({ key }) => key)).toEqual(['2025-11', '2025-12']);
  });

  it('goes by filters', async () => {
    const made = await json('forecast revenue -w w.nyckeltal --where region=Norr --json');
    expect(made).toMatchObject({ history: [{ value: 50 }, { value: 55 }, {}, {}, {}, {}, {}, {}, {}, {}] });
  });

  it('says it as a table, in both languages', async () => {
    const { exit, stdout } = await nyckeltal('forecast revenue -w w.nyckeltal --horizon 1');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Revenue\n\nPeriod +Actual +Forecast +80% chance +95% chance\n/);
    expect(stdout).toContain('Seasons take two whole years (24 periods); there are 10.');
    expect(stdout).toMatch(/The forecast +\d+\.\d\d +\d+\.\d%/);
    const swedish = await nyckeltal('forecast orders -w w.nyckeltal --horizon 1', 'sv-SE');
    expect(swedish.stdout).toMatch(/^Antal order\n\nPeriod +Utfall +Prognos +80\s% chans/);
  });

  it('of the weighted pipeline tells the open deals, overdue ones apart', async () => {
    expect(await json('forecast weighted-pipeline -w w.nyckeltal --json')).toMatchObject({
      total: { deals: 2, value: 1400, weighted: 700 },
      overdue: { deals: 1, weighted: 200 },
    });
    const { stdout } = await nyckeltal('forecast weighted-pipeline -w w.nyckeltal');
    expect(
      stdout
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.trim().split(/\s{2,}/)),
    ).toContainEqual(['Overdue', '1', '400.00 SEK', '200.00 SEK']);
  });

  it('says why there is none, and what is wrong with the call', async () => {
    const { exit, stdout } = await nyckeltal('forecast average-order-value -w w.nyckeltal');
    expect([exit, stdout]).toEqual([
      0,
      'Average order value\n\nAverage order value does not add up over time and cannot be carried on like this.\n',
    ]);
    expect((await nyckeltal('forecast -w w.nyckeltal')).exit).toBe(1);
    expect((await nyckeltal('forecast revenue -w w.nyckeltal --horizon 0')).exit).toBe(1);
    expect((await nyckeltal('forecast nothing -w w.nyckeltal')).exit).not.toBe(0);
  });
});
