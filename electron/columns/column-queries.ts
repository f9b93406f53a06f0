import type {
  Breakdown,
  CellRequest,
  CellRows,
  ColumnQueries,
  DayRange,
  TopMembers,
} from '#engine/ports/column-queries.ts';
import { NO_DAY, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { Filter } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { aggregateByCell } from './aggregate.ts';
import { rowGroups, type RowGroups } from './breakdown.ts';
import { placeRows, type PlacedRows } from './cell-rows.ts';
import { lapse } from './derived-kinds/lapse.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { takesUndated } from './place-flow.ts';
import { remembered } from './remembered.ts';
import { rowMasks, type MaskOf } from './row-mask.ts';
import { selectionOf } from './selection.ts';
import { countByCell } from './sums.ts';

/** What is computed once per revision of the data. */
interface Revision {
  readonly number: number;
  readonly fields: Fields;
  readonly maskOf: MaskOf;
  readonly ranges: Map<string, DayRange | null>;
  readonly breakdowns: WeakMap<Breakdown, RowGroups>;
  readonly placed: WeakMap<CellRows, PlacedRows>;
  /** By a question's filters, which are one list wherever it asks for rows. */
  readonly selected: WeakMap<readonly Filter[], Map<AnyKind, Int32Array | null>>;
}

/** The column engine over a workspace's columns, joined with its lists, in one currency; it follows their revision. */
export function columnQueries(columns: WorkspaceColumns): ColumnQueries {
  let revision = newRevision(columns);
  const current = (): Revision => {
    if (revision.number !== columns.revision) revision = newRevision(columns);
    return revision;
  };
  return {
    get columns() {
      return current().fields.columns;
    },
    has: (kind, field) => {
      const table = current().fields.columns.table(kind);
      return table?.fields.some(({ key }) => key === field) ?? false;
    },
    unrated: (kind) => current().fields.unrated(kind),
    given: (kind, field, positions) => {
      const gift = current().fields.gift(kind, field);
      if (gift === null) return null;
      let rows = 0;
      for (const position of positions) if (gift.has(position)) rows++;
      return rows === 0 ? null : { list: gift.list, rows };
    },
    dateRange: (kind, field) => dateRange(current(), kind, field),
    days: (kind, field) => current().fields.days(kind, field),
    passes: (kind, filters) => {
      const rows = current().fields.columns.table(kind)?.rows ?? 0;
      return rows > 0 && (selected(current(), kind, filters)?.length ?? rows) > 0;
    },
    breakdown: (dimensions, top) => newBreakdown(current(), dimensions, top),
    rows: (request) => place(current(), request),
    aggregate: ([own, ...others], measure, kept) => {
      const { fields, maskOf } = current();
      const placed = (rows: CellRows): PlacedRows => placedRows(current(), rows);
      const before = kept === undefined ? null : placed(kept);
      return aggregateByCell(fields, maskOf, [placed(own), ...others.map(placed)], measure, before);
    },
    inferred: (kind, field) => current().fields.inferred(kind, field),
    lapse: () => current().fields.once(lapse),
    count: (rows, anyOf) => {
      const placed = placedRows(current(), rows);
      const mask = current().maskOf(rows.request.kind, anyOf);
      const counts = countByCell(placed, mask);
      return {
        at: (key) => counts[placed.idOf(key)] ?? 0,
        keys: () => {
          const keys: number[] = [];
          for (let id = 0; id < counts.length; id++) if ((counts[id] ?? 0) > 0) keys.push(placed.keyOf(id));
          return keys;
        },
      };
    },
    positions: (rows, key, anyOf) => {
      const placed = placedRows(current(), rows);
      const mask = current().maskOf(rows.request.kind, anyOf);
      const cell = placed.idOf(key);
      const found = placed.positions.filter((row, i) => placed.cells[i] === cell && (mask === null || mask[row] === 1));
      return rows.request.slots.some(takesUndated) ? found.sort() : found;
    },
  };
}

function newRevision(columns: WorkspaceColumns): Revision {
  const fields = fieldsOf(columns);
  return {
    number: columns.revision,
    fields,
    maskOf: rowMasks(fields),
    ranges: new Map(),
    breakdowns: new WeakMap(),
    placed: new WeakMap(),
    selected: new WeakMap(),
  };
}

function newBreakdown({ fields, breakdowns }: Revision, dimensions: readonly string[], top?: TopMembers): Breakdown {
  const groups = rowGroups(fields, dimensions, top);
  breakdowns.set(groups, groups);
  return groups;
}

function place(revision: Revision, request: CellRequest): CellRows {
  const { fields, breakdowns, placed } = revision;
  const groups = breakdowns.get(request.breakdown) ?? rowGroups(fields, request.breakdown.dimensions);
  const { kind, date, filters } = request;
  const rows = placeRows(fields, request, groups, selected(revision, kind, filters), dateRange(revision, kind, date));
  placed.set(rows, rows);
  return rows;
}

function selected(revision: Revision, kind: AnyKind, filters: readonly Filter[]): Int32Array | null {
  const byKind = remembered(revision.selected, filters, () => new Map<AnyKind, Int32Array | null>());
  return remembered(byKind, kind, () => selectionOf(revision.fields, kind, filters));
}

function placedRows(revision: Revision, rows: CellRows): PlacedRows {
  const placed = revision.placed.get(rows);
  if (placed === undefined) throw new Error('rows of another revision');
  return placed;
}

function dateRange({ fields, ranges }: Revision, kind: AnyKind, field: string): DayRange | null {
  const key = `${kind}.${field}`;
  const known = ranges.get(key);
  if (known !== undefined) return known;
  const days = fields.days(kind, field) ?? new Int32Array(0);
  let [from, to] = [Infinity, -Infinity];
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  const range = from <= to ? { from, to } : null;
  ranges.set(key, range);
  return range;
}
