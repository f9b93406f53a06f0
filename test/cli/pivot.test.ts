import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseWhere } from '#cli/question-options.ts';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

const SALES = `Fakturadatum;Ordernr;Kund;Region;Belopp
2026-01-05;0001;Alm;Norr;60,00
2026-04-06;0002;=Bok;Norr;15,00
2026-01-07;0003;Ceder;Syd;25,00
`;
const VIEW = {
  question: {
    kpis: ['revenue'],
    rows: [{ dimension: 'region', order: { by: 'revenue' } }],
    columns: [{ dimension: 'date', grain: 'quarter' }],
  },
  values: [{ kpi: 'revenue', show: { as: 'share', of: 'total' } }],
};

beforeAll(async () => {
  writeFileSync(join(root, 'sales.csv'), SALES);
  writeFileSync(join(root, 'view.json'), JSON.stringify(VIEW));
  await json('import sales.csv -w w.nyckeltal --json');
});

describe('pivot', () => {
  it('shows a view as a table and as JSON', async () => {
    const { exit, stdout } = await nyckeltal('pivot view.json -w w.nyckeltal');
    expect(exit).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().split(/\s{2,}/))).toContainEqual(['Syd', '25.00%', '25.00%']);
    expect(await json('pivot view.json -w w.nyckeltal --json')).toMatchObject({
      rows: [{ path: ['Syd'] }, { path: ['Norr'] }, { path: [] }],
      cells: [0.25, null, 0.25, 0.6, 0.15, 0.75, 0.85, 0.15, 1],
    });
  });

  it('writes it as a file that is imported again', async () => {
    await json(`pivot view.json -w w.nyckeltal -o ${join(root, 'table.csv')} --locale sv-SE --json`);
    expect(readFileSync(join(root, 'table.csv'), 'utf8').replaceAll('\u00a0', ' ')).toBe(
      '\ufeffRegion;kv 1 2026;kv 2 2026;Totalt\r\nSyd;0,25;;0,25\r\nNorr;0,6;0,15;0,75\r\nTotalt;0,85;0,15;1\r\n',
    );
  });

  it('is read back with its months and without its totals', async () => {
    const rows = [{ dimension: 'region' }, { dimension: 'customer' }];
    const question = { kpis: ['revenue'], rows, columns: [{ dimension: 'date', grain: 'month' }] };
    writeFileSync(join(root, 'months.json'), JSON.stringify({ question, values: [{ kpi: 'revenue' }] }));
    for (const format of ['csv', 'xlsx']) {
      await json(`pivot months.json -w w.nyckeltal -o ${join(root, `months.${format}`)} --json`);
      const [read] = (await json(
        `import ${join(root, `months.${format}`)} -w again-${format}.nyckeltal --json`,
      )) as readonly unknown[];
      expect(read).toMatchObject({ kind: 'sale', sums: { amount: { imported: 100 } } });
      // In separated text an apostrophe says that a name is no formula, and nothing says that the apostrophe is no name.
      const customer = format === 'csv' ? "'=Bok" : '=Bok';
      const kpi = await json(`kpi revenue -w again-${format}.nyckeltal --period 2026-04 --by region,customer --json`);
      expect(kpi).toMatchObject([{ by: { region: 'Norr', customer }, value: 15 }, {}, { by: {}, value: 15 }]);
    }
  });

  it('is refused for what is no view', async () => {
    writeFileSync(join(root, 'no.json'), '{"question":{}}');
    expect((await nyckeltal('pivot no.json -w w.nyckeltal')).exit).toBe(1);
    expect((await nyckeltal('pivot view.json -w w.nyckeltal -o table.pdf')).exit).toBe(1);
  });
});

it.each([
  ['region=West|', { op: 'in', dimension: 'region', values: ['West', null] }],
  ['region!=West', { op: 'not-in', dimension: 'region', values: ['West'] }],
  ['customer~a=b', { op: 'contains', dimension: 'customer', text: 'a=b' }],
  ['customer!~ab', { op: 'not-contains', dimension: 'customer', text: 'ab' }],
  ['customer^=ab', { op: 'starts-with', dimension: 'customer', text: 'ab' }],
  ['customer$=ab', { op: 'ends-with', dimension: 'customer', text: 'ab' }],
  ['amount>=12,5', { op: 'between', dimension: 'amount', from: 12.5, to: null }],
  ['amount<=9', { op: 'between', dimension: 'amount', from: null, to: 9 }],
  ['created@2026-Q3', { op: 'period', dimension: 'created', period: '2026-Q3' }],
])('--where %s is a filter', (text, filter) => {
  expect(parseWhere(text)).toEqual(filter);
});

it.each(['region', '=West', 'amount>=many'])('--where %s is none', (text) => {
  expect(() => parseWhere(text)).toThrow(expect.objectContaining({ key: 'badWhere' }));
});
