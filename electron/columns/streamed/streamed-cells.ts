import type { CellRequest, DayRange } from '#engine/ports/column-queries.ts';
import type { Condition } from '#shared/kpi-definition.ts';
import type { RowGroups } from '../breakdown.ts';
import { positionsIn } from '../by-cell.ts';
import type { PlacedRows } from '../cell-rows.ts';
import { countByCell, overflow, sumByCell } from '../sums.ts';
import type { FieldsWithUnited } from '../united-codes.ts';
import { CellNumbers, denseIds, metIds, type CellIds } from './cell-numbers.ts';
import { blocksOf, placedIn, type Block } from './each-block.ts';
import { fieldsOfRequest } from './streamable.ts';

type AnyOf = readonly (readonly Condition[])[];

/** Smaller cells that are streamed too, and by their id the one each lies in; the number of cells for none. */
interface FinerStream {
  readonly cells: StreamedCells;
  readonly into: Int32Array;
}

/** The cells of a request over rows that are read block by block; what is asked of them is remembered by cell. */
export class StreamedCells {
  readonly request: CellRequest;
  readonly ids: CellIds;
  readonly #fields: FieldsWithUnited;
  readonly #breakdown: RowGroups;
  readonly #data: DayRange | null;
  readonly #finer: FinerStream | null;
  readonly #known = new Map<string, CellNumbers>();

  /** `cellCount`: null where cells are numbered as they are met. */
  constructor(
    fields: FieldsWithUnited,
    request: CellRequest,
    breakdown: RowGroups,
    data: DayRange | null,
    cellCount: number | null,
    finer: FinerStream | null,
  ) {
    this.#fields = fields;
    this.request = request;
    this.#breakdown = breakdown;
    this.#data = data;
    this.#finer = finer;
    this.ids = cellCount === null ? metIds(request.slots.length) : denseIds(cellCount);
  }

  /** Rows that meet all conditions of at least one list. */
  counts(anyOf: AnyOf): CellNumbers {
    const { kind } = this.request;
    return this.#added(
      `count ${JSON.stringify(anyOf)}`,
      (finer) => finer.counts(anyOf),
      conditionFields(anyOf),
      ({ maskOf }, placed) => countByCell(placed, maskOf(kind, anyOf)),
    );
  }

  /** Exact, in ten-thousandths. Throws E_OVERFLOW where a sum passes 2^53 after a block, or within one. */
  sums(field: string, anyOf: AnyOf): CellNumbers {
    const { kind } = this.request;
    return this.#added(
      `sum ${field} ${JSON.stringify(anyOf)}`,
      (finer) => finer.sums(field, anyOf),
      [field, ...conditionFields(anyOf)],
      ({ fields, maskOf }, placed) => {
        const values = fields.decimals(kind, field);
        return values === null ? null : sumByCell(placed, values, maskOf(kind, anyOf));
      },
    );
  }

  /** Ascending within a block, and blocks are. */
  positions(key: number, anyOf: AnyOf): Int32Array {
    const found: Int32Array[] = [];
    for (const { block, placed } of this.placed(conditionFields(anyOf))) {
      const here = positionsIn(placed.rows(), placed.idOf(key), block.maskOf(this.request.kind, anyOf));
      found.push(here.map((row) => row + block.first));
    }
    const all = new Int32Array(found.reduce((sum, { length }) => sum + length, 0));
    found.reduce((at, here) => {
      all.set(here, at);
      return at + here.length;
    }, 0);
    return all;
  }

  /** The rows in their cells block by block; `reads` are the fields that are looked at besides. */
  *placed(reads: readonly string[]): Generator<{ readonly block: Block; readonly placed: PlacedRows }> {
    const { request } = this;
    for (const block of blocksOf(this.#fields, request.kind, [...fieldsOfRequest(request), ...reads]))
      yield { block, placed: placedIn(block, request, this.#breakdown, this.#data) };
  }

  #added(
    key: string,
    ofFiner: (finer: StreamedCells) => CellNumbers,
    reads: readonly string[],
    ofBlock: (block: Block, placed: PlacedRows) => ArrayLike<number> | null,
  ): CellNumbers {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const numbers = new CellNumbers(this.ids.size());
    const add = (id: number, number: number): void => {
      if (number !== 0 && Math.abs(numbers.add(id, number)) > Number.MAX_SAFE_INTEGER) throw overflow();
    };
    if (this.#finer !== null) {
      const { cells, into } = this.#finer;
      const smaller = ofFiner(cells);
      const none = this.ids.size();
      for (let id = 0; id + 1 < into.length; id++) if (into[id] !== none) add(into[id] ?? 0, smaller.at(id));
    } else
      for (const { block, placed } of this.placed(reads)) {
        const found = ofBlock(block, placed) ?? [];
        for (let id = 0; id < found.length; id++)
          if (found[id] !== 0) add(this.ids.of(placed.keyOf(id)), found[id] ?? 0);
      }
    this.#known.set(key, numbers);
    return numbers;
  }
}

export const conditionFields = (anyOf: AnyOf): readonly string[] => anyOf.flat().map(({ field }) => field);
