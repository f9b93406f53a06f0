import type {
  Breakdown,
  CellRequest,
  CellRows,
  ColumnQueries,
  DayRange,
  RowFilter,
} from '#engine/ports/column-queries.ts';
import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { aggregateByCell } from './aggregate.ts';
import { rowGroups, type RowGroups } from './breakdown.ts';
import { positionsIn } from './by-cell.ts';
import { isDense, placeRows, type FinerCells, type PlacedRows } from './cell-rows.ts';
import { daysOf } from './day-blocks.ts';
import { lapse } from './derived-kinds/lapse.ts';
import { fieldsOf } from './fields.ts';
import { finerCells } from './finer-cells.ts';
import { givenTo } from './lists/list-gifts.ts';
import { takesUndated } from './place-flow.ts';
import { purchaseDays } from './purchase-days.ts';
import { remembered } from './remembered.ts';
import { rowMasks, type MaskOf } from './row-mask.ts';
import { selectionOf } from './selection.ts';
import { somePass, streamedRange } from './streamed/each-block.ts';
import { canStream, fieldsOfFilters, fieldsOfRequest, isStreamed } from './streamed/streamable.ts';
import { conditionFields, StreamedCells } from './streamed/streamed-cells.ts';
import { streamedPurchaseDays } from './streamed/streamed-purchase-days.ts';
import { streamedCounts, streamedValues } from './streamed/streamed-values.ts';
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
  /** Those whose columns do not fit. */
  readonly streams: WeakMap<CellRows, StreamedCells>;
  /** By kind and filters: a dashboard's tiles ask for the same rows. */
  readonly selections: (key: string, compute: () => Int32Array | null) => Int32Array | null;
  /** By a question's filters, which are one list wherever it asks for rows, and how they are placed: what larger cells may be made of. */
  readonly asked: WeakMap<readonly RowFilter[], Map<string, PlacedRows[]>>;
}

/** The column engine over a workspace's columns, joined with its lists, in one currency; it follows their revision. */
export function columnQueries(columns: WorkspaceColumns): ColumnQueries {
  let revision = newRevision(columns);
  /** Everything that is asked for asks for this first. */
  const current = (): Revision => {
    mayStop();
    if (revision.number !== columns.revision) {
      revision.fields.kept.leave();
      revision = newRevision(columns);
    }
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
    given: (kind, field, positions) => givenTo(current().fields, kind, field, positions),
    dateRange: (kind, field) => dateRange(current(), kind, field),
    days: (kind, field) => current().fields.days(kind, field),
    passes: (kind, filters) => {
      const { fields } = current();
      const rows = fields.rows(kind);
      if (rows > 0 && isStreamed(fields, kind, fieldsOfFilters(filters))) return somePass(fields, kind, filters);
      return rows > 0 && (selected(current(), kind, filters)?.length ?? rows) > 0;
    },
    breakdown: (dimensions) => newBreakdown(current(), dimensions),
    united: (members) => current().fields.united(members),
    rows: (request) => cellRows(current(), request),
    aggregate: ([own, ...others], measure, kept) => {
      const { fields, maskOf } = current();
      const streams = streamsOf(current(), [own, ...others], kept);
      const streamed = streams === null ? null : streamedValues(fields, streams.lists, measure, streams.kept);
      if (streamed !== null) return streamed;
      const placed = (rows: CellRows): PlacedRows => placedRows(current(), rows);
      const before = kept === undefined ? null : placed(kept);
      return aggregateByCell(fields, maskOf, [placed(own), ...others.map(placed)], measure, before);
    },
    inferred: (kind, field) => current().fields.inferred(kind, field),
    purchaseDays: (filters) => {
      const { fields } = current();
      if (isStreamed(fields, 'sale', ['customer_key', 'date', 'amount', ...fieldsOfFilters(filters)]))
        return streamedPurchaseDays(fields, filters);
      return purchaseDays(fields, selected(current(), 'sale', filters));
    },
    lapse: () => current().fields.once(lapse),
    count: (rows, anyOf) => {
      const { fields, streams } = current();
      const stream = streams.get(rows);
      const streamed = stream === undefined ? null : streamedCounts(fields, stream, anyOf);
      if (streamed !== null) return streamed;
      const placed = placedRows(current(), rows);
      const mask = current().maskOf(rows.request.kind, anyOf);
      const counts = countByCell(placed, mask);
      return {
        at: (key) => counts[placed.idOf(key)] ?? 0,
        keys: () => keysOf(counts, placed),
      };
    },
    positions: (rows, key, anyOf) => {
      const found = positionsOf(current(), rows, key, anyOf);
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
    streams: new WeakMap(),
    selections: fields.kept.memory(),
    asked: new WeakMap(),
  };
}

function newBreakdown({ fields, breakdowns }: Revision, dimensions: readonly string[]): Breakdown {
  const groups = rowGroups(fields, dimensions);
  breakdowns.set(groups, groups);
  return groups;
}

/** The rows of a request, placed in memory or read again whenever something is asked of them. */
function cellRows(revision: Revision, request: CellRequest): CellRows {
  const { fields } = revision;
  if (!isStreamed(fields, request.kind, fieldsOfRequest(request))) return place(revision, request);
  // Cells whose ids are their keys are known without looking at a row.
  const rows = isDense(fields, request, groupsOf(revision, request)) ? place(revision, request) : { request };
  revision.streams.set(rows, streamOf(revision, rows));
  return rows;
}

function groupsOf({ fields, breakdowns }: Revision, { breakdown }: CellRequest): RowGroups {
  return breakdowns.get(breakdown) ?? rowGroups(fields, breakdown.dimensions);
}

function streamOf(revision: Revision, rows: CellRows): StreamedCells {
  const { fields, placed, streams } = revision;
  const { request } = rows;
  const { cellCount = null, finer = null } = placed.get(rows) ?? {};
  const smaller = finer === null ? undefined : streams.get(finer.rows);
  const made = finer === null || smaller === undefined ? null : { cells: smaller, into: finer.cells };
  const data = dateRange(revision, request.kind, request.date);
  return new StreamedCells(fields, request, groupsOf(revision, request), data, cellCount, made);
}

/** Null where none of the lists is streamed. */
function streamsOf(
  revision: Revision,
  [own, ...others]: readonly [CellRows, ...CellRows[]],
  kept: CellRows | undefined,
): { readonly lists: readonly [StreamedCells, ...StreamedCells[]]; readonly kept: StreamedCells | null } | null {
  const { streams } = revision;
  if (![own, ...others, ...(kept === undefined ? [] : [kept])].some((rows) => streams.has(rows))) return null;
  const all = (rows: CellRows): StreamedCells => streams.get(rows) ?? streamOf(revision, rows);
  return { lists: [all(own), ...others.map(all)], kept: kept === undefined ? null : all(kept) };
}

function positionsOf(
  revision: Revision,
  rows: CellRows,
  key: number,
  anyOf: Parameters<ColumnQueries['positions']>[2],
): Int32Array {
  const { fields, maskOf, streams } = revision;
  const { kind } = rows.request;
  const stream = streams.get(rows);
  if (stream !== undefined && canStream(fields, kind, conditionFields(anyOf))) return stream.positions(key, anyOf);
  const placed = placedRows(revision, rows);
  return positionsIn(placed.rows(), placed.idOf(key), maskOf(kind, anyOf));
}

function place(revision: Revision, request: CellRequest): PlacedRows {
  const { fields, placed } = revision;
  const { kind, date, nature, until, standing, filters } = request;
  const groups = groupsOf(revision, request);
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
  return selections(`${kind} ${JSON.stringify(filters)}`, () => selectionOf(fields, maskOf, kind, filters));
}

/** The fewest cells that those of a request are made of, fewer than there are rows. */
function smallestFiner(
  { unites }: FieldsWithUnited,
  alike: readonly PlacedRows[],
  request: CellRequest,
  groups: RowGroups,
  data: DayRange | null,
): FinerCells | null {
  for (const rows of alike.toSorted((a, b) => a.cellCount - b.cellCount)) {
    const found = finerCells(unites, rows, request, groups, data);
    if (found !== null) return found;
  }
  return null;
}

function keysOf(counts: Int32Array, { dense, keyOf }: PlacedRows): Float64Array {
  const keys = new Float64Array(counts.length);
  let length = 0;
  for (let id = 0; id < counts.length; id++) {
    keys[length] = dense ? id : keyOf(id);
    length += Number((counts[id] ?? 0) > 0);
  }
  return keys.slice(0, length);
}

function placedRows(revision: Revision, rows: CellRows): PlacedRows {
  const placed = revision.placed.get(rows);
  if (placed !== undefined) return placed;
  if (!revision.streams.has(rows)) throw new Error('rows of another revision');
  const whole = place(revision, rows.request);
  revision.placed.set(rows, whole);
  return whole;
}

function dateRange({ fields, ranges }: Revision, kind: AnyKind, field: string): DayRange | null {
  const key = `${kind}.${field}`;
  const known = ranges.get(key);
  if (known !== undefined) return known;
  const range = isStreamed(fields, kind, [field])
    ? streamedRange(fields, kind, field)
    : wholeRange(fields, kind, field);
  ranges.set(key, range);
  return range;
}

function wholeRange(fields: FieldsWithUnited, kind: AnyKind, field: string): DayRange | null {
  const days = fields.days(kind, field);
  return days === null ? null : daysOf(days);
}
