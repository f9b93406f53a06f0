import { describe, expect, it } from 'vitest';
import { openedInTable } from '#shared/opened-number.ts';
import type { PlainRow, PlainTables } from '../../support/columns-of-rows.ts';
import { goalOf } from '../goals/small-goals.ts';
import { composed, importOf, reportContextOf, reportOf, textsOf } from './people-report.ts';

const SPACE = /[\u00a0\u2003]/g;
const plain = (texts: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  texts.map((line) => line.map((text) => text.replaceAll(SPACE, ' ')));
const page = (
  show: 'pipeline' | 'team' | 'goals' | 'changes' | 'customers' | 'definitions',
  tables: PlainTables,
  options = {},
) => {
  const [made] = composed(reportOf([{ show }]), reportContextOf(tables, options)).pages;
  return { draft: made?.draft.replaceAll(SPACE, ' '), sub: made?.sub, blocks: made?.blocks ?? [] };
};

const open = (row: PlainRow): PlainRow => ({ status: 'open', created: '2026-09-01', stage: 'Offert', ...row });
const DEALS: readonly PlainRow[] = [
  { status: 'won', value: 300_000, created: '2026-08-01', closed: '2026-09-17', stage: 'Vunnen' },
  open({ id: 'a', value: 1_000_000, probability: 0.2, expected_close: '2026-09-30' }),
  open({ id: 'b', value: 500_000, probability: 0.5, expected_close: '2026-11-17', stage: 'Demo' }),
  open({ id: 'c', value: 400_000, probability: 0.5, expected_close: '2026-09-16' }),
  open({ id: 'd', value: 200_000, probability: 0.5, expected_close: null }),
];

describe('the page of the open deals', () => {
  it('adds stages up to all of them, whatever month they stand in', () => {
    const { draft, blocks } = page('pipeline', { deal: DEALS }, { today: '2026-09-20' });
    // 200 + 200 + 100 in Offert of 1 600, 250 in Demo of 500: 750 of 2 100 is 36 %.
    expect(plain(textsOf(blocks))).toEqual([
      ['Fas', 'Antal', 'Värde, tkr', 'Sannolikhet', 'Viktat, tkr'],
      ['Offert', '3', '1 600,0', '31 %', '500,0'],
      ['Demo', '1', '500,0', '50 %', '250,0'],
      ['Totalt', '4', '2 100,0', '36 %', '750,0'],
    ]);
    expect(plain(textsOf(blocks, 1)).slice(1)).toEqual([
      ['Försenade', '1', '400,0', '200,0'],
      ['Utan datum', '1', '200,0', '100,0'],
    ]);
    expect(draft).toBe('4 öppna affärer för 2,10 mkr, viktade till 750,0 tkr; 1 är försenad');
    const chart = blocks.find(({ is }) => is === 'chart');
    const points = chart?.is === 'chart' ? chart.chart.series.find(({ key }) => key === 'weighted')?.points : [];
    // September, October with none, November.
    expect(points?.map(({ value }) => value)).toEqual([200_000, 0, 250_000]);
  });

  it('says why there is nothing to show', () => {
    const { draft, blocks } = page('pipeline', { sale: [{ date: '2026-01-01', amount: 1 }] });
    expect([draft, blocks.length]).toEqual(['Inga öppna affärer att visa', 1]);
  });

  it('tells what has become of them since the import before', () => {
    const moved = {
      start: { deals: 3, value: 100_000 },
      end: { deals: 3, value: 120_000 },
      moves: [
        { move: 'added' as const, deals: 1, value: 50_000 },
        { move: 'slipped' as const, deals: 0, value: 0 },
        { move: 'lost' as const, deals: 1, value: -30_000 },
      ],
      postponed: { deals: 0, value: 0 },
      deals: [],
    };
    const moments = { from: { importId: 1 }, to: { importId: 2 } };
    const movement = () => ({ from: '2026-08-31', to: '2026-09-17', moved, moments });
    const { blocks } = page('pipeline', { deal: DEALS }, { today: '2026-09-20', more: { movement } });
    expect(plain(textsOf(blocks, 2)).slice(1)).toEqual([
      ['31 aug 2026', '3', '100,0'],
      ['Tillkomna', '1', '50,0'],
      ['Förlorade', '1', '−30,0'],
      ['17 sep 2026', '3', '120,0'],
    ]);
  });
});

describe('the page of the reps', () => {
  const tables: PlainTables = {
    sale: [
      { date: '2026-03-02', amount: 120, rep: 'Ann Berg' },
      { date: '2026-03-03', amount: 50, rep: 'Bo Ek' },
      { date: '2026-12-31', amount: 0, rep: 'Bo Ek' },
    ],
    target: [
      { start: '2026-01-01', grain: 'year', rep: 'Ann Berg', value: 100 },
      { start: '2026-01-01', grain: 'year', rep: 'Bo Ek', value: 100 },
    ],
  };
  it('holds each against the quota and counts the whole anew', () => {
    const { draft, blocks } = page('team', tables);
    // 170 of 200, not the mean of 120 % and 50 %.
    expect(plain(textsOf(blocks))).toEqual([
      ['Säljare', 'Intäkter, kr', 'Intäktsmål, kr', 'Måluppfyllelse'],
      ['Ann Berg', '120', '100', '120,0 %'],
      ['Bo Ek', '50', '100', '50,0 %'],
      ['Totalt', '170', '200', '85,0 %'],
    ]);
    const [table] = blocks;
    expect(table?.is === 'table' ? table.rows.map(({ cells }) => cells[3]?.tone) : []).toEqual([
      'good',
      'bad',
      'neutral',
    ]);
    expect(draft).toBe('1 av 2 säljare nådde sin kvot; Ann Berg sålde mest, 120 kr');
    const text = blocks.find(({ is }) => is === 'text');
    // Half is below 60 %.
    expect(text?.is === 'text' ? text.paragraphs.length : 0).toBe(2);
  });
});

describe('the page of goals', () => {
  it('says how many are on pace, with outcome, pace and what each day takes', () => {
    // A tenth a month: 700 after July of a year where 1 200 are spread evenly is just where it should be.
    const sale = Array.from({ length: 7 }, (_, m) => ({
      date: `2026-0${String(m + 1)}-28`,
      amount: 100,
    }));
    const goals = [
      goalOf({ id: 'a', owner: 'Ann' }),
      goalOf({ id: 'b', parent: 'a', target: { shape: 'level', value: 12_000 }, name: 'Högt mål' }),
      goalOf({ id: 'c', period: '2024' }),
    ];
    const { draft, blocks } = page('goals', { sale }, { today: '2026-08-01', more: { goals } });
    const [, ...lines] = plain(textsOf(blocks));
    expect(lines.map((line) => line.slice(0, 4))).toEqual([
      ['Intäkter 1 200 kr', '1 200 kr', '700 kr', '100 %'],
      [' Högt mål', '12,0 tkr', '700 kr', '10 %'],
    ]);
    expect(draft).toBe('2 mål: 1 i fas eller nådda, 1 efter');
    // 500 and 11 300 over the 153 days from 1 August to 31 December, 3.27 and 73.86 a day.
    expect(plain(textsOf(blocks, 1)).map((line) => line[1])).toEqual(['Krävs', '3,27 kr', '73,86 kr']);
  });
});

describe('the page of what has changed', () => {
  const sale = [
    { date: '2025-03-02', amount: 100 },
    { date: '2026-03-02', amount: 120 },
  ];
  const facts = (more: object) => ({
    period: { spec: '2025', from: '2025-01-01', to: '2025-12-31', open: false, through: '2025-12-31' },
    figures: [{ kpi: 'revenue', variant: 'net', formula: 'net-sales', value: 100, unit: 'money' as const }],
    imports: [{ id: 1, file: 'a.csv', rows: 2 }],
    ...more,
  });
  const previous = (more: object = {}) => ({
    id: 'f',
    at: '2026-01-15T09:00',
    order: 1,
    report: reportOf([{ show: 'changes' }], { period: '2025' }),
    content: { ...composed(reportOf([{ show: 'cover' }]), reportContextOf({ sale })), facts: facts(more) },
  });
  const changes = (more: object, imports = [importOf(1, 'a.csv', 2)]) =>
    page('changes', { sale }, { more: { previous: previous(more), imports } });

  it('is nothing where nothing is other than it was', () => {
    const { draft, sub } = changes({});
    expect([draft, sub]).toEqual([
      'Inget har ändrats sedan förra rapporten',
      'Bolaget · Ändrat sedan den slutliga rapporten 15 jan 2026 09:00 för 2025'.replace(
        /(15) (jan) (2026)/,
        '$1\u00a0$2\u00a0$3',
      ),
    ]);
  });

  it('tells a number that came to something else then, for the time of that report', () => {
    const figures = [{ kpi: 'revenue', variant: 'net', formula: 'net-sales', value: 96, unit: 'money' as const }];
    const { draft, blocks } = changes({ figures });
    expect(draft).toBe('1 tal har räknats om');
    // 100 − 96 is 4.2 % of 96.
    expect(plain(textsOf(blocks))[1]).toEqual(['Intäkter', '96,00 kr', '100,00 kr', '+4,00 kr (+4,2 %)']);
    // What it is now opens its passport, over the days of that report; what it was then opens none.
    const [table] = blocks;
    const opened = [1, 2, 3].map((column) => (table?.is === 'table' ? openedInTable(table, 0, column) : null));
    expect([opened[0], opened[2]]).toEqual([null, null]);
    expect(opened[1]).toMatchObject({
      opens: { question: { period: '2025-01-01..2025-12-31' }, cell: { kpi: 'revenue', row: [], column: [] } },
      value: 100,
    });
  });

  it('asks a year that was going on for no longer than it was known', () => {
    const period = { spec: '2026', from: '2026-01-01', to: '2026-12-31', open: true, through: '2026-02-28' };
    const figures = [{ kpi: 'revenue', variant: 'net', formula: 'net-sales', value: 0, unit: 'money' as const }];
    expect(changes({ period, figures }).draft).toBe('Inget har ändrats sedan förra rapporten');
  });

  it('tells other definitions, and files that are new, gone or count fewer rows', () => {
    const figures = [
      { kpi: 'revenue', variant: 'gross', formula: 'net-sales + discounts', value: 100, unit: 'money' as const },
      { kpi: 'own', variant: 'standard', formula: 'revenue * 2', value: 200, unit: 'money' as const },
    ];
    const imports = [
      { id: 1, file: 'a.csv', rows: 2 },
      { id: 2, file: 'b.csv', rows: 5 },
    ];
    const { draft, blocks } = changes({ figures, imports }, [importOf(1, 'a.csv', 2, 1), importOf(3, 'c.csv', 7)]);
    expect(draft).toBe('2 definitioner har ändrats, 3 filer är nya eller ändrade');
    expect(textsOf(blocks)[1]?.slice(0, 2)).toEqual(['Intäkter', 'Brutto, före rabatter: Nettoförsäljning + Rabatter']);
    expect(textsOf(blocks)[2]?.[2]).toBe('Finns inte längre');
    expect(textsOf(blocks, 1).slice(1)).toEqual([
      ['a.csv', 'Ändrad', '2', '1'],
      ['b.csv', 'Ångrad', '5', '–'],
      ['c.csv', 'Ny', '–', '7'],
    ]);
  });
});

describe('the page of actions', () => {
  it('puts the first due first and those without a day last', () => {
    const actions = [
      { what: 'Ring Syd', owner: 'Ann', due: null },
      { what: 'Höj priset', owner: '', due: '2026-11-01' },
      { what: 'Anställ', owner: 'Bo', due: '2026-10-15' },
    ];
    const [made] = composed(
      reportOf([{ show: 'actions', actions }]),
      reportContextOf({ sale: [{ date: '2026-01-01', amount: 1 }] }),
    ).pages;
    expect(plain(textsOf(made?.blocks ?? [])).slice(1)).toEqual([
      ['Anställ', 'Bo', '15 okt 2026'],
      ['Höj priset', '–', '1 nov 2026'],
      ['Ring Syd', 'Ann', '–'],
    ]);
    expect(made?.draft.replaceAll(SPACE, ' ')).toBe('3 åtgärder, den första klar senast 15 okt 2026');
  });
});

describe('the page of definitions', () => {
  it('lists what the other pages show, wherever it stands, and the rows that count', () => {
    const context = reportContextOf(
      {
        sale: [
          { date: '2026-01-01', amount: 1, rep: 'Ann' },
          { date: '2026-01-01', amount: 2, rep: 'Bo' },
        ],
      },
      { more: { imports: [importOf(1, 'a.csv', 10, 3)] } },
    );
    const [alone] = composed(reportOf([{ show: 'definitions' }]), context).pages;
    expect(alone?.blocks.some(({ is }) => is === 'definitions')).toBe(false);
    const [before] = composed(reportOf([{ show: 'definitions' }, { show: 'team' }]), context).pages;
    const [items] = before?.blocks ?? [];
    expect(items?.is === 'definitions' ? items.items.map(({ name }) => name) : []).toEqual([
      'Intäkter · Netto, på fakturadatum',
    ]);
    expect(textsOf(before?.blocks ?? [])[1]?.at(-1)).toBe('7');
  });
});

describe('pages that were made before', () => {
  it('are not made again, and are defined all the same', () => {
    const known = new Map<string, ReturnType<Parameters<ReturnType<typeof reportContextOf>['recalled']>[1]>>();
    const makes: string[] = [];
    const context = reportContextOf(
      {
        sale: [
          { date: '2026-01-01', amount: 1, rep: 'Ann', cost: 1 },
          { date: '2026-01-02', amount: 2, rep: 'Bo', cost: 1 },
        ],
      },
      {
        more: {
          recalled: (key, make) => {
            const found = known.get(key) ?? make();
            if (!known.has(key)) makes.push(found.made.id);
            known.set(key, found);
            return found;
          },
        },
      },
    );
    const list = (kpis: string[]) => ({ show: 'list' as const, by: 'rep', kpis });
    const report = reportOf([{ show: 'team' }, list(['revenue']), { show: 'definitions' }]);
    const first = composed(report, context);
    expect(makes).toEqual(['p0', 'p1']);
    // What is typed above a page changes nothing of it; another name for it does not either.
    const typed = {
      ...report,
      pages: report.pages.map((page) => ({ ...page, id: `x${page.id}`, headline: 'Bra', read: true })),
    };
    const second = composed(typed, context);
    expect(makes).toHaveLength(2);
    expect(second.pages.map(({ blocks }) => blocks)).toEqual(first.pages.map(({ blocks }) => blocks));
    expect(second.pages.map(({ id }) => id)).toEqual(['xp0', 'xp1', 'xp2']);
    const other = composed(reportOf([{ show: 'team' }, list(['gross-margin']), { show: 'definitions' }]), context);
    expect(makes).toEqual(['p0', 'p1', 'p1']);
    const [defined] = other.pages[2]?.blocks ?? [];
    expect(defined?.is === 'definitions' ? defined.items.length : 0).toBe(2);
    composed(reportOf([{ show: 'team' }], { names: { customer: 'names', rep: 'initials' } }), context);
    expect(makes).toHaveLength(4);
  });
});
