import { AppError } from '#shared/errors.ts';

/** Values of one field in consecutive rows, as narrow as they go: `value - low + 1`, 0 for missing; f64 as they are, NaN for missing. */
export interface Segment {
  readonly rows: number;
  readonly type: 'u8' | 'u16' | 'u32' | 'f64';
  readonly low: number;
  readonly high: number;
  readonly data: Uint8Array;
}

export type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Loaded form of a field. */
export type LoadedColumn = Uint8Array | Uint16Array | Int32Array | Float64Array;

function rangeOf(values: Float64Array, rows: number): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < rows; i++) {
    const value = values[i] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function cellsFor(span: number, rows: number): readonly [Segment['type'], Cells] {
  if (span < 0xff) return ['u8', new Uint8Array(rows)];
  if (span < 0xffff) return ['u16', new Uint16Array(rows)];
  if (span < 0xffff_ffff) return ['u32', new Uint32Array(rows)];
  return ['f64', new Float64Array(rows)];
}

function bytesOf(cells: Cells): Uint8Array {
  return new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
}

/**
 * Null when every value is missing (NaN). Values are integers.
 * Dictionary codes are encoded from 1 (`codes`), so that they stand in the segment as they are.
 */
export function encodeSegment(values: Float64Array, rows: number, codes: boolean): Segment | null {
  const [lowest, high] = rangeOf(values, rows);
  if (high < lowest) return null;
  if (!Number.isSafeInteger(lowest) || !Number.isSafeInteger(high)) {
    throw new AppError('E_OVERFLOW', 'A number is too large to be stored exactly.');
  }
  const low = codes ? 1 : lowest;
  const [type, cells] = cellsFor(high - low, rows);
  if (type === 'f64') {
    cells.set(values.subarray(0, rows));
  } else {
    for (let i = 0; i < rows; i++) {
      const value = values[i] ?? NaN;
      cells[i] = value === value ? value - low + 1 : 0;
    }
  }
  return { rows, type, low, high, data: bytesOf(cells) };
}

/** The cells of a segment, without a copy where its bytes allow. */
export function cellsOf({ type, data }: Segment): Cells {
  // A copy starts at offset 0, where every width is aligned.
  const { buffer } = data.byteOffset % 8 === 0 ? data : new Uint8Array(data);
  const offset = data.byteOffset % 8 === 0 ? data.byteOffset : 0;
  switch (type) {
    case 'u8':
      return data;
    case 'u16':
      return new Uint16Array(buffer, offset, data.byteLength / 2);
    case 'u32':
      return new Uint32Array(buffer, offset, data.byteLength / 4);
    case 'f64':
      return new Float64Array(buffer, offset, data.byteLength / 8);
  }
}

/** Writes the segment's values into `column` from `offset`, with `missing` where there is none. */
export function decodeSegment(segment: Segment, column: LoadedColumn, offset: number, missing: number): void {
  const cells = cellsOf(segment);
  const shift = segment.low - 1;
  if (cells instanceof Float64Array) {
    for (let i = 0; i < cells.length; i++) {
      const value = cells[i] ?? NaN;
      column[offset + i] = value === value ? value : missing;
    }
  } else if (shift === 0 && missing === 0) {
    column.set(cells, offset);
  } else {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0;
      column[offset + i] = cell === 0 ? missing : cell + shift;
    }
  }
}
