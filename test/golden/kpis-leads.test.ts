import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithData } from '../support/data.ts';
import { askedOf, type Asked } from './kpi-values.ts';

/** Figures of ORACLES.md §6: a list without dates, whose leads stand on the day of the import. Sources are counted whatever their case. */
describeWithData("X Education's leads", () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askedOf('x_education_leads/Leads.csv');
    await asked.call('names.merge', { dimension: 'source', names: ['google'], into: 'Google' });
  });
  afterAll(() => asked.close());

  it('38.538961 % are converted', async () => {
    const { cells } = await asked.call('question.ask', { kpis: ['lead-conversion'], period: '2026-10' });
    expect((cells[0]?.value ?? NaN) * 100).toBeCloseTo(38.538961, 6);
    expect(cells[0]?.rows.used).toBe(9240);
  });

  it.each([
    [
      'custom:Lead Origin',
      {
        'Landing Page Submission': 36.185,
        API: 31.1453,
        'Lead Add Form': 92.4791,
        'Lead Import': 23.6364,
        'Quick Add Form': 100,
      },
    ],
    [
      'source',
      {
        Google: 39.9234,
        'Direct Traffic': 32.1667,
        'Olark Chat': 25.5271,
        'Organic Search': 37.7816,
        Reference: 91.7603,
        'Welingak Website': 98.5915,
        // 36 leads without a source, 29 of them converted.
        '(none)': (100 * 29) / 36,
      },
    ],
  ])('by %s', async (dimension, known) => {
    const rates = await asked.by('lead-conversion', { dimension });
    for (const [member, rate] of Object.entries(known))
      expect([member, (rates[member] ?? NaN) * 100]).toEqual([member, expect.closeTo(rate, 4)]);
  });
});
