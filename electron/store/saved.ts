import type { Database } from 'better-sqlite3';
import { annotationSchema } from '#shared/annotations.ts';
import { dashboardSchema } from '#shared/dashboards.ts';
import { AppError } from '#shared/errors.ts';
import { goalSchema } from '#shared/goals.ts';
import { savedForecastSchema } from '#shared/forecast.ts';
import { silenceSchema } from '#shared/insights.ts';
import { finalReportSchema } from '#shared/report-content.ts';
import { reportSchema } from '#shared/reports.ts';
import { savedViewSchema } from '#shared/saved-views.ts';

/** What people make beside their data, each a JSON value under an id of its own. */
const SAVED = {
  dashboard: dashboardSchema,
  view: savedViewSchema,
  annotation: annotationSchema,
  goal: goalSchema,
  forecast: savedForecastSchema,
  silence: silenceSchema,
  report: reportSchema,
  final: finalReportSchema.omit({ content: true }),
  'final-content': finalReportSchema.pick({ id: true, content: true }),
} as const;
export type SavedKind = keyof typeof SAVED;
export type SavedValue<K extends SavedKind> = ReturnType<(typeof SAVED)[K]['parse']>;

const MOST: Readonly<Record<SavedKind, number>> = {
  dashboard: 200,
  view: 1000,
  annotation: 5000,
  goal: 2000,
  forecast: 500,
  silence: 1000,
  report: 200,
  final: 500,
  'final-content': 500,
};

/** By id; E_DAMAGED_FILE for a value that is not one of its kind. */
export function readSaved<K extends SavedKind>(db: Database, kind: K): readonly SavedValue<K>[] {
  return db
    .prepare<[SavedKind], { value: string }>('SELECT value FROM saved WHERE kind = ? ORDER BY id')
    .all(kind)
    .map(({ value }) => parsed(kind, value));
}

/** The one with that id; E_NOT_FOUND without it. */
export function readOneSaved<K extends SavedKind>(db: Database, kind: K, id: string): SavedValue<K> {
  const found = db
    .prepare<[SavedKind, string], { value: string }>('SELECT value FROM saved WHERE kind = ? AND id = ?')
    .get(kind, id);
  if (found === undefined) throw new AppError('E_NOT_FOUND', 'It is not there any more.', { id });
  return parsed(kind, found.value);
}

function parsed<K extends SavedKind>(kind: K, value: string): SavedValue<K> {
  const read = SAVED[kind].safeParse(JSON.parse(value));
  if (!read.success) throw new AppError('E_DAMAGED_FILE', 'What was saved beside the data cannot be read.');
  return read.data as SavedValue<K>;
}

/** Adds it, or puts it in the place of the one with its id, which also takes a removal back. */
export function writeSaved<K extends SavedKind>(db: Database, kind: K, value: SavedValue<K>): void {
  const checked = SAVED[kind].parse(value);
  db.prepare(
    'INSERT INTO saved (kind, id, value) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value',
  ).run(kind, checked.id, JSON.stringify(checked));
  const stored = db.prepare<[SavedKind], { n: number }>('SELECT count(*) AS n FROM saved WHERE kind = ?').get(kind);
  if ((stored?.n ?? 0) > MOST[kind]) {
    throw new AppError('E_BAD_REQUEST', `A workspace keeps at most ${String(MOST[kind])} of them.`, { at: kind });
  }
}

export function deleteSaved(db: Database, kind: SavedKind, id: string): void {
  const { changes } = db.prepare('DELETE FROM saved WHERE kind = ? AND id = ?').run(kind, id);
  if (changes === 0) throw new AppError('E_NOT_FOUND', 'It is not there any more.', { id });
}
