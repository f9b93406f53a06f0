import { describe, expect, it } from 'vitest';
import { pipelineBackTest, type PastPipeline } from '#engine/forecast/pipeline-back-test.ts';
import { ratioInterval } from '#engine/forecast/ratio-interval.ts';
import { pipelineForecast } from '#engine/forecast/pipeline.ts';
import type { PipelineTest } from '#shared/forecast.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const won = (month: string, value: number, day = '28'): PlainRow => ({
  status: 'won',
  value,
  created: `${month}-01`,
  closed: `${month}-${day}`,
});
const open = (value: number, probability: number, expected_close: string): PlainRow => ({
  status: 'open',
  value,
  probability,
  created: '2026-01-02',
  expected_close,
});

function past(deal: readonly PlainRow[], today: string): PastPipeline {
  const context = contextOf({ deal }, { today });
  return {
    context,
    pipeline: pipelineForecast({ filters: [], basis: 'deal' }, context, { set: new Map(), learnt: new Map() }),
  };
}

function tested(
  states: readonly PastPipeline[],
  outcomes: Readonly<Record<string, number>>,
  reach: number,
): PipelineTest {
  const months = Object.entries(outcomes).map(([key, value]) => ({ key, from: `${key}-01`, to: `${key}-28`, value }));
  const steps = pipelineBackTest(states, months, { filters: [], reach });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const SPRING = [won('2026-01', 100), won('2026-02', 120), won('2026-03', 110)];

describe('the pipeline as it was, against what came', () => {
  it('worked by hand', () => {
    // As of 10 April: 30 booked, 60 weighted in April, 50 weighted in May. As of 10 May with 90 won in April: 20 booked, 80 weighted.
    const april = past(
      [...SPRING, won('2026-04', 30, '10'), open(120, 0.5, '2026-04-20'), open(100, 0.5, '2026-05-20')],
      '2026-04-10',
    );
    const may = past(
      [...SPRING, won('2026-04', 90), won('2026-05', 20, '10'), open(160, 0.5, '2026-05-25')],
      '2026-05-10',
    );
    const { ours, rivals, origins, steps, shortage, held, ahead } = tested(
      [april, may],
      { '2026-04': 90, '2026-05': 130 },
      2,
    );
    expect([origins, steps, shortage]).toEqual([2, 3, null]);
    // April: 90 of 90 and 50 of 130, errors 0 and 80; steps of 20 and 10 make the scale 15. May: 100 of 130; scale (20 + 10 + 20) ÷ 3.
    expect(ours?.mase).toBeCloseTo((0 + 80 / 15 + 30 / (50 / 3)) / 3, 9);
    expect(ours?.smape).toBeCloseTo((0 + 80 / 90 + 30 / 115) / 3, 9);
    // Of the running month 90 of 90 and 130 of 100 came, of the next one 130 of 50: too few to say between what.
    expect(ahead).toEqual([
      { outcomes: 2, months: ['2026-04', '2026-05'], shares: null },
      { outcomes: 1, months: ['2026-05'], shares: null },
    ]);
    expect(held.map(({ key }) => key)).toEqual(['2026-04', '2026-05']);
    expect(ours?.mae).toBeCloseTo((0 + 80 + 30) / 3, 9);
    // The last month again: 110 for April and May, 90 for May.
    expect(rivals[0]?.method).toBe('last-again');
    expect(rivals[0]?.mase).toBeCloseTo((20 / 15 + 20 / 15 + 40 / (50 / 3)) / 3, 9);
  });

  it('is not tested on months that are not over, nor on fewer than three', () => {
    const april = past([...SPRING, open(120, 0.5, '2026-04-20')], '2026-04-10');
    expect(tested([april], { '2026-04': 90 }, 3)).toMatchObject({
      ours: null,
      shortage: { what: 'pipeline-test', have: 1, need: 3 },
    });
    expect(tested([], {}, 3).shortage?.have).toBe(0);
  });
});

describe('between what the next share lies', () => {
  const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1).toReversed();
  it('takes nine of them, and leaves a tenth on each side', () => {
    expect(ratioInterval(upTo(8))).toBeNull();
    expect(ratioInterval(upTo(9))).toEqual({ low: 1, high: 9 });
    expect(ratioInterval(upTo(18))).toEqual({ low: 1, high: 18 });
    expect(ratioInterval(upTo(19))).toEqual({ low: 2, high: 18 });
  });
  it('is told of the months ahead that have so many', () => {
    // Ten times 100 weighted in the running month, and 60, 70, … 150 won in it.
    const names = Array.from({ length: 10 }, (_, i) => `2025-${String(i + 3).padStart(2, '0')}`);
    const before = (month: string): readonly PlainRow[] =>
      ['2024-12', '2025-01', '2025-02', ...names].filter((each) => each < month).map((each) => won(each, 100));
    const states = names.map((month) => past([...before(month), open(200, 0.5, `${month}-25`)], `${month}-02`));
    const outcomes = Object.fromEntries(names.map((month, i) => [month, 60 + 10 * i]));
    const { ahead } = tested(states, outcomes, 1);
    // A tenth of eleven gaps is one on each side: the least and the largest.
    expect(ahead).toEqual([{ outcomes: 10, months: names, shares: { low: 0.6, high: 1.5 } }]);
  });
});
