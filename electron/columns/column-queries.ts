import type {
  Breakdown,
  CellRequest,
  CellRows,
  ColumnQueries,
  DayRange,
  RowFilter,
} from '#engine/ports/column-queries.ts';
import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { aggregateByCell } from './aggregate.ts';
import { rowGroups, type RowGroups } from './breakdown.ts';
import { isDense, placeRows, type FinerCells, type PlacedRows } from './cell-rows.ts';
import { daysOf } from './day-blocks.ts';
import { lapse } from './derived-kinds/lapse.ts';
import { fieldsOf } from './fields.ts';
import { finerCells } from './finer-cells.ts';
import { takesUndated } from './place-flow.ts';
import type { RowsInCells } from './placing.ts';
import { purchaseDays } from './purchase-days.ts';
import { remembered, rememberedLately } from './remembered.ts';
import { rowMasks, type MaskOf, type RowMask } from './row-mask.ts';
import { selectionOf } from './selection.ts';
import { countByCell } from './sums.ts';
import { withUnited, type FieldsWithUnited } from './united-codes.ts';

/** What is computed once per revision of the data. */
interface Revision {
  readonly number: number;
  readonly fields: FieldsWithUnited;
  readonly maskOf: MaskOf;
  readonly ranges: Map<string, DayRange | null>;
  readonly breakdowns: WeakMap<Breakdown, RowGroups>;
  readonly placed: WeakMap<CellRows, PlacedRows>;
  /** By kind and filters: a dashboard's tiles ask for the same rows. */
  readonly selections: Map<string, Int32Array | null>;
  /** By a question's filters, which are one list wherever it asks for rows, and how they are placed: what larger cells may be made of. */
  readonly asked: WeakMap<readonly RowFilter[], Map<string, PlacedRows[]>>;
}

const MOST_SELECTIONS = 8;

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
      const rows = current().fields.rows(kind);
      return rows > 0 && (selected(current(), kind, filters)?.length ?? rows) > 0;
    },
    breakdown: (dimensions) => newBreakdown(current(), dimensions),
    united: (members) => current().fields.united(members),
    rows: (request) => place(current(), request),
    aggregate: ([own, ...others], measure, kept) => {
      const { fields, maskOf } = current();
      const placed = (rows: CellRows): PlacedRows => placedRows(current(), rows);
      const before = kept === undefined ? null : placed(kept);
      return aggregateByCell(fields, maskOf, [placed(own), ...others.map(placed)], measure, before);
    },
    inferred: (kind, field) => current().fields.inferred(kind, field),
    purchaseDays: (filters) => purchaseDays(current().fields, selected(current(), 'sale', filters)),
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
      const found = positionsIn(placed.rows(), placed.idOf(key), mask);
      return rows.request.slots.some(takesUndated) ? found.sort() : found;
    },
  };
}

function newRevision(columns: WorkspaceColumns): Revision {
  const fields = withUnited(fieldsOf(columns));
  return {
    number: columns.revision,
    fields,
    maskOf: rowMasks(fields),
    ranges: new Map(),
    breakdowns: new WeakMap(),
    placed: new WeakMap(),
    selections: new Map(),
    asked: new WeakMap(),
  };
}

function newBreakdown({ fields, breakdowns }: Revision, dimensions: readonly string[]): Breakdown {
  const groups = rowGroups(fields, dimensions);
  breakdowns.set(groups, groups);
  return groups;
}

function place(revision: Revision, request: CellRequest): CellRows {
  const { fields, breakdowns, placed } = revision;
  const { kind, date, nature, until, standing, filters } = request;
  const groups = breakdowns.get(request.breakdown) ?? rowGroups(fields, request.breakdown.dimensions);
  const asked = remembered(revision.asked, filters, () => new Map<string, PlacedRows[]>());
  const data = dateRange(revision, kind, date);
  const alike = remembered(asked, JSON.stringify([kind, date, nature, until, standing]), (): PlacedRows[] => []);
  const finer = isDense(fields, request, groups) ? smallestFiner(fields, alike, request, groups, data) : null;
  const rows = placeRows(fields, request, groups, () => selected(revision, kind, filters), data, finer);
  alike.push(rows);
  placed.set(rows, rows);
  return rows;
}

/** The rows that pass filters; null for all. */
function selected(
  { fields, maskOf, selections }: Revision,
  kind: AnyKind,
  filters: readonly RowFilter[],
): Int32Array | null {
  if (filters.length === 0) return null;
  return rememberedLately(selections, MOST_SELECTIONS, `${kind} ${JSON.stringify(filters)}`, () =>
    selectionOf(fields, maskOf, kind, filters),
  );
}

/** The fewest cells that those of a request are made of, fewer than there are rows. */
function smallestFiner(
  { unites }: FieldsWithUnited,
  alike: readonly PlacedRows[],
  request: CellRequest,
  groups: RowGroups,
  data: DayRange | null,
): FinerCells | null {
  let found: FinerCells | null = null;
  for (const rows of alike)
    if (found === null || rows.cellCount < found.rows.cellCount)
      found = finerCells(unites, rows, request, groups, data) ?? found;
  return found;
}

function positionsIn({ positions, first, cells }: RowsInCells, cell: number, mask: RowMask): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (cells[i] === cell && (mask === null || mask[row] === 1)) found.push(row);
  }
  return Int32Array.from(found);
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
  const days = fields.days(kind, field);
  const range = days === null ? null : daysOf(days);
  ranges.set(key, range);
  return range;
}
