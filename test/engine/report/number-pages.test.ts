import { describe, expect, it } from 'vitest';
import type { Tile } from '#shared/dashboards.ts';
import { blocksOf, composed, pageOf, plain, textsOf } from './small-report.ts';

/** 2026: Alm 500, Berg 300, Cedrus 150, Dal 50 and 200 of nobody, 1 200 in all; 2025: Alm 400, Berg 350, Cedrus 150, Ek 100. Margins 40 and 50 %. */
const sale = [
  { date: '2025-01-10', order: '1', customer: 'Alm', amount: 400, cost: 240 },
  { date: '2025-03-10', order: '2', customer: 'Berg', amount: 350, cost: 175 },
  { date: '2025-05-10', order: '3', customer: 'Cedrus', amount: 150, cost: 75 },
  { date: '2025-09-10', order: '4', customer: 'Ek', amount: 100, cost: 50 },
  { date: '2026-01-10', order: '5', customer: 'Alm', amount: 250, cost: 150 },
  { date: '2026-02-10', order: '6', customer: 'Alm', amount: 250, cost: 150 },
  { date: '2026-03-10', order: '7', customer: 'Berg', amount: 300, cost: 150 },
  { date: '2026-05-10', order: '8', customer: 'Cedrus', amount: 150, cost: 75 },
  { date: '2026-08-10', order: '9', customer: 'Dal', amount: 50, cost: 25 },
  { date: '2026-09-30', order: '10', amount: 200, cost: 100 },
];

describe('the page of structure', () => {
  const page = pageOf({ sale }, { show: 'structure', by: 'customer' });
  const [table] = blocksOf(page, 'table');

  it('has each member’s part of the whole, alone and together, and what it was before', () => {
    expect(table === undefined ? [] : textsOf(table)).toEqual([
      ['Alm', '500', '41,7 %', '41,7 %', '+100', '+25 %'],
      ['Berg', '300', '25,0 %', '66,7 %', '-50', '-14 %'],
      ['Cedrus', '150', '12,5 %', '79,2 %', '0', '0 %'],
      ['Dal', '50', '4,2 %', '83,3 %', '+50', 'ny'],
      ['Ek', '0', '0,0 %', '83,3 %', '-100', '-100 %'],
      ['Okänt', '200', '16,7 %', '100,0 %', '+200', 'ny'],
      ['Totalt', '1 200', '100,0 %', '', '+200', '+20 %'],
    ]);
    expect(plain(page.draft)).toBe('Två kunder står för 67 % av intäkterna');
    const [said] = blocksOf(page, 'text');
    expect(said?.paragraphs.map(plain)).toEqual([
      'Störst ökning: Alm, +100 kr (+25 %).',
      'Störst minskning: Ek, -100 kr (-100 %).',
    ]);
  });

  it('draws columns of revenue and the line of what they are together', () => {
    const [chart] = blocksOf(page, 'chart').map((block) => block.chart);
    expect(chart?.kind).toBe('combo');
    expect(chart?.series.map(({ unit, line }) => [unit, line])).toEqual([
      ['money', false],
      ['ratio', true],
    ]);
    expect(chart?.series[0]?.points.map(({ value }) => value)).toEqual([500, 300, 150, 50, 0, 200]);
    expect(chart?.series[1]?.points[1]?.value).toBeCloseTo(800 / 1200, 12);
  });

  it('keeps the ten largest of many and unites the others', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      date: '2026-01-10',
      amount: 30 - i,
      customer: `K${String(i)}`,
    }));
    const long = pageOf({ sale: many }, { show: 'structure', by: 'customer' });
    const rows = blocksOf(long, 'table').map(textsOf)[0] ?? [];
    // 30 + 29 + … + 21 is 255 of 465, the others 20 + … + 1 = 210.
    expect(rows).toHaveLength(12);
    expect(rows.at(-2)).toEqual(['Övriga', '210', '45,2 %', '100,0 %']);
    expect(blocksOf(long, 'text')[0]?.paragraphs.map(plain)).toEqual(['De 10 största står för 54,8 % av intäkterna.']);
  });
});

describe('the page of a list', () => {
  const kpis = ['revenue', 'orders', 'average-order-value', 'gross-margin'];
  const page = pageOf({ sale }, { show: 'list', by: 'customer', kpis });
  const [table] = blocksOf(page, 'table');

  it('has every member, the highest on top, each column as its numbers need', () => {
    expect(table?.columns.map(({ label }) => plain(label))).toEqual([
      'Kund',
      'Intäkter, kr',
      'Antal order',
      'Snittorder, kr',
      'Täckningsgrad',
    ]);
    // Alm's two orders make 500 at 40 %; in all six orders make 1 200 with costs of 650.
    expect(table === undefined ? [] : textsOf(table)).toEqual([
      ['Alm', '500', '2', '250', '40,0 %'],
      ['Berg', '300', '1', '300', '50,0 %'],
      ['Cedrus', '150', '1', '150', '50,0 %'],
      ['Dal', '50', '1', '50', '50,0 %'],
      ['Okänt', '200', '1', '200', '50,0 %'],
      ['Totalt', '1 200', '6', '200', '45,8 %'],
    ]);
    expect(plain(page.draft)).toBe('Intäkter, antal order, snittorder och täckningsgrad per kund: 5 rader');
  });

  it('writes money that adds up alike, and without decimals where the largest has four digits', () => {
    const thousands = (amounts: readonly number[]): readonly (readonly string[])[] => {
      const rows = amounts.map((amount, i) => ({ date: '2026-02-01', amount, cost: 3000, customer: `K${String(i)}` }));
      const [made] = blocksOf(
        pageOf({ sale: rows }, { show: 'list', by: 'customer', kpis: ['revenue', 'gross-profit'] }),
        'table',
      );
      return made === undefined ? [] : textsOf(made);
    };
    expect(thousands([5_012_700, 100_500])).toEqual([
      ['K0', '5 013', '5 010'],
      ['K1', '101', '98'],
      ['Totalt', '5 113', '5 107'],
    ]);
    expect(thousands([810_800, 100_500])[0]).toEqual(['K0', '810,8', '807,8']);
  });

  it('carries what adds up over a break: revenue, not distinct orders, means or margins', () => {
    expect(table?.columns.map(({ carried }) => carried)).toEqual([false, true, false, false, false]);
  });
});

describe('the page of the summary', () => {
  const page = pageOf({ sale }, { show: 'summary', kpis: ['revenue', 'gross-margin', 'gone-kpi'] });
  const figures = blocksOf(page, 'figures').flatMap((block) => block.figures);

  it('has value, change and what it is against; a KPI that is gone is passed over', () => {
    expect(figures.map(({ name }) => name)).toEqual(['Intäkter', 'Täckningsgrad']);
    const [revenue, margin] = figures;
    expect(revenue).toMatchObject({ value: 1200, unit: 'money', text: '1 200'.replace(' ', '\u00a0'), unitText: 'kr' });
    expect(plain(revenue?.change?.text ?? '')).toBe('▲ 20,0 %');
    expect(revenue?.change?.tone).toBe('good');
    expect(revenue?.against).toBe('mot 2025');
    // 46 % of 1 000 before (540 of costs), 45.8 % of 1 200 now (650).
    expect(margin?.value).toBeCloseTo(550 / 1200, 12);
    expect(plain(margin?.change?.text ?? '')).toBe('▼ 0,2 pe');
  });

  it('has the twelve months up to the last one that is over', () => {
    // October 2025 to September 2026.
    expect(figures[0]?.months).toEqual([0, 0, 0, 250, 250, 300, 0, 150, 0, 0, 50, 200]);
  });

  it('takes the management dashboard’s where none are chosen, ten at most', () => {
    const chosen = blocksOf(pageOf({ sale }, { show: 'summary', kpis: null }), 'figures').flatMap(
      (block) => block.figures,
    );
    expect(chosen.map(({ kpi }) => kpi).slice(0, 4)).toEqual([
      'revenue',
      'gross-margin',
      'average-order-value',
      'orders',
    ]);
    expect(chosen.length).toBeLessThanOrEqual(10);
  });
});

describe('the page of tiles', () => {
  const question = { kpis: ['revenue'], rows: [{ dimension: 'customer' }], columns: [], filters: [], variants: {} };
  const tiles: Tile[] = [
    {
      id: 't',
      title: null,
      place: { x: 0, y: 6, width: 6, height: 6 },
      show: 'table',
      view: {
        question,
        values: [
          { kpi: 'revenue', show: { as: 'value' } },
          { kpi: 'revenue', show: { as: 'share', of: 'total' } },
        ],
        valuesOn: 'columns',
        foldedRows: [],
        foldedColumns: [],
        subtotals: 'above',
        totals: { row: true, column: true },
      },
    },
    { id: 'x', title: 'Läs', place: { x: 0, y: 12, width: 6, height: 2 }, show: 'text', text: 'Ett.\n\nTvå.' },
    { id: 'k', title: 'Pengar in', place: { x: 0, y: 0, width: 2, height: 3 }, show: 'kpi', kpi: 'revenue' },
    { id: 'm', title: null, place: { x: 2, y: 0, width: 2, height: 3 }, show: 'kpi', kpi: 'orders' },
    { id: 'c', title: null, place: { x: 0, y: 3, width: 6, height: 3 }, show: 'chart', kind: 'bar', question },
    { id: 'u', title: 'Borta', place: { x: 0, y: 14, width: 6, height: 3 }, show: 'kpi', kpi: 'no-such-kpi' },
  ];
  const page = pageOf({ sale }, { show: 'tiles', tiles });

  it('has them in the order they are read, cards side by side as one', () => {
    expect(page.blocks.map(({ is }) => is)).toEqual(['figures', 'chart', 'table', 'text', 'text']);
    expect(blocksOf(page, 'figures')[0]?.figures.map(({ name, value }) => [name, value])).toEqual([
      ['Pengar in', 1200],
      ['Antal order', 6],
    ]);
    expect(blocksOf(page, 'text').map(({ title, paragraphs }) => [title, paragraphs])).toEqual([
      ['Läs', ['Ett.', 'Två.']],
      ['Borta', ['Nyckeltalet finns inte i den här arbetsytan.']],
    ]);
  });

  it('lays tables out as they were saved, over the report’s period', () => {
    const [table] = blocksOf(page, 'table');
    expect(table === undefined ? [] : textsOf(table)).toEqual([
      ['Alm', '500', '41,7 %'],
      ['Berg', '300', '25,0 %'],
      ['Cedrus', '150', '12,5 %'],
      ['Dal', '50', '4,2 %'],
      ['Ek', '0', '0,0 %'],
      ['Okänt', '200', '16,7 %'],
      ['Totalt', '1 200', '100,0 %'],
    ]);
    expect(table?.columns.map(({ carried }) => carried)).toEqual([false, true, false]);
  });

  it('shows a chart against the year before, and no mark names its cell', () => {
    const [chart] = blocksOf(page, 'chart').map((block) => block.chart);
    expect(chart?.series.map(({ name }) => name)).toEqual(['Utfall', '2025']);
    expect(
      chart?.categories.map(({ key }) => key.startsWith('member ') && Number(key.slice(7)) > 0).slice(0, 5),
    ).toEqual(Array.from({ length: 5 }, () => true));
    expect(chart?.series.flatMap(({ points }) => points.map(({ cell }) => cell)).every((cell) => cell === null)).toBe(
      true,
    );
  });
});

it('a page that asks for what the data do not have says so, and the others stand', () => {
  const { pages } = composed({ sale }, [
    { show: 'structure', by: 'region' },
    { show: 'list', by: 'customer', kpis: ['revenue'] },
  ]);
  expect(pages[0]?.blocks).toEqual([
    {
      is: 'text',
      place: 'main',
      title: '',
      paragraphs: ['Det här går inte att visa med den här arbetsytans data.'],
    },
  ]);
  expect(pages[1]?.blocks[0]?.is).toBe('table');
});
