import type {
  Breakdown,
  CellRequest,
  CellRows,
  CellValues,
  ColumnQueries,
  DayRange,
  TopMembers,
} from '#engine/ports/column-queries.ts';
import { NO_DAY, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { fromScaled } from '#shared/units.ts';
import { rowGroups, type RowGroups } from './breakdown.ts';
import { rowsByCell } from './by-cell.ts';
import { placeRows, type PlacedRows } from './cell-rows.ts';
import { distinctByCell } from './distinct.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { quantileByCell } from './quantile.ts';
import { rowMasks, type MaskOf } from './row-mask.ts';
import { selectionOf } from './selection.ts';
import { fromMemberSums, medianSum, topSum } from './sums-by-member.ts';
import { countByCell, sumByCell } from './sums.ts';

/** What is computed once per revision of the data. */
interface Revision {
  readonly number: number;
  readonly fields: Fields;
  readonly maskOf: MaskOf;
  readonly ranges: Map<string, DayRange | null>;
  readonly breakdowns: WeakMap<Breakdown, RowGroups>;
  readonly placed: WeakMap<CellRows, PlacedRows>;
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
    breakdown: (dimensions, top) => newBreakdown(current(), dimensions, top),
    rows: (request) => place(current(), request),
    aggregate: ([rows], measure) => aggregate(current(), placedRows(current(), rows), measure),
    inferred: () => false,
    count: (rows, anyOf) => {
      const placed = placedRows(current(), rows);
      const mask = current().maskOf(rows.request.kind, anyOf);
      const counts = placed.counts.get(mask) ?? countByCell(placed, mask);
      placed.counts.set(mask, counts);
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
      return placed.positions.filter((row, i) => placed.cells[i] === cell && (mask === null || mask[row] === 1));
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
  const selected = selectionOf(fields, request.kind, request.filters);
  const rows = placeRows(fields, request, groups, selected, dateRange(revision, request.kind, request.date));
  placed.set(rows, rows);
  return rows;
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

function aggregate({ fields, maskOf }: Revision, rows: PlacedRows, measure: MeasureDefinition): CellValues {
  const { kind, aggregate: how } = measure;
  const mask = maskOf(kind, [rowConditions(measure)]);
  const values = how.do === 'count' || how.do === 'distinct' ? null : fields.decimals(kind, how.field);
  const numbers = (): Float64Array | Int32Array => {
    switch (how.do) {
      case 'count':
        return countByCell(rows, mask);
      case 'distinct': {
        const codes = fields.codes(kind, how.field);
        return codes === null ? new Int32Array(0) : distinctByCell(rowsByCell(rows, mask), codes);
      }
      case 'sum':
        return values === null ? new Float64Array(0) : sumByCell(rows, values, mask);
      case 'mean': {
        if (values === null) return new Float64Array(0);
        const counts = countByCell(rows, mask);
        return sumByCell(rows, values, mask).map((sum, cell) => sum / (counts[cell] ?? 0));
      }
      case 'quantile':
        return values === null ? new Float64Array(0) : quantileByCell(rowsByCell(rows, mask), values, how.q);
      case 'top-sum':
      case 'median-sum': {
        const codes = fields.codes(kind, how.by);
        if (values === null || codes === null) return new Float64Array(0);
        const combine = how.do === 'top-sum' ? topSum(how.n) : medianSum;
        return fromMemberSums(rowsByCell(rows, mask), values, codes, combine);
      }
    }
  };
  const results = numbers();
  const none = how.do === 'mean' || how.do === 'quantile' || how.do === 'median-sum' ? NaN : 0;
  const scaled = values !== null;
  return {
    at: (key) => {
      const value = results[rows.idOf(key)] ?? none;
      return scaled ? fromScaled(value) : value;
    },
  };
}
