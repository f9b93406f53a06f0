import type { CellRequest, CellRows, DayRange } from '#engine/ports/column-queries.ts';
import type { RowGroups } from './breakdown.ts';
import type { RowsByCell } from './by-cell.ts';
import type { Fields } from './fields.ts';
import { placeBalance } from './place-balance.ts';
import { placeFlow } from './place-flow.ts';
import { placeSpread } from './place-spread.ts';
import type { Placed, Placing, Shares } from './placing.ts';
import type { RowMask } from './row-mask.ts';

/** Rows with the cell each lies in; a row stands once for every slot that holds it. */
export interface PlacedRows extends CellRows {
  readonly positions: Int32Array;
  /** Cell ids, aligned with `positions`. */
  readonly cells: Int32Array;
  readonly cellCount: number;
  /** Null where a row counts whole in each of its cells. */
  readonly shares: Shares | null;
  /** Ids are keys. */
  readonly dense: boolean;
  /** Rows by cell id, as they have been counted under a mask. */
  readonly counts: Map<RowMask, Int32Array>;
  /** The same, as they have been sorted. */
  readonly sorted: Map<RowMask, RowsByCell>;
  /** Id of a cell's key, −1 where it has no row. */
  idOf(key: number): number;
  keyOf(id: number): number;
}

/** Above this many cells a row, ids are handed out to the cells met instead of being the keys. */
const CELLS_A_ROW = 4;
const ALWAYS_DENSE = 65_536;

export function placeRows(
  fields: Fields,
  request: CellRequest,
  breakdown: RowGroups,
  selected: Int32Array | null,
  data: DayRange | null,
): PlacedRows {
  const groups = breakdown.groups(request.kind);
  const keyCount = breakdown.size() * request.slots.length;
  const Keys = keyCount > 2 ** 31 ? Float64Array : Int32Array;
  const rows = selected?.length ?? fields.rows(request.kind);
  const placing: Placing = { fields, request, groups, selected, rows, Keys };
  const { positions, keys, shares } = joined(partsOf(placing, data), Keys);
  const common = { request, positions, shares, counts: new Map(), sorted: new Map() };
  if (keyCount <= ALWAYS_DENSE + CELLS_A_ROW * fields.rows(request.kind) && keys instanceof Int32Array)
    return {
      ...common,
      cells: keys,
      cellCount: keyCount,
      dense: true,
      idOf: (key) => (key < keyCount ? key : -1),
      keyOf: (id) => id,
    };
  const ids = new Map<number, number>();
  const cells = Int32Array.from(keys, (key) => {
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  });
  const keyOf = [...ids.keys()];
  return {
    ...common,
    cells,
    cellCount: ids.size,
    dense: false,
    idOf: (key) => ids.get(key) ?? -1,
    keyOf: (id) => keyOf[id] ?? -1,
  };
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
