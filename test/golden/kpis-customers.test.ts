import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { describeWithData } from '../support/data.ts';
import { askedOf, type Asked } from './kpi-values.ts';

/** Figures of ORACLES.md §1; those of spans were worked out apart from this project, by 2 × the median gap of 129 days. */
describeWithData("the Superstore's customers", () => {
  describe.each([
    {
      scope: 'all countries',
      file: 'superstore/Sample - Superstore.csv',
      again: [73.719008, 79.549393, 87.748851],
      standing: [536, 528, 597],
      lost: [391, 365, 332],
    },
    {
      scope: 'the United States',
      file: 'superstore/derived/superstore_us_9994_cp1252_comma_mdy.csv',
      again: [73.445378, 78.883072, 87.460815],
      standing: [527, 525, 584],
      lost: [384, 364, 324],
    },
  ])('of $scope', ({ file, again, standing, lost }) => {
    let asked: Asked;
    beforeAll(async () => {
      asked = await askedOf(file);
    });
    afterAll(() => asked.close());
    const byYear = (kpi: string, question: Partial<QuestionInput> = {}) =>
      asked.by(kpi, { dimension: 'date', grain: 'year' }, question);

    it('bought again the year after', async () => {
      const found = await byYear('retention:bought-again');
      ['2020', '2021', '2022'].forEach((year, i) => expect((found[year] ?? NaN) * 100).toBeCloseTo(again[i] ?? NaN, 6));
      const not = await byYear('churn:not-again');
      expect((not['2022'] ?? NaN) + (found['2022'] ?? NaN)).toBeCloseTo(1, 12);
    });

    it('stood at the end of a year and were lost in the next', async () => {
      const [ends, churn] = [await byYear('customers-at-period-end'), await byYear('churn')];
      ['2019', '2020', '2021'].forEach((year, i) => {
        expect(ends[year]).toBe(standing[i]);
        expect(churn[String(Number(year) + 1)]).toBeCloseTo((lost[i] ?? NaN) / (standing[i] ?? NaN), 12);
      });
      expect(await asked.total('retention', { period: '2020' })).toBeCloseTo(1 - (churn['2020'] ?? NaN), 12);
      expect(await asked.total('expected-lifetime', { period: '2020' })).toBeCloseTo(1 / (churn['2020'] ?? NaN), 12);
    });

    it('that go and come are those at the end of the year before and of this one', async () => {
      const [ends, fresh, back, gone] = [
        await byYear('customers-at-period-end'),
        await byYear('new-customers:by-span'),
        await byYear('won-back'),
        await byYear('lost-customers'),
      ];
      for (const year of [2020, 2021, 2022].map(String)) {
        const before = ends[String(Number(year) - 1)] ?? NaN;
        expect(before + (fresh[year] ?? 0) + (back[year] ?? 0) - (gone[year] ?? 0)).toBe(ends[year]);
      }
    });
  });

  it('span by span: ends and win-backs of every year', async () => {
    const asked = await askedOf('superstore/Sample - Superstore.csv');
    const byYear = { dimension: 'date', grain: 'year' } as const;
    expect(await asked.by('lost-customers', byYear)).toMatchObject({ '2019': 86, '2020': 411, '2021': 394, '2022': 360 });
    expect(await asked.by('won-back', byYear)).toMatchObject({ '2019': 17, '2020': 272, '2021': 406, '2022': 412 });
    await asked.close();
  });
});
