import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { workbookOf } from '../fixtures/workbook.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { workshop } from './cli.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const;

const { root, program } = workshop();

/** Days on which clocks jump, years end or a leap day stands, with times on both sides of midnight anywhere. */
const CSV = `Fakturadatum;Kund;Belopp
2024-01-01 00:00:00;A;1,00
2024-02-29 23:59:59;A;2,00
2024-03-10 02:30:00;A;4,00
2024-03-31T02:30:00;A;8,00
2024-12-31 23:30;A;16,00
`;
/** Days of the first date system, times as fractions: 45292 is 2024-01-01, 45351 2024-02-29, 45657 2024-12-31. */
const serials = [
  ['45292', 1],
  ['45351.9999', 2],
  ['45382.104166666664', 8],
  ['45657.979166666664', 16],
] as const;
const rows = (shift: number): string =>
  serials
    .map(([serial, amount], i) => {
      const [day = '', part = ''] = serial.split('.');
      const value = `${Number(day) - shift}${part === '' ? '' : `.${part}`}`;
      return `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${value}</v></c><c r="B${i + 2}" t="inlineStr"><is><t>B${shift}</t></is></c><c r="C${i + 2}"><v>${amount * 100}</v></c></row>`;
    })
    .join('');
const header = ['Fakturadatum', 'Kund', 'Belopp']
  .map((name, i) => `<c r="${'ABC'.charAt(i)}1" t="inlineStr"><is><t>${name}</t></is></c>`)
  .join('');
const workbook = (shift: number): Buffer =>
  workbookOf({
    sheet: `<row r="1">${header}</row>${rows(shift)}`,
    formats: ['yyyy-mm-dd hh:mm'],
    ...(shift === 0 ? {} : { workbookPr: '<workbookPr date1904="1"/>' }),
  });

/** By hand: each workbook gives a hundred times the text's amounts, without the tenth of March. */
const EXPECTED = {
  '2024-01-01': 201,
  '2024-02-29': 402,
  '2024-03-10': 4,
  '2024-03-31': 1608,
  '2024-12-31': 3216,
};

beforeAll(() => {
  writeFileSync(join(root, 'times.csv'), CSV);
  writeFileSync(join(root, 'times-1900.xlsx'), workbook(0));
  writeFileSync(join(root, 'times-1904.xlsx'), workbook(1462));
});

/** Imports the files in a zone on a day and gives what `kpi revenue --by date:day --json` prints. */
async function revenueByDay(name: string, files: string, env: Readonly<Record<string, string>>): Promise<string> {
  const imported = await program(`import ${files} -w ${name}.nyckeltal --json`, env);
  expect([imported.exit, imported.stderr]).toEqual([0, '']);
  const told = await program(`kpi revenue --by date:day -w ${name}.nyckeltal --json`, env);
  expect([told.exit, told.stderr]).toEqual([0, '']);
  return told.stdout;
}

/** Days with revenue. */
const byDay = (json: string): Record<string, number> =>
  Object.fromEntries(
    (JSON.parse(json) as { by: { date?: string }; value: number }[]).flatMap(({ by, value }) =>
      by.date === undefined || value === 0 ? [] : [[by.date, value]],
    ),
  );

it('days are civil days: six time zones and the day before and after give the same bytes', async () => {
  const files = 'times.csv times-1900.xlsx times-1904.xlsx';
  const here = await revenueByDay('UTC', files, { TZ: 'UTC' });
  expect(byDay(here)).toEqual(EXPECTED);
  for (const zone of ZONES.slice(1)) {
    expect([zone, await revenueByDay(zone.replace('/', '-'), files, { TZ: zone })]).toEqual([zone, here]);
  }
  for (const today of ['2026-10-01', '2026-10-03']) {
    expect([today, await revenueByDay(today, files, { TZ: 'UTC', NYCKELTAL_TODAY: today })]).toEqual([today, here]);
  }
});

it('control: another day is another answer', async () => {
  writeFileSync(join(root, 'later.csv'), CSV.replace('2024-03-10', '2024-03-11'));
  const told = await revenueByDay('later', 'later.csv', { TZ: 'UTC' });
  expect(byDay(told)).not.toHaveProperty('2024-03-10');
});

describeWithData('Superstore west, east and at the date line', () => {
  it('gives the same days from the .xls as from the .csv', async () => {
    const path = (type: string): string => dataFile(`superstore/Sample - Superstore.${type}`).replaceAll(' ', '~');
    const here = await revenueByDay('csv', path('csv'), { TZ: 'UTC' });
    expect(Object.keys(byDay(here)).length).toBeGreaterThan(1000);
    for (const zone of ['America/New_York', 'Pacific/Chatham', 'Pacific/Apia']) {
      const told = await revenueByDay(`xls-${zone.replace('/', '-')}`, path('xls'), { TZ: zone });
      expect(told === here, zone).toBe(true);
    }
  });
});
