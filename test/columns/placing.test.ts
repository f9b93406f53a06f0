import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CellRequest, CellSlot } from '#engine/ports/column-queries.ts';
import type { PlainRow } from '../support/columns-of-rows.ts';
import {
  amongMany,
  ANY_ROW,
  ANY_SLOTS,
  byRep,
  deal,
  measureOf,
  queriesOf,
  REPS,
  requestOf,
  RUNS,
  type Row,
} from './cells.ts';

type How = Pick<CellRequest, 'nature' | 'date' | 'until' | 'standing'>;

const HOW: Readonly<Record<string, How>> = {
  flow: { nature: 'flow', date: 'created', until: null, standing: null },
  'flow by the other date': { nature: 'flow', date: 'closed', until: null, standing: null },
  balance: { nature: 'balance', date: 'created', until: 'closed', standing: null },
  'balance without an end': { nature: 'balance', date: 'created', until: null, standing: null },
  'those that stood the day before': {
    nature: 'flow',
    date: 'closed',
    until: null,
    standing: { kind: 'at-start', field: 'created' },
  },
  'those that stand on the last day': {
    nature: 'flow',
    date: 'created',
    until: null,
    standing: { kind: 'at-end', field: 'closed' },
  },
};

/** Whether a row is in a slot, as plainly as it can be said. */
function isIn(row: Row, slot: CellSlot, { nature, date, until, standing }: How, slots: readonly CellSlot[]): boolean {
  if (slot === null) return false;
  const placed = date === 'created' ? row.start : row.end;
  const isUndated = slot === 'undated' || slot.undated === true;
  if (nature === 'balance') {
    const lastDays = slots.flatMap((one) => (one === null || one === 'undated' ? [] : [one.to]));
    const day = slot === 'undated' ? Math.max(-1_000_000, ...lastDays) : slot.to;
    const ended = until !== null && row.end !== null && row.end <= day;
    return !ended && (placed === null ? isUndated : slot !== 'undated' && placed <= day);
  }
  if (placed === null) return isUndated && standing === null;
  if (slot === 'undated' || placed < slot.from || placed > slot.to) return false;
  if (standing === null) return true;
  return standing.kind === 'at-start'
    ? row.start !== null && row.start < slot.from
    : row.end === null || row.end > slot.to;
}

interface Scene {
  readonly rows: readonly Row[];
  readonly slots: readonly CellSlot[];
  /** Whose rows a filter leaves out. */
  readonly without: string | undefined;
}
const LATER: Row = { rep: 'Ada', start: 1_000, end: 1_001, value: 1 };
const SCENE: fc.Arbitrary<Scene> = fc.record({
  // One row has all fields, so that there are such.
  rows: fc.array(ANY_ROW, { maxLength: 25 }).map((rows) => [...rows, LATER]),
  slots: ANY_SLOTS,
  without: fc.constantFrom('Ada', 'Nobody', undefined),
});

function checkPlaces({ rows, slots, without }: Scene, how: How, many: boolean): void {
  const queries = queriesOf({ deal: rows.map(deal) });
  const placed = queries.rows(
    requestOf({
      ...how,
      breakdown: queries.breakdown(['rep']),
      slots: many ? amongMany(slots) : slots,
      filters: without === undefined ? [] : [{ dimension: 'rep', op: 'not-in', values: [without] }],
    }),
  );
  const found = byRep(queries, placed, slots.length, (key) => [...queries.positions(placed, key, [[]])]);
  const expected = REPS.map((rep) =>
    slots.map((slot) =>
      rows.flatMap((row, i) => (row.rep === rep && rep !== without && isIn(row, slot, how, slots) ? [i] : [])),
    ),
  );
  expect(found).toEqual(expected);
  const counts = byRep(queries, placed, slots.length, (key) => queries.count(placed, [[]]).at(key));
  expect(counts).toEqual(expected.map((cells) => cells.map(({ length }) => length)));
}

describe('random rows in random slots are placed as a plain loop does', () => {
  it.each(Object.entries(HOW))('%s', (_, how) => {
    fc.assert(
      fc.property(SCENE, (scene) => checkPlaces(scene, how, false)),
      RUNS,
    );
    fc.assert(
      fc.property(SCENE, (scene) => checkPlaces(scene, how, true)),
      { ...RUNS, numRuns: 8 },
    );
  });
});

describe('customers of a month', () => {
  // June has the days 151..180 of 1970. C begins and ends in it, D ends on its first day, E on the day after it.
  const subscription = [
    { customer: 'A', amount: 1, start: '1970-01-01' },
    { customer: 'B', amount: 1, start: '1970-02-01', end: '1970-06-15' },
    { customer: 'C', amount: 1, start: '1970-06-03', end: '1970-06-20' },
    { customer: 'D', amount: 1, start: '1970-06-01', end: '1970-06-01' },
    { customer: 'E', amount: 1, start: '1970-06-10', end: '1970-07-01' },
    { customer: 'F', amount: 1, start: '1970-06-30' },
  ];
  const june = { from: 151, to: 180 };
  it.each<readonly [string, How, readonly number[]]>([
    [
      'lost: B alone stood when it began',
      { nature: 'flow', date: 'end', until: null, standing: { kind: 'at-start', field: 'start' } },
      [1],
    ],
    [
      'new: E and F still stand when it is over',
      { nature: 'flow', date: 'start', until: null, standing: { kind: 'at-end', field: 'end' } },
      [4, 5],
    ],
    ['standing at its end', { nature: 'balance', date: 'start', until: 'end', standing: null }, [0, 4, 5]],
  ])('%s', (_, how, rows) => {
    const queries = queriesOf({ subscription });
    const request = requestOf({ ...how, kind: 'subscription', breakdown: queries.breakdown([]), slots: [june] });
    expect([...queries.positions(queries.rows(request), 0, [[]])]).toEqual(rows);
  });
});

describe('deals without a date', () => {
  const deals = [
    { value: 10, status: 'open', closed: '1970-01-05' },
    { value: 20, status: 'open', expected_close: '1970-01-05' },
    { value: 40, status: 'open' },
  ];
  const counted = (
    deal: readonly PlainRow[],
    slots: readonly CellSlot[],
    how: Partial<How> = {},
  ): readonly number[] => {
    const queries = queriesOf({ deal });
    const rows = queries.rows(requestOf({ date: 'expected_close', ...how, breakdown: queries.breakdown([]), slots }));
    const table = queries.aggregate([rows], measureOf({ do: 'sum', field: 'value' }));
    return slots.map((_, slot) => table.at(slot));
  };
  const early: CellSlot = { from: 0, to: 9 };
  const all: CellSlot = { ...early, undated: true };

  it('are in the slots that ask for them, so that parts add up', () => {
    expect(counted(deals, [early, 'undated', all, null])).toEqual([20, 50, 70, 0]);
  });

  it('are all of them where no file brought the date', () => {
    const dateless = deals.map(({ value, status }) => ({ value, status }));
    expect(counted(dateless, [early, 'undated', all])).toEqual([0, 70, 70]);
  });

  it('stand until they end, on the last day of all slots', () => {
    const standing = { nature: 'balance', until: 'closed' } as const;
    expect(counted(deals, [early, 'undated', all], standing)).toEqual([20, 40, 60]);
    expect(counted(deals, [{ from: 0, to: 3 }, 'undated'], standing)).toEqual([0, 50]);
  });
});
