import { mayStop, mayStopAmong } from '#engine/stoppable.ts';
import { bitCount } from '../bitmaps.ts';
import type { Fields } from '../fields.ts';
import { customerKeys } from './customer-keys.ts';
import { customerDays } from './purchases.ts';

/** The days of some customers, each once and ascending: those of key k stand from `starts[k - from]` to before `starts[k - from + 1]`. */
export interface ActiveDays {
  /** Keys from the first to before the end. */
  readonly from: number;
  readonly end: number;
  readonly starts: Int32Array;
  readonly days: Int32Array;
  /** Where a day of a customer stands. */
  placeOf(customer: number, day: number): number;
}

/** Days that customers may do something on, in order: each has a bit. */
interface Calendar {
  readonly words: number;
  readonly bitOf: (day: number) => number;
  readonly dayOf: (bit: number) => number;
}

/** Up to so many days from the first to the last each has a bit, met or not. */
const PLAIN_DAYS = 4096;

/** Half of the room may be bits, one a customer and day, and their counts, though never more than is quick to go through. */
const SHARE = 2;
const MOST_BYTES = 2 ** 27;
/** Every part is a pass over all rows. */
const MOST_PARTS = 64;

/**
 * The days on which customers did what `each` visits, of all customers at once or of as many as there is room for: what it takes goes by the number of customers
 * and days, not of rows. With no customer or day there is one part without any.
 */
export function* activeDays(
  fields: Fields,
  each: (visit: (customer: number, day: number) => void) => void,
): Generator<ActiveDays> {
  const { members } = fields.once(customerKeys);
  const range = fields.once(customerDays);
  const [first, last] = range === null ? [0, -1] : [range.from, range.to];
  const calendar = last - first < PLAIN_DAYS ? plainDays(first, last) : metDays(each, first, last);
  const words = calendar.words;
  const room = Math.min(MOST_BYTES, fields.stored.room.limit / SHARE);
  const most = Math.max(Math.ceil(members / MOST_PARTS), Math.floor(room / 8 / Math.max(1, words)));
  let from = 1;
  do {
    mayStop();
    const end = Math.min(Math.max(members, 1), from + most);
    yield daysOf({ from, end, ...calendar }, each);
    from = end;
  } while (from < members);
}

function plainDays(first: number, last: number): Calendar {
  return {
    words: Math.max(0, last - first + 32) >>> 5,
    bitOf: (day) => day - first,
    dayOf: (bit) => first + bit,
  };
}

/** Those that are met alone: one date centuries off would else take room for all between. */
function metDays(
  each: (visit: (customer: number, day: number) => void) => void,
  first: number,
  last: number,
): Calendar {
  const bits = new Int32Array(last - first + 1);
  each((_, day) => {
    bits[day - first] = 1;
  });
  const days: number[] = [];
  for (let at = 0; at < bits.length; at++) {
    if (bits[at] === 0) continue;
    bits[at] = days.length;
    days.push(first + at);
  }
  return { words: (days.length + 31) >>> 5, bitOf: (day) => bits[day - first] ?? 0, dayOf: (bit) => days[bit] ?? 0 };
}

interface Bits extends Calendar {
  readonly from: number;
  readonly end: number;
}

function daysOf(
  { from, end, words, bitOf, dayOf }: Bits,
  each: (visit: (customer: number, day: number) => void) => void,
): ActiveDays {
  const bits = new Int32Array((end - from) * words);
  each((customer, day) => {
    if (customer < from || customer >= end) return;
    const bit = bitOf(day);
    const at = (customer - from) * words + (bit >>> 5);
    bits[at] = (bits[at] ?? 0) | (1 << (bit & 31));
  });
  const starts = new Int32Array(end - from + 1);
  /** By word, how many bits are before it. */
  const before = new Int32Array(bits.length);
  let count = 0;
  for (let customer = 0; customer < end - from; customer++) {
    mayStopAmong();
    for (let at = customer * words; at < (customer + 1) * words; at++) {
      before[at] = count;
      count += bitCount(bits[at] ?? 0);
    }
    starts[customer + 1] = count;
  }
  const days = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < bits.length; at++) {
    const bit = (at % words) * 32;
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1)
      days[next++] = dayOf(bit + 31 - Math.clz32(word & -word));
  }
  return {
    from,
    end,
    starts,
    days,
    placeOf: (customer, day) => {
      const bit = bitOf(day);
      const at = (customer - from) * words + (bit >>> 5);
      return (before[at] ?? 0) + bitCount((bits[at] ?? 0) & ((1 << (bit & 31)) - 1));
    },
  };
}
