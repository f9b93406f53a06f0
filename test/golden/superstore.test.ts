import { expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../support/ask.ts';
import { describeWithData } from '../support/data.ts';
import { superstoreRows } from '../support/superstore.ts';

/** Figures of ORACLES.md §1, computed there with the Python standard library; US figures are published. */
describeWithData('the Superstore', () => {
  const context = contextOf({ sale: superstoreRows() });
  const inUS: QuestionInput['filters'] = [{ dimension: 'country', op: 'in', values: ['United States'] }];
  const total = (kpi: string, question: Partial<QuestionInput> = {}) => totalOf(context, { kpis: [kpi], ...question }).value;
  const by = (kpi: string, question: Partial<QuestionInput>) => valuesByName(ask(context, { kpis: [kpi], ...question }));
  const byYear: Partial<QuestionInput> = { rows: [{ dimension: 'date', grain: 'year' }] };

  it('counts every row', () => {
    expect(totalOf(context, { kpis: ['revenue'] }).rows).toEqual({ used: 10_194, leftOut: 0 });
    expect(totalOf(context, { kpis: ['revenue'], filters: inUS }).rows).toEqual({ used: 9994, leftOut: 0 });
  });

  it.each([
    ['revenue', 2_326_534.3543, 2_297_200.8603],
    ['gross-profit', 292_296.8146, 286_397.0217],
    ['orders', 5111, 5009],
    ['active-customers', 804, 793],
    ['units', 38_654, 37_873],
  ])('gives %s to the last decimal', (kpi, all, us) => {
    expect(total(kpi)).toBe(all);
    expect(total(kpi, { filters: inUS })).toBe(us);
  });

  it.each([
    ['gross-margin', 'gross', 0.12563615, 0.12467217, 8],
    ['average-order-value', 'standard', 455.2014, 458.614666, 4],
    ['discount-rate', 'mean-of-rows', 0.155385, 0.156203, 6],
    ['revenue-per-customer', 'standard', 2893.699446, 2896.8485, 4],
  ])('gives %s (%s)', (kpi, variant, all, us, digits) => {
    const variants = { [kpi]: variant };
    expect(total(kpi, { variants })).toBeCloseTo(all, digits);
    expect(total(kpi, { variants, filters: inUS })).toBeCloseTo(us, digits);
  });

  it('grows year over year', () => {
    const variants = { 'sales-growth': 'year-over-year' };
    const growth = by('sales-growth', { ...byYear, variants });
    expect(growth['2019']).toBeNull();
    expect(growth['2020']).toBeCloseTo(-0.04260216, 8);
    expect(growth['2021']).toBeCloseTo(0.29797595, 8);
    expect(growth['2022']).toBeCloseTo(0.21441074, 8);
    const us = by('sales-growth', { ...byYear, variants, filters: inUS });
    expect(us['2020']).toBeCloseTo(-0.02832227, 8);
    expect(us['2021']).toBeCloseTo(0.29471521, 8);
    expect(us['2022']).toBeCloseTo(0.20355962, 8);
    expect(total('sales-growth', { period: '2022' })).toBeCloseTo(0.21441074, 8);
  });

  it('finds new and active customers by year', () => {
    expect(by('new-customers', byYear)).toEqual({ '2019': 605, '2020': 131, '2021': 57, '2022': 11, '': 804 });
    expect(by('active-customers', byYear)).toEqual({ '2019': 605, '2020': 577, '2021': 653, '2022': 704, '': 804 });
    expect(by('active-customers', { ...byYear, filters: inUS })).toEqual({ '2019': 595, '2020': 573, '2021': 638, '2022': 693, '': 793 });
  });

  it('splits the United States by year, region, category and segment', () => {
    const split = (dimension: string) => by('revenue', { rows: [{ dimension }], filters: inUS });
    const sum = 2_297_200.8603;
    expect(by('revenue', { ...byYear, filters: inUS })).toEqual({ '2019': 484_247.4981, '2020': 470_532.509, '2021': 609_205.598, '2022': 733_215.2552, '': sum });
    expect(by('gross-profit', { ...byYear, filters: inUS })).toMatchObject({ '2019': 49_543.9741, '2020': 61_618.6037, '2021': 81_795.1743, '2022': 93_439.2696 });
    expect(by('orders', { ...byYear, filters: inUS })).toEqual({ '2019': 969, '2020': 1038, '2021': 1315, '2022': 1687, '': 5009 });
    expect(split('region')).toEqual({ Central: 501_239.8908, East: 678_781.24, South: 391_721.905, West: 725_457.8245, '': sum });
    expect(split('category')).toEqual({ Furniture: 741_999.7953, 'Office Supplies': 719_047.032, Technology: 836_154.033, '': sum });
    expect(split('segment')).toEqual({ Consumer: 1_161_401.345, Corporate: 706_146.3668, 'Home Office': 429_653.1485, '': sum });
  });

  it('ranks the states and unites the rest', () => {
    const top = by('revenue', { rows: [{ dimension: 'custom:State/Province' }], filters: inUS, top: 5, sort: 'value-descending' });
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
