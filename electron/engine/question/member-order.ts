import { groupedField } from '#shared/grouped-fields.ts';
import { mayStop } from '../stoppable.ts';

/** Swedish order, numbers by size; equal labels by their characters, so that the order never depends on the rows. */
const collator = new Intl.Collator('sv', { numeric: true });

export function compareLabels(a: string, b: string): number {
  return collator.compare(a, b) || compareCharacters(a, b);
}

function compareCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Compare<T> = (a: T, b: T) => number;

/**
 * Sorts many items in place by an order that compares labels. Comparing characters is ten times as quick and gives nearly
 * the same order, which leaves the collator little to do.
 * Example: `sortByLabels(['ö', 'a10', 'a9'], (compare) => compare)` is ['a9', 'a10', 'ö'].
 */
export function sortByLabels<T>(items: T[], orderWith: (compare: Compare<string>) => Compare<T>): T[] {
  return items.sort(orderWith(compareCharacters)).sort(orderWith(compareLabels));
}

/** What siblings are put in order by, each a column. */
export interface Siblings {
  /** Place of its label among those of all that may meet, dates by time; −1 for the unknown member, which comes after. */
  readonly labels: Int32Array;
  /** 1 for the united remainder; null where there is none. */
  readonly others: Uint8Array | null;
  /** NaN for no value; null to go by labels alone. */
  readonly values: Float64Array | null;
  readonly descending: boolean;
}

/**
 * The order of siblings, by label or by value; by label the unknown member after the named ones, "Other" always last; no value after
 * any value, and equal values by label upwards. The siblings of many parents may be put in order at once.
 * Example: North 5, South 30 and Other 40 by value, highest first, are South, North, Other.
 */
export function siblingOrder({ labels, others, values, descending }: Siblings): Int32Array {
  const most = greatest(labels);
  const isDown = values === null && descending;
  const places = labels.map((place) => (place < 0 ? most + 1 : isDown ? most - place : place));
  const byLabel = countingOrder(places, null);
  if (values === null && others === null) return byLabel;
  const inOrder = values === null ? byLabel : valueOrder(values, descending, byLabel);
  const last = labels.map((_, i) => (others?.[i] === 1 ? 2 : Number(Number.isNaN(values?.[i] ?? 0))));
  return countingOrder(last, inOrder);
}

function greatest(numbers: Int32Array): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i] ?? 0);
  return most;
}

/** A radix sort by the bits of doubles, those of negative ones turned over; those that are equal stay as they stood. */
function valueOrder(values: Float64Array, descending: boolean, order: Int32Array): Int32Array {
  const halves = new Uint32Array(values.map((value) => value + 0).buffer);
  const digits = new Int32Array(values.length);
  return [0, 16, 32, 48].reduce((sorted, shift) => {
    for (let i = 0; i < digits.length; i++) {
      const high = halves[2 * i + 1] ?? 0;
      const half = shift < 32 ? (halves[2 * i] ?? 0) : high;
      const flip = high >>> 31 === 1 ? 0xffff : shift === 48 ? 0x8000 : 0;
      const digit = ((half >>> (shift % 32)) & 0xffff) ^ flip;
      digits[i] = descending ? 0xffff - digit : digit;
    }
    return countingOrder(digits, sorted);
  }, order);
}

/** A counting sort of what stands in an order, null for its own: those at the same place stay as they stood. */
export function countingOrder(places: Int32Array, order: Int32Array | null): Int32Array {
  mayStop();
  const next = new Int32Array(greatest(places) + 2);
  for (let i = 0; i < places.length; i++) {
    const after = (places[i] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let place = 1; place < next.length; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const sorted = new Int32Array(places.length);
  for (let i = 0; i < sorted.length; i++) {
    const item = order === null ? i : (order[i] ?? 0);
    const place = places[item] ?? 0;
    const at = next[place] ?? 0;
    sorted[at] = item;
    next[place] = at + 1;
  }
  return sorted;
}

const ranked = new WeakMap<readonly string[], Int32Array>();

/** Places of names in the order of labels, by code; a dictionary is put in order once. */
export function labelRanks(names: readonly string[]): Int32Array {
  const known = ranked.get(names);
  if (known?.length === names.length) return known;
  const ranks = new Int32Array(names.length);
  const codes = sortByLabels([...names.keys()], (compare) => (a, b) => compare(names[a] ?? '', names[b] ?? ''));
  for (const [rank, code] of codes.entries()) ranks[code] = rank;
  ranked.set(names, ranks);
  return ranks;
}

/** Members of numbers come in the order of their size, and so do their codes. */
const bySize = (dimension: string): boolean => groupedField(dimension)?.by === 'value';

/** The order of two members of a dimension by their labels, of numbers by their size. */
export function compareMembers(dimension: string, names: readonly string[]): Compare<number> {
  return bySize(dimension) ? (a, b) => a - b : (a, b) => compareLabels(names[a] ?? '', names[b] ?? '');
}

/** Places of some members of a dimension in the order of their labels, of numbers in that of their size, by code. */
export function memberPlaces(met: Int32Array, dimension: string, names: readonly string[]): Int32Array {
  return bySize(dimension) ? Int32Array.from(names.keys()) : labelPlaces(met, names);
}

/** Where fewer of the names are met than one in so many, only they are put in order. */
const MET_OF = 4;

/** Places of the names of some codes in the order of labels, by code. */
function labelPlaces(met: Int32Array, names: readonly string[]): Int32Array {
  if (met.length * MET_OF >= names.length || ranked.get(names)?.length === names.length) return labelRanks(names);
  const places = new Int32Array(names.length);
  for (let i = 0; i < met.length; i++) places[met[i] ?? 0] = 1;
  const codes = [...places.keys()].filter((code) => places[code] === 1);
  sortByLabels(codes, (compare) => (a, b) => compare(names[a] ?? '', names[b] ?? ''));
  for (const [place, code] of codes.entries()) places[code] = place;
  return places;
}
