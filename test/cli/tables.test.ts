import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();

const BOOK = `#FLAGGA 0
#SIETYP 4
#KONTO 3010 Varor
#KONTO 4010 Varuinköp
#RES 0 3010 -150
#VER A 1 20260105 Kassa
{
#TRANS 1910 {} 110.00
#TRANS 3010 {} -150.00
#TRANS 4010 {} 40.00
}
`;
const BELOW = `Datum;Kund;Belopp
2026-01-05;Alfa;100,50
2026-01-06;Beta;50

Säljare;Period;Mål
Anna;2026-01-01;500

Ord;Kommentar
Ring;Alfa
`;

beforeAll(() => {
  writeFileSync(join(root, 'book.csv'), BOOK);
  writeFileSync(join(root, 'below.csv'), BELOW);
});

describe('import of a file with months as columns', () => {
  const months = 'Region;jan;feb;mar\nNorr;10;20;30\nSyd;1,5;2,5;3\n';

  it('is refused while nobody says of which year, and takes it from --year', async () => {
    writeFileSync(join(root, 'months.csv'), months);
    const refused = await nyckeltal('import months.csv -w months.nyckeltal');
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    expect(refused.stderr).toContain('nothing says of which year');
    expect(await json('import months.csv -w months.nyckeltal --year 2025 --json')).toMatchObject([
      { rows: { imported: 6 }, sums: { amount: { imported: 67 } } },
    ]);
    const result = (await json('kpi revenue -w months.nyckeltal --period 2025-02 --json')) as { value: number }[];
    expect(result[0]?.value).toBe(22.5);
    expect((await nyckeltal('import months.csv -w never.nyckeltal --year twenty')).exit).toBe(1);
  });

  it('takes it from the name of the file, and says so', async () => {
    writeFileSync(join(root, 'months-2024.csv'), months);
    const { stdout } = await nyckeltal('import months-2024.csv -w named.nyckeltal');
    expect(stdout).toContain('Year: 2024, by the file’s name “months-2024.csv”.');
  });
});

describe('import of a file with several tables', () => {
  it('imports every one that says what it holds, one object each', async () => {
    expect(await json('import below.csv -w below.nyckeltal --json')).toMatchObject([
      { kind: 'sale', importId: 1, rows: { imported: 2 }, sums: { amount: { imported: 150.5 } } },
      { kind: 'target', importId: 2, rows: { imported: 1 } },
    ]);
    expect(await json('import book.csv -w book.nyckeltal --json')).toMatchObject([
      { kind: 'sale', importId: 1, sums: { amount: { file: 150, imported: 150 } } },
      { kind: 'cost', importId: 2, sums: { amount: { file: 40, imported: 40 } } },
    ]);
  });

  it('imports those of the kind asked for', async () => {
    const tables = (await json('import below.csv -w kind.nyckeltal --kind target --json')) as { kind: string }[];
    expect(tables.map(({ kind }) => kind)).toEqual(['target']);
  });

  it('tells which have nothing new, and refuses when none has', async () => {
    expect((await nyckeltal('import below.csv -w again.nyckeltal --kind sale')).exit).toBe(0);
    expect(await json('import below.csv -w again.nyckeltal --json')).toMatchObject([
      { kind: 'sale', importId: null, rows: { duplicates: 2, imported: 0 } },
      { kind: 'target', importId: 2 },
    ]);
    const third = await nyckeltal('import below.csv -w again.nyckeltal');
    expect(third).toMatchObject({ exit: 2, stdout: '' });
  });

  it('says which of the tables stands in the way', async () => {
    writeFileSync(
      join(root, 'two.csv'),
      'Datum;Kund;Belopp\n03/04/2026;Alfa;1\n\nSäljare;Period;Mål\nAnna;2026-01-01;500\n',
    );
    const { exit, stderr } = await nyckeltal('import two.csv -w two.nyckeltal');
    expect(exit).toBe(2);
    expect(stderr).toContain('(table 1, field date, column Datum)');
  });

  it('takes a column for the table that has it', async () => {
    const tables = (await json('import below.csv -w map.nyckeltal --map rep=Kund --json')) as { mapping: object }[];
    expect(tables.map(({ mapping }) => mapping)).toMatchObject([{ rep: 'Kund' }]);
    const unknown = await nyckeltal('import below.csv -w map2.nyckeltal --map rep=Ingen');
    expect(unknown.exit).toBe(1);
  });
});
