import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipelineMovement } from '#engine/forecast/movement.ts';
import type { Movement } from '#shared/forecast.ts';
import { dayOf, parseIsoDate } from '#shared/calendar.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const SEPTEMBER = { from: dayOf(2026, 9, 1), to: dayOf(2026, 9, 30) };

function moved(
  before: readonly PlainRow[],
  after: readonly PlainRow[],
  period: typeof SEPTEMBER | null = null,
): Movement {
  const at = (deal: readonly PlainRow[]) => ({ queries: contextOf({ deal }).queries, day: null, filters: [] });
  return pipelineMovement(at(before), at(after), period);
}

const movesOf = ({ moves }: Movement): Record<string, readonly [number, number]> =>
  Object.fromEntries(moves.filter(({ deals }) => deals > 0).map(({ move, deals, value }) => [move, [deals, value]]));

const open = (id: string, value: number | null, expected_close: string | null = '2026-09-15'): PlainRow => ({
  id,
  title: `Affär ${id}`,
  status: 'open',
  value,
  expected_close,
});

describe('how open deals became others', () => {
  const before = [open('a', 40), open('b', 20), open('c', 30), open('d', 10.5), open('e', 7)];
  const after = [
    { ...open('a', 45), status: 'won' },
    open('b', 25),
    { ...open('c', 30), status: 'lost' },
    open('d', 4.25),
    open('g', 30),
    open('h', null),
  ];

  it('worked by hand', () => {
    const found = moved(before, after);
    expect(found.start).toEqual({ deals: 5, value: 107.5 });
    expect(found.end).toEqual({ deals: 4, value: 59.25 });
    // 107.5 + 30 + 5 − 6.25 − 40 − 30 − 7 = 59.25
    expect(movesOf(found)).toEqual({
      added: [2, 30],
      'value-up': [1, 5],
      'value-down': [1, -6.25],
      won: [1, -40],
      lost: [1, -30],
      removed: [1, -7],
    });
    expect(found.deals[0]).toEqual({
      key: 'id a\n0',
      move: 'won',
      name: 'Affär a',
      value: -40,
      before: '2026-09-15',
      after: '2026-09-15',
    });
  });

  it('of a period: slipped out of it, pulled into it, and postponed', () => {
    const found = moved(
      [open('a', 40), open('b', 20, '2026-11-01'), open('c', 5), open('d', 1)],
      [open('a', 50, '2026-10-02'), open('b', 20, '2026-09-28'), open('c', 5, null), open('d', 1, '2026-09-20')],
      SEPTEMBER,
    );
    expect([found.start.value, found.end.value]).toEqual([46, 21]);
    expect(movesOf(found)).toEqual({ 'pulled-in': [1, 20], slipped: [2, -45] });
    expect(found.postponed).toEqual({ deals: 3, value: 56 });
  });

  it('tells deals without id by title and customer, each row once', () => {
    const row = (value: number): PlainRow => ({
      title: 'Avtal',
      customer: 'Ek',
      status: 'open',
      value,
      expected_close: null,
    });
    expect(movesOf(moved([row(1), row(2)], [row(1), row(2), row(9)]))).toEqual({ added: [1, 9] });
  });

  it('is told of two days by when deals were created and closed', () => {
    const { queries } = contextOf({
      deal: [
        { ...open('a', 10), created: '2026-01-05' },
        { ...open('b', 20), created: '2026-02-05' },
        { ...open('c', 30), status: 'won', created: '2026-01-01', closed: '2026-02-03' },
        { ...open('d', 40), status: 'lost', created: '2026-01-01', closed: '2026-01-20' },
      ],
    });
    const at = (iso: string) => ({ queries, day: parseIsoDate(iso), filters: [] });
    const found = pipelineMovement(at('2026-01-31'), at('2026-02-28'), null);
    expect([found.start, found.end]).toEqual([
      { deals: 2, value: 40 },
      { deals: 2, value: 30 },
    ]);
    expect(movesOf(found)).toEqual({ added: [1, 20], won: [1, -30] });
  });

  it('adds up to the last ten-thousandth, whatever happens', () => {
    const deal = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'f'),
      status: fc.constantFrom('open', 'open', 'won', 'lost', 'odd'),
      value: fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 10_000)),
      expected_close: fc.option(fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01')),
      customer: fc.constantFrom('X', 'Y'),
    });
    const deals = fc.array(deal, { maxLength: 12 });
    fc.assert(
      fc.property(deals, deals, fc.constantFrom(null, SEPTEMBER), (before, after, period) => {
        const { start, end, moves } = moved([...before, open('z', 1)], [...after, open('z', 1)], period);
        const scaled = (value: number): number => Math.round(value * 10_000);
        const sum = moves.reduce((all, { value }) => all + scaled(value), scaled(start.value));
        expect(sum).toBe(scaled(end.value));
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });
});
