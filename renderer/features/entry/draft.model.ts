import { entryFields, MOST_ENTRY_ROWS, type EntryKind } from '#shared/entry-kinds.ts';
import type { DecimalMark } from '#shared/importing.ts';
import type { EntryDraft, EntryRows } from '../../state/entry-slice.ts';

/** Steps that can be taken back. */
const MOST_STEPS = 100;
const FEWEST_SHOWN = 15;
const SPARE_ROWS = 5;
const KPI_PLACE = entryFields('target').findIndex(({ key }) => key === 'kpi');

export const isBlank = (row: readonly string[]): boolean => row.every((text) => text === '');

/** Without the blank rows at the end; the same rows where there are none. */
export function trimmed(rows: EntryRows): EntryRows {
  const end = rows.findLastIndex((row) => !isBlank(row)) + 1;
  return end === rows.length ? rows : rows.slice(0, end);
}

export function sameRows(a: EntryRows, b: EntryRows): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((row, at) => row === b[at] || row.every((text, place) => text === b[at]?.[place])))
  );
}

/** Rows as they are drawn: some blank ones below to write in. */
export function shownRows(kind: EntryKind, rows: EntryRows): EntryRows {
  const count = Math.min(MOST_ENTRY_ROWS, Math.max(FEWEST_SHOWN, rows.length + SPARE_ROWS));
  const blank = entryFields(kind).map(() => '');
  return [...rows, ...Array.from({ length: count - rows.length }, () => blank)];
}

/** Saved rows, to be changed. */
export function draftOf(rows: EntryRows, mark: DecimalMark): EntryDraft {
  return { mark, rows, past: [], future: [], savedAs: null };
}

/** The next state of a table; what stood there can be taken back. */
export function changed(draft: EntryDraft, rows: EntryRows): EntryDraft {
  const next = trimmed(rows);
  if (sameRows(next, draft.rows)) return draft;
  return { ...draft, rows: next, past: [...draft.past, draft.rows].slice(-MOST_STEPS), future: [], savedAs: null };
}

export function undone(draft: EntryDraft): EntryDraft {
  const before = draft.past.at(-1);
  if (before === undefined) return draft;
  return {
    ...draft,
    rows: before,
    past: draft.past.slice(0, -1),
    future: [...draft.future, draft.rows],
    savedAs: null,
  };
}

export function redone(draft: EntryDraft): EntryDraft {
  const next = draft.future.at(-1);
  if (next === undefined) return draft;
  return { ...draft, rows: next, past: [...draft.past, draft.rows], future: draft.future.slice(0, -1), savedAs: null };
}

/** Cells written from a place on: `cells` by row and place of the field, undefined where nothing is written. */
export function written(
  kind: EntryKind,
  rows: EntryRows,
  from: number,
  cells: readonly (readonly (string | undefined)[])[],
): EntryRows {
  const blank = entryFields(kind).map(() => '');
  const length = Math.max(rows.length, from + cells.length);
  return Array.from({ length }, (_, at) => {
    const row = rows[at] ?? blank;
    const given = cells[at - from];
    return given === undefined ? row : row.map((text, place) => given[place] ?? text);
  });
}

/** With a blank row above a row. */
export function inserted(kind: EntryKind, rows: EntryRows, at: number): EntryRows {
  return at >= rows.length
    ? rows
    : rows.toSpliced(
        at,
        0,
        entryFields(kind).map(() => ''),
      );
}

export function removed(rows: EntryRows, at: number): EntryRows {
  return rows.toSpliced(at, 1);
}

/** Rows as the host has read them in place of those it was sent, where nothing has changed meanwhile. */
export function normalised(draft: EntryDraft, sent: EntryRows, read: EntryRows): EntryDraft {
  return draft.rows !== sent || sameRows(sent, read) ? draft : { ...draft, rows: read };
}

/** Whether a table still holds what was sent to be saved, or that as the host has read it. */
export function isAsSent(draft: EntryDraft, sent: EntryRows, read: EntryRows): boolean {
  const filled = (rows: EntryRows): EntryRows => rows.filter((row) => !isBlank(row));
  return [sent, read].some((rows) => sameRows(filled(draft.rows), filled(rows)));
}

/** The KPI of a target, '' for any other row. */
export function kpiOf(kind: EntryKind, row: readonly string[] | undefined): string {
  return kind === 'target' ? (row?.[KPI_PLACE] ?? '') : '';
}
