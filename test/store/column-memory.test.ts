import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '#engine/question/answer.ts';
import { liveQueries } from '#host/live-columns.ts';
import { dayOf } from '#shared/calendar.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from './plain-import.ts';

const ROWS = 5000;
const QUESTIONS: readonly QuestionInput[] = [
  { kpis: ['revenue', 'orders'], rows: [{ dimension: 'region' }], columns: [{ dimension: 'date', grain: 'month' }] },
  { kpis: ['active-customers', 'new-customers'], rows: [{ dimension: 'rep' }], period: '2025', compare: 'last-year' },
  { kpis: ['revenue'], rows: [{ dimension: 'customer', top: { n: 5 }, order: { by: 'revenue', descending: true } }] },
  { kpis: ['gross-margin'], filters: [{ dimension: 'region', op: 'in', values: ['Nord'] }] },
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
      customer: `Kund ${String((i * 7) % 300)}`,
      rep: i % 11 === 0 ? null : `Säljare ${String(i % 9)}`,
      region: ['Nord', 'Syd', 'Öst'][i % 3] ?? null,
      amount: (i % 500) + 0.25,
      cost: i % 13 === 0 ? null : i % 200,
    })),
  });
  store.close();
});
afterEach(() => place.remove());

/** The answers of a workspace whose columns may take so many bytes, and the most they ever took after one. */
function answersWithin(columnBytes?: number) {
  const store = openWorkspace(place.file, columnBytes);
  try {
    const context = { queries: liveQueries(store), today: dayOf(2026, 3, 1), settings: store.settings() };
    let most = 0;
    const answers = [...QUESTIONS, ...QUESTIONS].map((question) => {
      const answered = answer(questionSchema.parse(question), context);
      most = Math.max(most, store.columnMemory().bytes);
      return answered;
    });
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
    // The one that was loaded last: no column here is wider than four bytes.
    expect(most).toBeLessThanOrEqual(ROWS * 4);
    expect(all.most).toBeGreaterThan(ROWS * 10);
    expect(all.most).toBeLessThanOrEqual(all.limit);
  });

  it('are kept, those used last, as far as they fit', () => {
    const room = ROWS * 9;
    const { answers, most } = answersWithin(room);
    expect(answers).toEqual(answersWithin().answers);
    expect(most).toBeLessThanOrEqual(room);
    expect(most).toBeGreaterThan(ROWS * 4);
  });
});
