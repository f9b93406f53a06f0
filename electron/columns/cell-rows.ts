import type { CellRequest, CellRows, DayRange } from '#engine/ports/column-queries.ts';
import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import type { Bitmaps } from './bitmaps.ts';
import { arrayFor, type RowGroups } from './breakdown.ts';
import type { RowsByCell, ValuesByCell } from './by-cell.ts';
import type { Codes, Fields } from './fields.ts';
import { placeBalance } from './place-balance.ts';
import { placeFlow, placeInOneSlot } from './place-flow.ts';
import { placeSpread } from './place-spread.ts';
import type { Placed, Placing, RowsInCells, Shares } from './placing.ts';
import type { RowMask } from './row-mask.ts';
import { sparseCells } from './sparse-cells.ts';

/** The cells of a request, with the rows in them once something needs them one by one. */
export interface PlacedRows extends CellRows {
  readonly breakdown: RowGroups;
  readonly cellCount: number;
  /** Ids are keys. */
  readonly dense: boolean;
  /** Id of a cell's key, −1 where it has no row. */
  idOf(key: number): number;
  keyOf(id: number): number;
  rows(): RowsInCells;
  /** Smaller cells that these are made of, which have been placed already; null where there are none. */
  readonly finer: FinerCells | null;
  readonly known: KnownOfCells;
}

export interface FinerCells {
  readonly rows: PlacedRows;
  /** By their id, and one more for none of them: the id of the cell each lies in; the number of cells for none. */
  readonly cells: Int32Array;
}

/** What has been made of the rows by cell id, by the mask that the rows passed and by what was read of them. */
interface KnownOfCells {
  readonly counts: Map<RowMask, Int32Array>;
  readonly sorted: Map<RowMask, RowsByCell>;
  readonly sums: WeakMap<DecimalColumn, Map<RowMask, Float64Array>>;
  readonly bins: WeakMap<DecimalColumn, Map<RowMask, Int32Array>>;
  readonly bitmaps: WeakMap<Codes['codes'], Map<RowMask, Bitmaps>>;
  readonly members: WeakMap<Codes['codes'], Map<RowMask, ValuesByCell<Int32Array>>>;
}

/** Above this many cells a row, ids are handed out to the cells met instead of being the keys; of few rows they may be more. */
const CELLS_A_ROW = 4;
const OF_FEW_ROWS = 32;
const MOST_OF_FEW = 2 ** 20;
const ALWAYS_DENSE = 65_536;

/** Whether the ids of a request's cells are their keys, which is known before a row is placed. */
export function isDense(fields: Fields, { kind, slots }: CellRequest, { isPlain, size }: RowGroups): boolean {
  const rows = fields.rows(kind);
  const most = ALWAYS_DENSE + CELLS_A_ROW * rows + Math.min(OF_FEW_ROWS * rows, MOST_OF_FEW);
  return isPlain && size() * slots.length <= most;
}

export function placeRows(
  fields: Fields,
  request: CellRequest,
  breakdown: RowGroups,
  selected: () => Int32Array | null,
  data: DayRange | null,
  finer: FinerCells | null,
): PlacedRows {
  const known: KnownOfCells = {
    counts: new Map(),
    sorted: new Map(),
    sums: new WeakMap(),
    bins: new WeakMap(),
    bitmaps: new WeakMap(),
    members: new WeakMap(),
  };
  const common = { request, breakdown, finer, known };
  if (isDense(fields, request, breakdown)) {
    const cellCount = breakdown.size() * request.slots.length;
    let rows: RowsInCells | null = null;
    return {
      ...common,
      cellCount,
      dense: true,
      idOf: (key) => (key < cellCount ? key : -1),
      keyOf: (id) => id,
      rows: () =>
        (rows ??=
          finer === null
            ? inDenseCells(placingOf(fields, request, breakdown, selected()), cellCount, data)
            : among(finer, cellCount)),
    };
  }
  const placing = placingOf(fields, request, breakdown, selected());
  const { positions, keys, shares } = joined(partsOf(placing, data), placing.Keys);
  const { cells, ...numbered } = sparseCells(keys, breakdown.size(), request.slots.length);
  const rows: RowsInCells = { positions, first: 0, cells, shares };
  return { ...common, ...numbered, dense: false, rows: () => rows };
}

function placingOf(fields: Fields, request: CellRequest, breakdown: RowGroups, selected: Int32Array | null): Placing {
  const groups = breakdown.groups(request.kind);
  const keyCount = breakdown.size() * request.slots.length;
  const Keys = keyCount > 2 ** 31 ? Float64Array : Int32Array;
  return { fields, request, groups, selected, rows: selected?.length ?? fields.rows(request.kind), Keys };
}

function inDenseCells(placing: Placing, cellCount: number, data: DayRange | null): RowsInCells {
  const quick = placeInOneSlot(placing, cellCount, data);
  if (quick !== null) return quick;
  const { positions, keys, shares } = joined(partsOf(placing, data), placing.Keys);
  return { positions, first: 0, cells: keys instanceof Int32Array ? keys : Int32Array.from(keys), shares };
}

/** The rows of smaller cells in those made of them. */
function among({ rows, cells: into }: FinerCells, cellCount: number): RowsInCells {
  const { cells: smaller, ...same } = rows.rows();
  mayStop();
  const cells = arrayFor(cellCount + 1, smaller.length);
  for (let i = 0; i < cells.length; i++) cells[i] = into[smaller[i] ?? 0] ?? 0;
  return { ...same, cells };
}

type Part = Placed & { readonly shares?: Shares };

function partsOf(placing: Placing, data: DayRange | null): readonly Part[] {
  const { kind, date, nature } = placing.request;
  const days = placing.fields.days(kind, date);
  switch (nature) {
    case 'flow':
      return placeFlow(placing, days, data);
    case 'balance':
      return placeBalance(placing, days);
    case 'spread':
      return [placeSpread(placing, days)];
  }
}

function joined(parts: readonly Part[], Keys: Placing['Keys']): Placed & { readonly shares: Shares | null } {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return { shares: null, ...only };
  const length = parts.reduce((sum, part) => sum + part.positions.length, 0);
  const positions = new Int32Array(length);
  const keys = new Keys(length);
  let at = 0;
  for (const part of parts) {
    positions.set(part.positions, at);
    keys.set(part.keys, at);
    at += part.positions.length;
  }
  return { positions, keys, shares: null };
}
