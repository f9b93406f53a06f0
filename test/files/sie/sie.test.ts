import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { sumsByAccount } from '#files/sie/check-sie.ts';
import { parseSie } from '#files/sie/parse-sie.ts';
import { readSie } from '#files/sie/read-sie.ts';
import type { SieBook } from '#files/sie/sie-book.ts';
import { sieFields } from '#files/sie/sie-fields.ts';
import { sieTables } from '#files/sie/sie-tables.ts';
import { decoderOf } from '#files/text/decode.ts';
import { convertAll, fieldValues, TEXT_FILE } from '../../engine/import/inspect-rows.ts';
import { linesOf } from '../../engine/import/tables/rows-of.ts';
import { withFile } from '../../fixtures/read-bytes.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

const QUIET = { progress: () => undefined, cancelled: () => false };

const BOOK = `#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#RAR 0 20260101 20261231
#DIM 1 "Butik"
#OBJEKT 1 10 "Umeå C"
#KONTO 3010 "Försäljning varor"
#KONTO 4010 "Inköp varor"
#KONTO 1910 "Kassa"
#RES 0 3010 -150.00
#RES 0 4010 40.00
#VER A 1 20260105 "Dagskassa"
{
#TRANS 1910 {} 100.00
#TRANS 3010 {1 "10"} -100.00 20260104 "Bord \\"7\\""
}
#VER "A" "2" 20260110 "Dagskassa"
{
#RTRANS 3010 {} -60.00
#TRANS 3010 {} -50.00
#BTRANS 3010 {} -60.00
#TRANS 4010 {} 40.00
#TRANS 1910 {} 10.00
}
`;

describe('a line of a SIE file', () => {
  it.each([
    [
      '#TRANS 3010 {1 "Butik A" 6 P1} -137.00 "" "En ""',
      ['#TRANS', '3010', ['1', 'Butik A', '6', 'P1'], '-137.00', '', 'En ', ''],
    ],
    ['\t#TRANS\t1910 {} 12', ['#TRANS', '1910', [], '12']],
    ['#KONTO 1010 "Kaffe \\"mörk\\" rost"', ['#KONTO', '1010', 'Kaffe "mörk" rost']],
    ['#TRANS 1910 { }1.5', ['#TRANS', '1910', [], '1.5']],
    ['', []],
  ])('%s', (line, fields) => {
    expect(sieFields(line)).toEqual(fields);
  });
});

describe('the books of a year', () => {
  it('become sales with the sign turned and costs, with accounts, vouchers, texts and objects by name', () => {
    const [sales, costs, ...others] = sieTables(parseSie(BOOK));
    expect(others).toEqual([]);
    expect(sales?.name).toBe('3000\u20133799');
    expect(sales === undefined ? [] : linesOf(sales.table)).toEqual([
      'Datum|Konto|Kontonamn|Verifikation|Text|Belopp|Butik',
      '2026-01-04|3010|Försäljning varor|A 1|Bord "7"|100.0000|Umeå C',
      '2026-01-10|3010|Försäljning varor|A 2|Dagskassa|50.0000|',
    ]);
    expect(costs === undefined ? [] : linesOf(costs.table)).toEqual([
      'Datum|Konto|Kontonamn|Verifikation|Text|Belopp',
      '2026-01-10|4010|Inköp varor|A 2|Dagskassa|40.0000',
    ]);
  });

  it('are imported without a question, every transaction accounted for and the result of the year as control', () => {
    const [sales, costs] = sieTables(parseSie(BOOK));
    if (sales === undefined || costs === undefined) throw new Error('two tables expected');
    const sale = convertAll(sales.table, {}, TEXT_FILE);
    expect(sale.plan).toMatchObject({ kind: 'sale', blockers: [], notices: [] });
    expect(sale.receipt.rows).toEqual({
      read: 2,
      header: 0,
      skipped: 0,
      totals: 0,
      duplicates: 0,
      rejected: 0,
      imported: 2,
    });
    expect(sale.receipt.sums['amount']).toEqual({ file: 150, imported: 150, duplicates: 0, rejected: 0, control: 150 });
    expect(fieldValues(sale, 'custom:Konto')).toEqual(['3010', '3010']);
    expect(sale.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([15, 20]);
    const cost = convertAll(costs.table, {}, TEXT_FILE);
    expect(cost.plan).toMatchObject({ kind: 'cost', blockers: [] });
    expect(fieldValues(cost, 'category')).toEqual(['Inköp varor']);
    expect(cost.receipt.sums['amount']).toMatchObject({ imported: 40, control: 40 });
  });

  it('that disagree with themselves say where', () => {
    const odd = BOOK.replace('#RES 0 3010 -150.00', '#RES 0 3010 -151.50').replace('10.00\n}', '12.00\n}');
    const [sales] = sieTables(parseSie(odd));
    expect(sales?.table.layout?.notices).toEqual([
      { code: 'sie-voucher-unbalanced', details: { voucher: 'A 2', difference: 2 } },
      { code: 'sie-account-differs', details: { account: '3010', sum: -150, total: -151.5 } },
    ]);
  });

  it('are read in CP437, UTF-8 and Windows-1252', async () => {
    const cp437 = Buffer.from(
      BOOK.replaceAll('ö', '\u0094').replaceAll('å', '\u0086').replaceAll('ä', '\u0084'),
      'latin1',
    );
    for (const bytes of [cp437, Buffer.from(BOOK), Buffer.from(`\uFEFF${BOOK}`), Buffer.from(BOOK, 'latin1')]) {
      const [first] = await withFile(bytes, read, 'bok.se');
      expect(first === undefined ? '' : linesOf(first.table)[1]).toContain('Försäljning varor');
    }
  });

  it('without vouchers, or with none on these accounts, are refused with a reason', async () => {
    const balances = BOOK.slice(0, BOOK.indexOf('#VER')).replace('#SIETYP 4', '#SIETYP 1');
    await expect(withFile(balances, read, 'bok.se')).rejects.toMatchObject({
      code: 'E_SIE_NO_VOUCHERS',
      details: { type: 1, file: 'bok.se' },
    });
    await expect(withFile(BOOK.replaceAll(/[34]010/g, '1510'), read, 'bok.se')).rejects.toMatchObject({
      code: 'E_NO_ROWS',
    });
    await expect(withFile(BOOK.replace('-50.00', 'femtio'), read, 'bok.se')).rejects.toMatchObject({
      code: 'E_FILE_DAMAGED',
      details: { what: 'amount', row: 20 },
    });
  });
});

const read = async (path: string) => {
  const facts = await identifyFile(path);
  return (await readSie({ path, name: facts.name, size: facts.size }, facts.encoding ?? 'cp437', QUIET)).tables;
};

/** File, vouchers, transactions, revenue by #RES 0 and by #TRANS, profit by #RES 0. */
const KNOWN = [
  ['Bokslut Norstedts SIE 4E.se', 177, 678, 4_726_937.6, 4_726_937.6, 1_094_488.11],
  ['Exempelbolaget_SIE_110322_B_33.si', 13, 91, null, 861_571.31, null],
  ['SIE4_Exempelfil_med_underdim.SE', 295, 1330, 5_782_818.36, 5_782_818.36, 1_074_344.11],
  ['Sie4.si', 165, 869, null, 13_609_451.29, null],
  ['Test4.SE', 167, 1464, 2_491_585.91, 2_491_585.91, -718_781.23],
  ['XE_SIE_4_20151125095119.SE', 65, 248, 114_066.51, 114_064.65, -55_133.49],
  ['live2011.se', 3, 12, 0, 0, -5_307.12],
  ['magenta_bokföring_SIE4E.se', 19, 84, 104_319.75, 104_319.75, -17_156.25],
  ['si.SI', 47, 128, null, 0, null],
  ['sie 4.SE', 20, 76, 20_177.11, 20_177.11, -40_210.07],
  ['testWrite1.se', 65, 248, 114_066.51, 114_064.65, -55_133.49],
  ['transaktioner_ovnbolag.se', 163, 671, 1_960_220.73, 1_960_220.73, 277_798.46],
  ['typ4.se', 81, 287, 383_269.14, 383_269.14, -28_073.88],
] as const;

describeWithData('SIE files of thirteen programs', () => {
  const bookOf = async (name: string): Promise<SieBook> => {
    const path = dataFile(`sie4/${name}`);
    const { encoding } = await identifyFile(path);
    return parseSie(decoderOf(encoding ?? 'cp437').decode(await readFile(path)));
  };
  const isRevenue = (account: string): boolean => account >= '3000' && account < '3800';
  const total = (sums: ReadonlyMap<string, number>, is: (account: string) => boolean): number =>
    [...sums].reduce((sum, [account, amount]) => (is(account) ? sum - amount : sum), 0) / 10_000;

  it.each(KNOWN)('%s', async (name, vouchers, transactions, byResult, byVouchers, profit) => {
    const book = await bookOf(name);
    expect(book.type).toBe(4);
    expect(book.vouchers.length).toBe(vouchers);
    expect(book.vouchers.reduce((sum, each) => sum + each.transactions.length, 0)).toBe(transactions);
    expect(total(sumsByAccount(book), isRevenue)).toBeCloseTo(byVouchers, 4);
    expect(book.results.size === 0 ? null : total(book.results, isRevenue)).toEqual(
      byResult === null ? null : expect.closeTo(byResult, 4),
    );
    if (profit !== null) expect(total(book.results, () => true)).toBeCloseTo(profit, 4);
  });

  it.each(KNOWN.filter(([, , , , revenue]) => revenue !== 0))(
    '%s imports its revenue',
    async (name, _v, _t, byResult, byVouchers) => {
      const [sales] = await read(dataFile(`sie4/${name}`));
      if (sales === undefined) throw new Error('no sales');
      const { receipt, plan } = convertAll(sales.table, {}, TEXT_FILE);
      expect(plan.blockers).toEqual([]);
      expect(receipt.rows).toMatchObject({ rejected: 0, read: receipt.rows.imported });
      expect(receipt.sums['amount']?.imported).toBeCloseTo(byVouchers, 4);
      expect(receipt.sums['amount']?.control).toEqual(byResult);
    },
  );

  it('warns of a voucher and accounts that are off', async () => {
    const [sales] = await read(dataFile('sie4/XE_SIE_4_20151125095119.SE'));
    const notices = sales?.table.layout?.notices ?? [];
    expect(notices.filter(({ code }) => code === 'sie-voucher-unbalanced')).toEqual([
      { code: 'sie-voucher-unbalanced', details: { voucher: '1 1', difference: 2 } },
    ]);
    expect(notices.some(({ code }) => code === 'sie-account-differs')).toBe(true);
    const [right] = await read(dataFile('sie4/transaktioner_ovnbolag.se'));
    expect(right?.table.layout?.notices).toEqual([]);
  });

  it.each([
    ['BL0001_typ1.SE', 1],
    ['Sie 2.SE', 2],
    ['objektsaldo_ovnbolag.se', 3],
  ])('%s has balances only', async (name, type) => {
    await expect(read(dataFile(`sie4/${name}`))).rejects.toMatchObject({
      code: 'E_SIE_NO_VOUCHERS',
      details: { type },
    });
  });

  it('are all known by their content', async () => {
    const folder = dataFile('sie4');
    const { readdir } = await import('node:fs/promises');
    const names = (await readdir(folder)).filter((name) => /\.s[ei]$/i.test(name));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) expect((await identifyFile(dataFile(`sie4/${name}`))).format, name).toBe('sie');
  });
});
