import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '#engine/question/answer.ts';
import { liveQueries } from '#host/live-columns.ts';
import { dayOf } from '#shared/calendar.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { ColumnMemory } from '#store/column-memory.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { beginOne, headerOf, importPlain, newFolder, recordOf, typedBlocks } from './plain-import.ts';

const ROWS = 5000;
const CUSTOMERS = 300;
const QUESTIONS: readonly QuestionInput[] = [
  { kpis: ['revenue', 'orders'], rows: [{ dimension: 'region' }], columns: [{ dimension: 'date', grain: 'month' }] },
  { kpis: ['active-customers', 'new-customers'], rows: [{ dimension: 'rep' }], period: '2025', compare: 'last-year' },
  { kpis: ['revenue'], rows: [{ dimension: 'customer', top: { n: 5 }, order: { by: 'revenue', descending: true } }] },
  { kpis: ['gross-margin'], filters: [{ dimension: 'region', op: 'in', values: ['Nord'] }] },
  {
    kpis: ['active-customers'],
    rows: [{ dimension: 'cohort', grain: 'month' }],
    columns: [{ dimension: 'age', grain: 'quarter' }],
  },
  { kpis: ['churn', 'lost-customers', 'customers-at-period-end'], rows: [{ dimension: 'date', grain: 'quarter' }] },
  { kpis: ['orders-per-customer', 'cross-sell-rate'], rows: [{ dimension: 'region' }] },
];

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
  const store = createWorkspace(place.file, { name: 'Kaffe' });
  const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + (i % 700))).toISOString().slice(0, 10);
  importPlain(store, {
    kind: 'sale',
    fields: ['date', 'order', 'customer', 'rep', 'region', 'amount', 'cost'],
    rows: Array.from({ length: ROWS }, (_, i) => ({
      date: day(i),
      order: `SO-${String(i >> 1)}`,
      customer: `Kund ${String((i * 7) % CUSTOMERS)}`,
      rep: i % 11 === 0 ? null : `Säljare ${String(i % 9)}`,
      region: ['Nord', 'Syd', 'Öst'][i % 3] ?? null,
      amount: (i % 500) + 0.25,
      cost: i % 13 === 0 ? null : i % 200,
    })),
  });
  store.close();
});
afterEach(() => place.remove());

/** The answers of a workspace whose columns may take so many bytes, and the most they ever took. */
function answersWithin(columnBytes?: number) {
  const store = openWorkspace(place.file, columnBytes);
  try {
    const context = { queries: liveQueries(store), today: dayOf(2026, 3, 1), settings: store.settings() };
    let most = 0;
    const { room } = store.columns();
    const keep = room.keep.bind(room);
    room.keep = (...kept) => {
      keep(...kept);
      most = Math.max(most, store.columnMemory().bytes);
    };
    const answers = [...QUESTIONS, ...QUESTIONS].map((question) => answer(questionSchema.parse(question), context));
    return { answers, most, limit: store.columnMemory().limit };
  } finally {
    store.close();
  }
}

describe('columns that may take no more room than they are given', () => {
  it('are read from the file again when they are needed, and the answers stay the same', () => {
    const all = answersWithin();
    const { answers, most } = answersWithin(1);
    expect(answers).toEqual(all.answers);
    // What is kept goes by the customers and their stretches, not by the rows: a column of days or money is never whole in memory.
    expect(most).toBeLessThanOrEqual(CUSTOMERS * 32);
    expect(CUSTOMERS * 32).toBeLessThan(ROWS * 4);
    expect(all.most).toBeGreaterThan(ROWS * 10);
    expect(all.most).toBeLessThanOrEqual(all.limit);
  });

  it('are kept, those used last, as far as they fit', () => {
    // A question over a few of its columns fits, one over more is read block by block.
    const room = ROWS * 24;
    const { answers, most } = answersWithin(room);
    expect(answers).toEqual(answersWithin().answers);
    expect(most).toBeLessThanOrEqual(room);
    expect(most).toBeGreaterThan(ROWS * 4);
  });
});

describe('an array that several keep', () => {
  it('takes its room once, until none of them keeps it', () => {
    const memory = new ColumnMemory(1000);
    const [column, mask] = [new Int32Array(10), new Uint8Array(8)];
    const [one, other] = [{}, {}];
    const letGo = () => undefined;
    memory.keep(one, [column], letGo);
    memory.keep(other, [column.subarray(2), mask], letGo);
    expect(memory.bytes).toBe(40 + 8);
    memory.forget(one);
    expect(memory.bytes).toBe(40 + 8);
    memory.forget(other);
    expect(memory.bytes).toBe(0);
  });
});

describe('columns in blocks', () => {
  const later = {
    kind: 'sale' as const,
    fields: ['date', 'customer', 'amount', 'product'],
    rows: Array.from({ length: 40 }, (_, i) => ({
      date: '2026-01-05',
      customer: `Kund ${String(400 + (i % 3))}`,
      amount: i === 7 ? null : 3_000_000 + i,
      product: `P${String(i % 4)}`,
    })),
  };

  it('are the whole ones, rows that a later import replaced left out and merged names as one', () => {
    const store = openWorkspace(place.file);
    try {
      const writer = beginOne(store, headerOf(later));
      for (const block of typedBlocks(later, 40)) writer.write(block);
      // The first, the second but last and the last of 5000 rows.
      writer.replace(Int32Array.of(0, 4998, 4999));
      writer.commit(recordOf(later));
      store.names.merge({ dimension: 'customer', names: ['Kund 400', 'Kund 1'], into: 'Kund 1' });
      const table = store.columns().table('sale');
      expect(table?.rows).toBe(ROWS - 3 + 40);
      // One segment is a block at least; both fit a block of 6000 rows.
      for (const [most, expected] of [
        [1, [4997, 40]],
        [6000, [5037]],
      ] as const) {
        const blocks = [...(table?.blocks?.(most) ?? [])];
        expect(blocks.map(({ rows }) => rows)).toEqual(expected);
        expect(blocks.map(({ block }) => block?.first)).toEqual(expected.map((_, i) => (i === 0 ? 0 : 4997)));
        for (const { key } of table?.fields ?? []) {
          const missing = (value: number): number | null =>
            value === -2_147_483_648 || value !== value ? null : value;
          const read = (one: NonNullable<typeof table>): readonly (number | null)[] =>
            Array.from(one.codes(key) ?? one.days(key) ?? one.decimals(key) ?? [], missing);
          expect(blocks.flatMap(read)).toEqual(table === null ? [] : read(table));
        }
      }
    } finally {
      store.close();
    }
  });
});
