import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

const SALES = `Fakturadatum;Ordernr;Kund;Region;Lager;Belopp
2026-01-05;0001;=SUMMA(A1);Norr;7,5;1 250,00
2026-01-06;0002;"Öst; och ""Väst""";Norr;;-99,5
2026-01-07;0003;Totalt;Syd;2;500,00
`;

it.each(['csv', 'xlsx'])('rows written as %s are imported into another workspace as they were', async (format) => {
  writeFileSync(join(root, 'sales.csv'), SALES);
  await json(`import sales.csv -w from-${format}.nyckeltal --json`);
  const made = await json(`export sale -w from-${format}.nyckeltal -o ${join(root, `rows.${format}`)} --json`);
  expect(made).toMatchObject({ kind: 'sale', rows: 3, cut: 0 });
  const [imported] = (await json(
    `import ${join(root, `rows.${format}`)} -w to-${format}.nyckeltal --json`,
  )) as readonly unknown[];
  expect(imported).toMatchObject({ kind: 'sale', rows: { imported: 3 }, sums: { amount: { imported: 1650.5 } } });
  // The file it came from is told in the export; the rows are the same, and so is what is written of them again.
  await nyckeltal(`export sale -w from-${format}.nyckeltal -o one.csv --locale sv-SE`);
  await nyckeltal(`export sale -w to-${format}.nyckeltal -o two.csv --locale sv-SE`);
  const [one, two] = ['one.csv', 'two.csv'].map((name) =>
    readFileSync(join(root, name), 'utf8').replaceAll(/;(?:sales\.csv|rows\.\w+);[^;\r\n]*;\d+/g, ''),
  );
  expect(two).toBe(one);
});

it('writes the rows asked for', async () => {
  await json('import sales.csv -w some.nyckeltal --json');
  const { exit, stdout } = await nyckeltal(
    'export sale -w some.nyckeltal -o some.csv --where region=Norr --search öst --locale sv-SE',
  );
  expect([exit, stdout]).toEqual([0, `${join(root, 'some.csv')} is ready: 1 row.\n`]);
  expect(readFileSync(join(root, 'some.csv'), 'utf8')).toBe(
    '\ufeffDatum;Belopp (netto);Ordernummer;Kund;Region;Lager [tal];Källfil;Källblad;Källrad [Nyckeltal: sale]\r\n' +
      '2026-01-06;-99,5;0002;"Öst; och ""Väst""";Norr;;sales.csv;;3\r\n',
  );
});

it.each([
  ['export -w some.nyckeltal -o some.csv', 'Say which kind of rows'],
  ['export sale -w some.nyckeltal -o some.pdf', 'Say where to save the rows'],
  ['export deal -w some.nyckeltal -o deals.csv', 'The workspace has no rows of that kind (deals)'],
])('%s is refused in a sentence', async (line, sentence) => {
  const { exit, stderr } = await nyckeltal(line);
  expect(exit).toBe(1);
  expect(stderr).toContain(sentence);
});
