import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
const put = (name: string, text: string, encoding: BufferEncoding = 'utf8') =>
  writeFileSync(join(root, name), text, encoding);

describe('import', () => {
  it('--kind says what the rows are', async () => {
    put('cost.csv', 'Datum;Kategori;Belopp\n2026-01-13;Resor;500\n');
    expect(await json('import cost.csv -w cost.nyckeltal --json')).toMatchObject([{ kind: 'sale' }]);
    expect(await json('import cost.csv -w cost2.nyckeltal --kind cost --json')).toMatchObject([
      { kind: 'cost', rows: { imported: 1 } },
    ]);
  });

  it('--preset names the export, and an export is recognised without it', async () => {
    put('stripe.csv', 'id,Created (UTC),Amount,Amount Refunded,Status\nch_1,2026-01-13 10:00,100.00,30.50,Paid\nch_2,2026-01-13 11:00,80.00,0.00,Failed\n'); // prettier-ignore
    const known = {
      kind: 'sale',
      preset: 'stripe-payments',
      rows: { read: 3, header: 1, skipped: 1, imported: 1 },
      sums: { amount: { file: 69.5, imported: 69.5, leftOut: 80 } },
    };
    expect(await json('import stripe.csv -w stripe.nyckeltal --json')).toMatchObject([known]);
    put('plain.csv', 'id,Created,Amount,Amount Refunded,Status\nch_1,2026-01-13 10:00,100.00,30.50,Paid\nch_2,2026-01-13 11:00,80.00,0.00,Failed\n'); // prettier-ignore
    const [plain] = (await json('import plain.csv -w plain.nyckeltal --json')) as [object];
    expect(plain).not.toHaveProperty('preset');
    expect(plain).toMatchObject({ sums: { amount: { imported: 180 } } });
    expect(await json('import plain.csv -w named.nyckeltal --preset stripe-payments --json')).toMatchObject([known]);
    expect(await json('import stripe.csv -w none.nyckeltal --preset none --json')).toMatchObject([
      { rows: { imported: 2 } },
    ]);
  });

  it('--preset with a name that is none is wrong usage', async () => {
    const result = await nyckeltal('import stripe.csv -w never.nyckeltal --preset strype');
    expect(result).toMatchObject({ exit: 1, stdout: '' });
    expect(result.stderr).toContain('--preset');
  });

  it('says in words what the file was recognised as and what was left out', async () => {
    const { stdout } = await nyckeltal('import stripe.csv -w words.nyckeltal');
    expect(stdout).toContain('Read as an export from Stripe.\n1 row is left out (not paid): “Status” is Failed.\n');
    const swedish = await nyckeltal('import stripe.csv -w ord.nyckeltal', 'sv-SE');
    expect(swedish.stdout).toContain('Läses som export ur Stripe.\n1 rad lämnas utanför (inte betalda): ”Status” är Failed.\n'); // prettier-ignore
  });

  it('--sheet reads the one that is named', async () => {
    const book = utils.book_new();
    const lines = [['Datum', 'Kund', 'Belopp'], ['2026-01-13', 'A', 10]]; // prettier-ignore
    utils.book_append_sheet(book, utils.aoa_to_sheet(lines), 'Januari');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Order', 'Fakturadatum', 'Belopp'], ['7', '2026-02-13', 20]]), 'Annat'); // prettier-ignore
    const path = join(root, 'book.xlsx');
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(await json(`import ${path} -w sheet.nyckeltal --sheet Annat --json`)).toMatchObject([
      { sheets: ['Annat'], sums: { amount: { imported: 20 } } },
    ]);
  });

  it('--date-format settles dates that can be read in two ways', async () => {
    put('dates.csv', 'Datum;Kund;Belopp\n03/04/2026;A;10\n');
    expect(await nyckeltal('import dates.csv -w dates.nyckeltal')).toMatchObject({ exit: 2 });
    await json('import dates.csv -w dates.nyckeltal --date-format dmy --json');
    expect(await json('kpi revenue -w dates.nyckeltal --period 2026-04 --json')).toMatchObject([{ value: 10 }]);
  });

  it('--decimal settles numbers that can be read in two ways', async () => {
    put('marks.csv', 'Datum;Kund;Belopp\n2026-01-13;A;1,234\n');
    expect(await nyckeltal('import marks.csv -w marks.nyckeltal')).toMatchObject({ exit: 2 });
    expect(await json('import marks.csv -w marks.nyckeltal --decimal , --json')).toMatchObject([
      { sums: { amount: { imported: 1.234 } } },
    ]);
    expect(await json('import marks.csv -w marks2.nyckeltal --decimal . --json')).toMatchObject([
      { sums: { amount: { imported: 1234 } } },
    ]);
  });

  it('--encoding reads the letters as they were written', async () => {
    // ö in code page 437 is 0x94; Latin-1 writes each character as one byte.
    put('dos.csv', 'Datum;Kund;Belopp\n2026-01-13;\u0094gat;10\n', 'latin1');
    await json('import dos.csv -w dos.nyckeltal --encoding cp437 --json');
    expect(await json('kpi revenue -w dos.nyckeltal --by customer --json')).toMatchObject([
      { by: { customer: 'ögat' } },
      { by: {} },
    ]);
    expect(await nyckeltal('import dos.csv -w dos2.nyckeltal --encoding klingon')).toMatchObject({ exit: 1 });
  });

  it('--currency is the currency of every row', async () => {
    put('euro.csv', 'Datum;Kund;Belopp\n2026-01-13;A;10\n');
    await json('import euro.csv -w euro.nyckeltal --currency EUR --json');
    expect(await json('kpi revenue -w euro.nyckeltal --by currency --json')).toMatchObject([
      { by: { currency: 'EUR' } },
      { by: {} },
    ]);
    expect(await nyckeltal('import euro.csv -w euro2.nyckeltal --currency kr')).toMatchObject({ exit: 1 });
  });
});
