import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
let imported: unknown;

beforeAll(async () => {
  imported = await json('import small.csv -w small.nyckeltal --json');
});

describe('import', () => {
  it('gives the receipt of every table in the documented shape', () => {
    expect(imported).toEqual([
      {
        file: 'small.csv',
        kind: 'sale',
        sheets: [],
        importId: 1,
        mapping: {
          date: 'Fakturadatum',
          amount: 'Belopp',
          order: 'Ordernr',
          customer: 'Kund',
          rep: 'Säljare',
          product: 'Produkt',
          region: 'Region',
          quantity: 'Antal',
          cost: 'Kostnad',
        },
        format: { encoding: 'utf-8', separator: ';', decimal: ',', date: 'ymd' },
        rows: { read: 11, header: 1, skipped: 0, totals: 0, duplicates: 0, rejected: 1, imported: 9 },
        changes: { updated: 0, kept: 0, replaced: 0 },
        remembered: null,
        sums: {
          amount: { file: 6050, imported: 6000, duplicates: 0, rejected: 50 },
          quantity: { file: 61, imported: 60, duplicates: 0, rejected: 1 },
          cost: { file: 3620, imported: 3590, duplicates: 0, rejected: 30 },
        },
        rejected: [{ row: 11, column: 'Fakturadatum', value: 'okänt', reason: 'not-a-date' }],
        possibleKpis: expect.arrayContaining(['revenue', 'gross-margin', 'sales-per-rep', 'new-customers']) as unknown,
      },
    ]);
  });

  it('of the same file is refused and changes nothing', async () => {
    const before = readFileSync(join(root, 'small.nyckeltal'));
    const again = await nyckeltal('import small.csv -w small.nyckeltal');
    expect(again).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'small.csv: Every row of this file is already there. Nothing was changed.\n',
    });
    expect(readFileSync(join(root, 'small.nyckeltal')).equals(before)).toBe(true);
  });

  it('of a bad file leaves no new workspace behind', async () => {
    writeFileSync(join(root, 'empty.csv'), '');
    const result = await nyckeltal('import empty.csv -w new.nyckeltal --json');
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(JSON.parse(result.stderr)).toEqual({
      error: {
        code: 'E_FILE_EMPTY',
        message: 'empty.csv: The file is empty. Nothing was changed; choose a file with rows in it.',
        details: { file: 'empty.csv' },
      },
    });
    expect(existsSync(join(root, 'new.nyckeltal'))).toBe(false);
  });

  it('of several files stops before the first when one cannot be read', async () => {
    const result = await nyckeltal('import small.csv missing.csv -w several.nyckeltal');
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain('missing.csv: ');
    expect(existsSync(join(root, 'several.nyckeltal'))).toBe(false);
  });

  it('as a dry run makes and changes nothing', async () => {
    expect(await json('import small.csv -w other.nyckeltal --dry-run --json')).toMatchObject([
      { importId: null, rows: { imported: 9 }, mapping: { amount: 'Belopp' } },
    ]);
    expect(existsSync(join(root, 'other.nyckeltal'))).toBe(false);
  });

  it('tells of the columns kept as own dimensions, dry or not', async () => {
    writeFileSync(join(root, 'own.csv'), 'Datum;Belopp;Leveranssätt;Tom\n2026-01-01;10,50;Schenker;\n');
    const mapping = { date: 'Datum', amount: 'Belopp', 'custom:Leveranssätt': 'Leveranssätt' };
    for (const way of ['--dry-run', '']) {
      expect(await json(`import own.csv -w own.nyckeltal --json ${way}`.trim())).toMatchObject([{ mapping }]);
    }
  });

  it('takes the user’s word for a column', async () => {
    const [table] = (await json(
      'import small.csv -w mapped.nyckeltal --map amount=Kostnad --map cost=Belopp --json',
    )) as {
      mapping: object;
      sums: object;
    }[];
    expect(table?.mapping).toMatchObject({ amount: 'Kostnad', cost: 'Belopp' });
    expect(table?.sums).toMatchObject({ amount: { imported: 3590 }, cost: { imported: 6000 } });
    expect(statSync(join(root, 'mapped.nyckeltal')).mode & 0o777).toBe(0o600);
  });

  it('is a table for people, in their language', async () => {
    const { stdout, exit } = await nyckeltal('import small.csv -w sv.nyckeltal', 'sv-SE');
    expect(exit).toBe(0);
    expect(stdout).toContain('small.csv: importerad som');
    expect(stdout).toMatch(/importerade\s+9\n/);
    expect(stdout).toMatch(/6\s050,00\s+6\s000,00\s+0,00\s+50,00/);
    expect(stdout).toMatch(/11\s+Fakturadatum\s+okänt/);
  });
});

describe('kpi', () => {
  it('gives one object a number in the documented shape', async () => {
    expect(await json('kpi revenue -w small.nyckeltal --period 2026-09 --compare previous --json')).toEqual([
      {
        kpi: 'revenue',
        period: { from: '2026-09-01', to: '2026-09-30' },
        by: {},
        value: 1899.5,
        reason: null,
        unit: 'money',
        rows: { used: 4, leftOut: 0 },
        compare: { value: 2600, difference: -700.5, ratio: expect.closeTo(-700.5 / 2600, 12) as unknown },
      },
    ]);
  });

  it('breaks down, members first and the total last', async () => {
    const answer = (await json('kpi revenue orders -w small.nyckeltal --period 2026 --by region --json')) as {
      by: object;
      value: number;
      compare: unknown;
    }[];
    expect(answer.map(({ by, value }) => [by, value])).toEqual([
      [{ region: 'Nord' }, 2400],
      [{ region: 'Nord' }, 3],
      [{ region: 'Öst' }, 2099.5],
      [{ region: 'Öst' }, 2],
      [{}, 4499.5],
      [{}, 5],
    ]);
    expect(answer.every(({ compare }) => compare === null)).toBe(true);
  });

  it('filters, by several members and by the unknown one', async () => {
    const value = async (where: string): Promise<unknown> => {
      const [cell] = (await json(`kpi revenue -w small.nyckeltal ${where} --json`)) as { value: unknown }[];
      return cell?.value;
    };
    expect(await value('--where region=Nord')).toBe(3400);
    expect(await value('--where customer=Hotell~Norr|Nya~Krogen')).toBe(3299.25);
    expect(await value('--where region=Öst --where product=Ljusrost')).toBe(900.25);
    expect(await value('--where region=')).toBeNull();
  });

  it('takes variants and months', async () => {
    const months = (await json(
      'kpi sales-growth -w small.nyckeltal --period 2026-08..2026-09 --by date:month --json',
    )) as {
      by: { date?: string };
      value: number | null;
      reason: { code: string } | null;
    }[];
    expect(months.slice(0, 2).map(({ by }) => by.date)).toEqual(['2026-08', '2026-09']);
    expect(months[1]?.value).toBeCloseTo(-700.5 / 2600, 12);
    expect(months[0]).toMatchObject({ value: null, reason: { code: expect.any(String) as unknown } });
    const [yearly] = (await json(
      'kpi sales-growth -w small.nyckeltal --period 2026-09 --variant sales-growth=year-over-year --json',
    )) as { value: number }[];
    expect(yearly?.value).toBeCloseTo((1899.5 - 1500.5) / 1500.5, 12);
  });

  it('is CSV when asked', async () => {
    const { stdout } = await nyckeltal('kpi revenue -w small.nyckeltal --period 2026 --by region --csv');
    expect(stdout).toBe(
      [
        'kpi,from,to,region,value,unit,reason,rows_used,rows_left_out',
        'revenue,2026-01-01,2026-12-31,Nord,2400,money,,4,0',
        'revenue,2026-01-01,2026-12-31,Öst,2099.5,money,,3,0',
        'revenue,2026-01-01,2026-12-31,,4499.5,money,,7,0',
        '',
      ].join('\n'),
    );
  });

  it('is a table for people', async () => {
    const { stdout } = await nyckeltal('kpi revenue -w small.nyckeltal --period 2026-09 --by region');
    expect(stdout.replaceAll('\u00a0', ' ')).toBe(
      [
        'Sep 2026',
        '',
        'Region  KPI             Value',
        'Nord    Revenue   −200.00 SEK',
        'Öst     Revenue  2,099.50 SEK',
        'Total   Revenue  1,899.50 SEK',
        '',
      ].join('\n'),
    );
  });
});

describe('the others', () => {
  it('explain a number down to its rows', async () => {
    const told = await json('explain average-order-value -w small.nyckeltal --period 2026 --rows --json');
    expect(told).toMatchObject({
      value: 899.9,
      rows: { used: 7 },
      sources: [{ importId: 1, file: 'small.csv', rows: 7 }],
      pages: [
        { kind: 'sale', total: 7, rows: expect.arrayContaining([expect.objectContaining({ fileRow: 10 })]) as unknown },
      ],
    });
    const { stdout } = await nyckeltal('explain average-order-value -w small.nyckeltal --period 2026');
    expect(stdout).toMatch(/Value\s+899\.90\sSEK/);
    expect(stdout).toMatch(/distinct-orders\s+Jan–Sep\s2026\s+5\s+7\n/);
  });

  it('answer a saved question', async () => {
    writeFileSync(join(root, 'question.json'), JSON.stringify({ kpis: ['orders'], period: '2026' }));
    expect(await json('ask question.json -w small.nyckeltal')).toMatchObject({ cells: [{ kpi: 'orders', value: 5 }] });
  });

  it('list and undo imports', async () => {
    await json('import small.csv -w undo.nyckeltal --json');
    expect(await json('imports -w undo.nyckeltal --json')).toMatchObject([
      { id: 1, rows: 9, file: { name: 'small.csv' } },
    ]);
    expect(await json('undo 1 -w undo.nyckeltal --json')).toMatchObject({ rows: {}, from: null });
    expect(await json('imports -w undo.nyckeltal --json')).toEqual([]);
    expect(await nyckeltal('undo 1 -w undo.nyckeltal')).toMatchObject({ exit: 1, stdout: '' });
  });

  it('copy and check a workspace', async () => {
    expect(await nyckeltal('backup copy.nyckeltal -w small.nyckeltal')).toMatchObject({ exit: 0 });
    expect(await json('kpi revenue -w copy.nyckeltal --json')).toMatchObject([{ value: 6000 }]);
    expect(await json('verify -w copy.nyckeltal --json')).toMatchObject({ ok: true, problems: [] });
    expect(await nyckeltal('backup copy.nyckeltal -w small.nyckeltal')).toMatchObject({ exit: 1, stdout: '' });
    const bytes = readFileSync(join(root, 'copy.nyckeltal'));
    const at = bytes.indexOf('Hotell Norr');
    writeFileSync(join(root, 'copy.nyckeltal'), bytes.fill('Hotell Sörr', at, at + 11));
    const checked = await nyckeltal('verify -w copy.nyckeltal');
    expect(checked).toMatchObject({ exit: 3, stdout: '' });
    expect(checked.stderr).toContain('copy.nyckeltal: The workspace is damaged');
  });

  it('tell what this machine has', async () => {
    expect(await json('doctor --json')).toMatchObject({
      node: process.versions.node,
      sqlite: expect.stringMatching(/^3\./) as unknown,
      workspaces: join(root, 'home', 'workspaces'),
    });
  });
});

describe('exit codes', () => {
  it.each([
    ['', 0],
    ['help', 0],
    ['nope', 1],
    ['kpi revenue', 1],
    ['kpi -w small.nyckeltal', 1],
    ['kpi revenue -w small.nyckeltal --nope', 1],
    ['kpi revenue -w small.nyckeltal --period soon', 1],
    ['kpi revenue -w small.nyckeltal --by nope', 1],
    ['kpi revenue -w small.nyckeltal --where region', 1],
    ['kpi revenue -w small.nyckeltal --compare yesterday', 1],
    ['kpi nope -w small.nyckeltal', 1],
    ['import -w small.nyckeltal', 1],
    ['import small.csv -w small.nyckeltal --kind toaster', 1],
    ['import small.csv -w small.nyckeltal --map amount=Nope', 1],
    ['import gone.csv -w small.nyckeltal', 2],
    ['import small.nyckeltal -w small.nyckeltal', 2],
    ['kpi revenue -w gone.nyckeltal', 3],
    ['kpi revenue -w small.csv', 3],
    ['imports -w /', 3],
    ['undo 99 -w small.nyckeltal', 1],
    ['report board -w small.nyckeltal', 1],
    ['report -w small.nyckeltal -o out.pdf', 1],
    ['serve --port 99999', 1],
  ])('%s → %i, with one sentence', async (line, exit) => {
    const result = await nyckeltal(line);
    expect(result.exit, result.stderr).toBe(exit);
    expect(result.stdout === '').toBe(exit !== 0);
    expect(result.stderr.split('\n')).toHaveLength(exit === 0 ? 1 : 2);
    expect(result.stderr).not.toMatch(/\/tmp\/|Error:|undefined|\{\{/);
  });
});
