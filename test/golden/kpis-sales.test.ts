import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFile, describeWithData } from '../support/data.ts';
import { askedOf, type Asked } from './kpi-values.ts';

/** Figures of ORACLES.md §14, which rounds some of them to the hundredth. */
describeWithData('the Financial Sample', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askedOf('financial_sample/Financial Sample.xlsx');
  });
  afterAll(() => asked.close());

  it.each([
    ['revenue', 118_726_350.26, 4],
    ['gross-profit', 16_893_702.26, 4],
    ['gross-margin', 0.14229109, 8],
    ['discount-rate', 0.07195445, 8],
    ['revenue:gross', 127_931_598.5, 4],
    ['units', 1_125_806, 4],
  ])('%s is %d', async (kpi, expected, digits) => expect(await asked.total(kpi)).toBeCloseTo(expected, digits));

  it('by country and by year', async () => {
    const [country, year] = [{ dimension: 'country' }, { dimension: 'date', grain: 'year' }] as const;
    expect(await asked.by('revenue', country)).toMatchObject({
      Canada: 24_887_654.885,
      France: 24_354_172.28,
      Germany: 23_505_340.82,
      Mexico: 20_949_352.11,
      'United States of America': 25_029_830.165,
    });
    expect(await asked.by('gross-profit', country)).toMatchObject({ Canada: 3_529_228.885, Mexico: 2_907_523.11 });
    expect(await asked.by('revenue', year)).toMatchObject({ '2013': 26_415_255.51, '2014': 92_311_094.75 });
    expect(await asked.by('units', year)).toMatchObject({ '2013': 264_674, '2014': 861_132 });
  });
});

const linesOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(dataFile(`crm_activities/${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** Figures of ORACLES.md §16: the lines have no date and the sales no amount, so the test joins them into one file. */
describeWithData("the CRM's sales and their lines", () => {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-joined-'));
  let asked: Asked;
  beforeAll(async () => {
    const sales = new Map(linesOf('Sales').map(([id = '', contact = '', date = '']) => [id, `${id},${contact},${date}`]));
    const rows = linesOf('SalesLines').map(([line = '', id = '', item = '', quantity = '', price = '', margin = '']) =>
      [line, sales.get(id) ?? '', item, quantity, price, ((Number(price) * Number(margin)) / 100).toFixed(4)].join(','),
    );
    const file = join(folder, 'sales.csv');
    writeFileSync(file, ['Line,Order number,Customer,Order date,Product,Quantity,Amount,Profit', ...rows].join('\n'));
    asked = await askedOf(file);
  });
  afterAll(async () => {
    await asked.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['revenue', 2_188_224.09, 9],
    ['orders', 495, 9],
    ['average-order-value', 4420.654727, 6],
    ['active-customers', 99, 9],
    ['gross-profit', 377_785.07, 2],
    ['gross-margin', 0.1726446, 7],
  ])('%s is %d', async (kpi, expected, digits) => expect(await asked.total(kpi)).toBeCloseTo(expected, digits));
});
