import { expect, it } from 'vitest';
import { dataFile, describeWithData } from '../support/data.ts';
import { workshop } from './cli.ts';

const { json, nyckeltal } = workshop();

const american = [2_297_200.8603, 286_397.0217, 5009, 793];
/** Central, East, South, West, all. */
const byRegion = [501_239.8908, 678_781.24, 391_721.905, 725_457.8245, 2_297_200.8603];

/** Answers worked out apart from this project stand beside the data, in its ORACLES.md §1. */
describeWithData('the command line on Superstore', () => {
  it.each(['csv', 'xls'])('gives the known sums of the .%s exactly', async (type) => {
    const file = dataFile(`superstore/Sample - Superstore.${type}`).replaceAll(' ', '~');
    const workspace = `superstore-${type}.nyckeltal`;
    expect(await json(`import ${file} -w ${workspace} --json`)).toMatchObject([
      {
        rows: { imported: 10_194, rejected: 0, duplicates: 0 },
        sums: { amount: { file: 2_326_534.3543, imported: 2_326_534.3543 }, profit: { imported: 292_296.8146 } },
      },
    ]);
    const values = async (line: string): Promise<readonly unknown[]> =>
      ((await json(`kpi ${line} -w ${workspace} --json`)) as { value: unknown }[]).map(({ value }) => value);
    expect(await values('revenue orders active-customers')).toEqual([2_326_534.3543, 5111, 804]);
    expect(await values('revenue --where country=United~States')).toEqual([2_297_200.8603]);
    expect(await values('new-customers --by year')).toEqual([605, 131, 57, 11, 804]);
    expect(await values('revenue --by region --where country=United~States')).toEqual(byRegion);
    expect(await nyckeltal(`import ${file} -w ${workspace}`)).toMatchObject({ exit: 2, stdout: '' });
  });

  it.each([
    ['superstore_us_9994_cp1252_comma_mdy', 'windows-1252', ',', '.'],
    ['superstore_sv_cp1252_semicolon_decimalcomma_iso', 'windows-1252', ';', ','],
    ['superstore_de_utf8bom_semicolon_thousanddot_dmy', 'utf-8', ';', ','],
  ])('reads %s as the same sales', async (name, encoding, separator, decimal) => {
    const file = dataFile(`superstore/derived/${name}.csv`).replaceAll(' ', '~');
    expect(await json(`import ${file} -w ${name}.nyckeltal --json`)).toMatchObject([
      { rows: { imported: 9994, rejected: 0 }, format: { encoding, separator, decimal } },
    ]);
    const answer = await json(`kpi revenue gross-profit orders active-customers -w ${name}.nyckeltal --json`);
    expect((answer as { value: unknown }[]).map(({ value }) => value)).toEqual(american);
  });
});
