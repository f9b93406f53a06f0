import type { ValuesByCell } from './by-cell.ts';

/**
 * The value below which a share `q` of sorted numbers lies, between two of them in proportion, NaN of none: Excel's
 * PERCENTILE.INC. Example: 0.5 of 1, 2, 4, 8 is 3, the median; 0.9 of 0, 10 is 9.
 */
export function quantileOf(sorted: Float64Array, q: number): number {
  const exact = q * (sorted.length - 1);
  const place = Math.floor(exact);
  const lower = sorted[place] ?? NaN;
  const upper = sorted[place + 1] ?? lower;
  return lower + (exact - place) * (upper - lower);
}

/** Up to here sorting all is quicker than looking for the two in question. */
const SORTED_AT_MOST = 4096;

/** Exact quantiles in ten-thousandths by cell id, NaN for a cell without a row. The numbers change places. */
export function quantileByCell({ starts, values }: ValuesByCell<Float64Array>, q: number): Float64Array {
  const quantiles = new Float64Array(starts.length - 1);
  for (let cell = 0; cell < quantiles.length; cell++)
    quantiles[cell] = quantileAmong(values.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0), q);
  return quantiles;
}

/** The same of numbers in any order, which change places. */
export function quantileAmong(numbers: Float64Array, q: number): number {
  const exact = q * (numbers.length - 1);
  const place = Math.floor(exact);
  return numberAt(numbers, place, exact - place);
}

/** What stands at a place once the numbers are in order, or that share of the way to the next one; NaN of none. They change places. */
export function numberAt(numbers: Float64Array, place: number, share: number): number {
  if (numbers.length <= SORTED_AT_MOST) numbers.sort();
  else {
    settle(numbers, place);
    // The next larger one is the smallest of those behind.
    let next = place + 1;
    for (let i = next + 1; i < numbers.length; i++) if ((numbers[i] ?? NaN) < (numbers[next] ?? NaN)) next = i;
    if (next < numbers.length) swap(numbers, place + 1, next);
  }
  const lower = numbers[place] ?? NaN;
  const upper = numbers[place + 1] ?? lower;
  return lower + share * (upper - lower);
}

/** Hoare's selection: the number that sorting would put at `place` stands there, none before it is larger and none behind smaller. */
function settle(numbers: Float64Array, place: number): void {
  let [left, right] = [0, numbers.length - 1];
  // Two halvings for each one that is due: an order that defeats the pivots is sorted instead.
  for (let turns = 2 * Math.log2(numbers.length); left < right; turns--) {
    if (turns < 0) {
      numbers.subarray(left, right + 1).sort();
      return;
    }
    const pivot = middleOf(numbers[left] ?? 0, numbers[(left + right) >> 1] ?? 0, numbers[right] ?? 0);
    let [i, j] = [left, right];
    while (i <= j) {
      while ((numbers[i] ?? NaN) < pivot) i++;
      while ((numbers[j] ?? NaN) > pivot) j--;
      if (i > j) break;
      swap(numbers, i, j);
      i++;
      j--;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else return;
  }
}

function swap(numbers: Float64Array, a: number, b: number): void {
  const kept = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = kept;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
