import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movementStep, pipelineMovement } from '#engine/forecast/movement.ts';
import { pipelineForecast, pipelineRows } from '#engine/forecast/pipeline.ts';
import type { Move } from '#shared/forecast.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const dealRow = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  status: fc.constantFrom('open', 'open', 'open', 'won', 'lost'),
  stage: fc.constantFrom('Demo', 'Offert', null),
  value: fc.option(fc.integer({ min: 0, max: 5_000_000 }).map((n) => n / 100)),
  probability: fc.option(fc.constantFrom(0.1, 0.25, 0.5)),
  created: fc.constant('2026-06-01'),
  expected_close: fc.option(fc.constantFrom('2026-08-31', '2026-09-20', '2026-10-05', '2026-12-24')),
});
const dealRows = fc.array(dealRow, { minLength: 1, maxLength: 30 });
const settings = { seed: 20_261_122, numRuns: 150 };

/** Ten-thousandths, so that sums are exact. */
const sumOf = (rows: readonly PlainRow[], positions: Iterable<number>): number =>
  [...positions].reduce((sum, row) => sum + Math.round(Number(rows[row]?.['value']) * 10_000), 0) / 10_000;

it('the rows of every part of the pipeline add up to it, and the months, places beside and stages are all of them', () => {
  const ask = { filters: [], basis: 'deal' as const };
  fc.assert(
    fc.property(dealRows, (deal) => {
      const context = contextOf({ deal }, { today: '2026-09-10' });
      const made = pipelineForecast(ask, context, { set: new Map(), learnt: new Map() });
      if (made.refusal !== null) return;
      const beside = ['overdue', 'undated', 'later'] as const;
      const parts = [
        ...made.periods.map((month) => [month, { of: 'places', months: [month.key], beside: [] }] as const),
        ...beside.map((place) => [made[place], { of: 'places', months: [], beside: [place] }] as const),
      ];
      const met = parts.flatMap(([told, part]) => {
        const { deals, valued } = pipelineRows(ask, context, part);
        expect([deals.length, sumOf(deal, valued)]).toEqual([told.deals, told.value]);
        return [...deals];
      });
      const all = pipelineRows(ask, context, { of: 'all' });
      expect(met.toSorted((a, b) => a - b)).toEqual([...all.deals]);
      for (const { stage, deals, value } of made.stages) {
        const rows = pipelineRows(ask, context, { of: 'stage', stage });
        expect([rows.deals.length, sumOf(deal, rows.valued)]).toEqual([deals, value]);
      }
    }),
    settings,
  );
});

it('the rows of every step of a movement add up to it, between any two states', () => {
  fc.assert(
    fc.property(dealRows, dealRows, (before, after) => {
      const at = (deal: readonly PlainRow[]) => ({ queries: contextOf({ deal }).queries, day: null, filters: [] });
      const [from, to] = [at(before), at(after)];
      const moved = pipelineMovement(from, to, null);
      const step = (name: Move | 'start' | 'end') => movementStep(from, to, null, { step: name, onlyValued: true });
      expect(sumOf(before, step('start').rows.before)).toBe(moved.start.value);
      expect(sumOf(after, step('end').rows.after)).toBe(moved.end.value);
      for (const { move, deals, value } of moved.moves) {
        const found = step(move);
        expect([found.deals, found.value]).toEqual([deals, value]);
        const [was, is] = [sumOf(before, found.rows.before), sumOf(after, found.rows.after)];
        if (move === 'added') expect(is).toBe(value);
        else if (move === 'value-up' || move === 'value-down') expect(is - was).toBeCloseTo(value, 6);
        else expect(-was + 0).toBe(value + 0);
      }
    }),
    settings,
  );
});

it('a step leaves out deals without a value at the moments it is made of alone', () => {
  const deal = (value: number | null, status = 'open'): PlainRow => ({ id: 'a', status, value, created: '2026-06-01' });
  const withoutValue = (before: PlainRow, after: PlainRow, step: Move | 'start' | 'end') => {
    const at = (row: PlainRow) => ({ queries: contextOf({ deal: [row] }).queries, day: null, filters: [] });
    return movementStep(at(before), at(after), null, { step, onlyValued: true }).withoutValue;
  };
  // 1 000 that lost its value: in the sum of the start, not in that of the end.
  expect(withoutValue(deal(1000), deal(null), 'start')).toBe(0);
  expect(withoutValue(deal(1000), deal(null), 'end')).toBe(1);
  expect(withoutValue(deal(1000), deal(null), 'value-down')).toBe(1);
  // Won deals leave with the value they had.
  expect(withoutValue(deal(1000), deal(null, 'won'), 'won')).toBe(0);
  expect(withoutValue(deal(null), deal(1000, 'won'), 'won')).toBe(1);
});
