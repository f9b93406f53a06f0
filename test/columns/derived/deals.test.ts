import { expect, it } from 'vitest';
import { derived } from './values.ts';

it('weighs open deals by their own chance, else by their stage, and rounds once', () => {
  const deal = [
    { status: 'open', value: 100_000, probability: 0.2, stage: 'Demo' }, // the article's 20 000
    { status: 'open', value: 500, stage: 'Proposal' }, // 50 %
    { status: 'open', value: 500, stage: 'PROPOSAL ' }, // whatever its case
    { status: 'open', value: 500, stage: 'Proposal Sent' }, // another stage, without a weight
    { status: 'open', value: 0.0003, stage: 'Proposal' }, // 0.00015, half away from zero
    { status: 'won', value: 500, probability: 1 },
    { status: 'lost', value: 500, probability: 0.9 },
    { value: 40, probability: 0.25 }, // nothing says that it is over
    { status: 'open', probability: 0.25 },
  ];
  const stageWeights = new Map([['proposal', 0.5]]);
  expect(derived({ deal }, 'deal', 'weighted_value', { stageWeights })).toEqual([
    20_000,
    250,
    250,
    null,
    0.0002,
    null,
    null,
    10,
    null,
  ]);
  expect(derived({ deal: [{ status: 'open', value: 5 }] }, 'deal', 'weighted_value')).toEqual([]);
  // By the stage alone a deal's own chance says nothing.
  expect(derived({ deal }, 'deal', 'stage_weighted_value', { stageWeights }).slice(0, 3)).toEqual([null, 250, 250]);
});

it('counts whole days from creation to close', () => {
  const deal = [
    { created: '2026-01-30', closed: '2026-03-02' }, // 2 + 28 + 1
    { created: '2026-01-30', closed: '2026-01-30' },
    { created: '2026-01-30' },
    { closed: '2026-01-30' },
    { created: '2026-01-30', closed: '2026-01-29' },
  ];
  expect(derived({ deal }, 'deal', 'cycle_days')).toEqual([31, 0, null, null, null]);
});

it('counts from the latest lead that was there when the deal began', () => {
  const lead = [
    { created: '2026-01-20T09:00', customer: 'Ask' },
    { created: '2026-01-05T09:00', customer: 'Ask' },
    { created: '2026-02-01T23:59', customer: 'Ask' },
    { created: '2026-01-01T00:00', customer: 'Björk' },
    { created: '2026-01-01T00:00' },
  ];
  const deal = [
    { created: '2026-01-31', closed: '2026-02-09', customer: 'Ask' }, // from the 20th of January
    { created: '2026-02-01', closed: '2026-02-09', customer: 'Ask' }, // from the same day
    { created: '2026-01-04', closed: '2026-02-09', customer: 'Ask' }, // before any lead
    { created: '2026-01-04', closed: '2026-02-09' },
    { created: '2026-01-04', closed: '2026-01-08', customer: 'Björk' },
  ];
  expect(derived({ deal, lead }, 'deal', 'cycle_from_lead')).toEqual([20, 8, null, null, 7]);
  expect(derived({ deal }, 'deal', 'cycle_from_lead')).toEqual([]);
});

it('never calls a closed deal open whose close has no date', () => {
  const deal = [
    { status: 'won', closed: '2026-01-01' },
    { status: 'won' },
    { status: 'lost' },
    { status: 'open' },
    { value: 1 },
  ];
  expect(derived({ deal }, 'deal', 'was_open')).toEqual([true, false, false, true, true]);
});
