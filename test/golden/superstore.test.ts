import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { ask, contextOf, valuesByName } from '../support/ask.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { importedWorkspace } from '../support/imported.ts';
import { superstoreRows } from '../support/superstore.ts';

interface Asker {
  ask(question: QuestionInput): Promise<Answer>;
  close(): Promise<void>;
}

async function imported(file: string): Promise<Asker> {
  const { call, close } = await importedWorkspace(dataFile(`superstore/${file}`));
  return { ask: (question) => call('question.ask', question), close };
}

/** The engine alone, over rows read by the test's own parser. */
function plain(): Promise<Asker> {
  const context = contextOf({ sale: superstoreRows() });
  return Promise.resolve({
    ask: (question) => Promise.resolve(ask(context, question)),
    close: () => Promise.resolve(),
  });
}

const WAYS: readonly (readonly [name: string, open: () => Promise<Asker>, scope: 'all' | 'us'])[] = [
  ['as plain rows', plain, 'all'],
  ['imported from .csv', () => imported('Sample - Superstore.csv'), 'all'],
  ['imported from .xls', () => imported('Sample - Superstore.xls'), 'all'],
  [
    'imported from the Swedish transcode',
    () => imported('derived/superstore_sv_cp1252_semicolon_decimalcomma_iso.csv'),
    'us',
  ],
  [
    'imported from the German transcode',
    () => imported('derived/superstore_de_utf8bom_semicolon_thousanddot_dmy.csv'),
    'us',
  ],
  ['imported from the American transcode', () => imported('derived/superstore_us_9994_cp1252_comma_mdy.csv'), 'us'],
];

const US_GROWTH = [-0.02832227, 0.29471521, 0.20355962];

/** Figures of ORACLES.md §1, computed there with the Python standard library; those of the United States are published. */
describeWithData('the Superstore', () => {
  describe.each(WAYS)('%s', (_, open, scope) => {
    let asker: Asker;
    beforeAll(async () => {
      asker = await open();
    });
    afterAll(() => asker.close());

    const inUS: QuestionInput['filters'] =
      scope === 'us' ? [] : [{ dimension: 'country', op: 'in', values: ['United States'] }];
    const by = async (kpi: string, question: Partial<QuestionInput> = {}) =>
      valuesByName(await asker.ask({ kpis: [kpi], ...question }));
    const total = async (kpi: string, question: Partial<QuestionInput> = {}) => (await by(kpi, question))[''];
    const byYear: Partial<QuestionInput> = { rows: [{ dimension: 'date', grain: 'year' }] };

    it('counts every row', async () => {
      const rowsOf = async (filters: QuestionInput['filters']) =>
        (await asker.ask({ kpis: ['revenue'], filters })).cells[0]?.rows;
      expect(await rowsOf(inUS)).toEqual({ used: 9994, leftOut: 0 });
      expect(await rowsOf([])).toEqual({ used: scope === 'us' ? 9994 : 10_194, leftOut: 0 });
    });

    it.each([
      ['revenue', 2_326_534.3543, 2_297_200.8603],
      ['gross-profit', 292_296.8146, 286_397.0217],
      ['orders', 5111, 5009],
      ['active-customers', 804, 793],
      ['units', 38_654, 37_873],
    ])('gives %s to the last decimal', async (kpi, all, us) => {
      expect(await total(kpi)).toBe(scope === 'us' ? us : all);
      expect(await total(kpi, { filters: inUS })).toBe(us);
    });

    it.each([
      ['gross-margin', 'gross', 0.12563615, 0.12467217, 8],
      ['average-order-value', 'standard', 455.2014, 458.614666, 4],
      ['discount-rate', 'mean-of-rows', 0.155385, 0.156203, 6],
      ['revenue-per-customer', 'standard', 2893.699446, 2896.8485, 4],
    ])('gives %s (%s)', async (kpi, variant, all, us, digits) => {
      const variants = { [kpi]: variant };
      expect(await total(kpi, { variants })).toBeCloseTo(scope === 'us' ? us : all, digits);
      expect(await total(kpi, { variants, filters: inUS })).toBeCloseTo(us, digits);
    });

    const YEARS = ['2019', '2020', '2021', '2022', ''];
    const yearly = (...values: readonly number[]) =>
      Object.fromEntries(values.map((value, i) => [YEARS[i] ?? '', value]));
    const growthOf = scope === 'us' ? US_GROWTH : [-0.04260216, 0.29797595, 0.21441074];

    it.each([
      ['in all', [], growthOf],
      ['in the United States', inUS, US_GROWTH],
    ])('grows year over year %s', async (_name, filters, expected) => {
      const growth = await by('sales-growth', { ...byYear, filters, variants: { 'sales-growth': 'year-over-year' } });
      expect(growth['2019']).toBeNull();
      for (const [i, year] of ['2020', '2021', '2022'].entries())
        expect(growth[year]).toBeCloseTo(expected[i] ?? NaN, 8);
      expect(await total('sales-growth', { filters, period: '2022' })).toBeCloseTo(expected[2] ?? NaN, 8);
    });

    it('finds active customers by year', async () => {
      const us = yearly(595, 573, 638, 693, 793);
      expect(await by('active-customers', { ...byYear, filters: inUS })).toEqual(us);
      expect(await by('active-customers', byYear)).toEqual(scope === 'us' ? us : yearly(605, 577, 653, 704, 804));
    });

    // Of the whole workspace: with more countries in it a customer of the United States may have bought abroad first.
    it('finds new customers by year', async () => {
      const expected = scope === 'us' ? yearly(595, 136, 51, 11, 793) : yearly(605, 131, 57, 11, 804);
      expect(await by('new-customers', byYear)).toEqual(expected);
    });

    it('splits the United States by year, region, category and segment', async () => {
      const split = (dimension: string) => by('revenue', { rows: [{ dimension }], filters: inUS });
      const sum = 2_297_200.8603;
      expect(await by('revenue', { ...byYear, filters: inUS })).toEqual({
        '2019': 484_247.4981,
        '2020': 470_532.509,
        '2021': 609_205.598,
        '2022': 733_215.2552,
        '': sum,
      });
      expect(await by('gross-profit', { ...byYear, filters: inUS })).toMatchObject({
        '2019': 49_543.9741,
        '2020': 61_618.6037,
        '2021': 81_795.1743,
        '2022': 93_439.2696,
      });
      expect(await by('orders', { ...byYear, filters: inUS })).toEqual({
        '2019': 969,
        '2020': 1038,
        '2021': 1315,
        '2022': 1687,
        '': 5009,
      });
      expect(await split('region')).toEqual({
        Central: 501_239.8908,
        East: 678_781.24,
        South: 391_721.905,
        West: 725_457.8245,
        '': sum,
      });
      expect(await split('category')).toEqual({
        Furniture: 741_999.7953,
        'Office Supplies': 719_047.032,
        Technology: 836_154.033,
        '': sum,
      });
      expect(await split('segment')).toEqual({
        Consumer: 1_161_401.345,
        Corporate: 706_146.3668,
        'Home Office': 429_653.1485,
        '': sum,
      });
    });
  });

  it('ranks the states and unites the rest', async () => {
    const { ask: asks } = await plain();
    const filters: QuestionInput['filters'] = [{ dimension: 'country', op: 'in', values: ['United States'] }];
    const order = { by: 'revenue', descending: true };
    const rows = [{ dimension: 'custom:State/Province', order, top: { n: 5 } }];
    const top = valuesByName(await asks({ kpis: ['revenue'], rows, filters }));
    expect(Object.entries(top)).toEqual([
      ['California', 457_687.6315],
      ['New York', 310_876.271],
      ['Texas', 170_188.0458],
      ['Washington', 138_641.27],
      ['Pennsylvania', 116_511.914],
      ['(other)', 1_103_295.728],
      ['', 2_297_200.8603],
    ]);
  });
});
