import type { ImportHeader, StoredRows, TypedValues } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { Day } from '#shared/calendar.ts';
import { isListKind } from '#shared/record-kinds.ts';
import { isReadable } from './receipt-tally.ts';

const MINUTES_A_DAY = 1440;

/** The days a file is about, by one of its fields. */
export interface FilePeriod {
  readonly field: string;
  readonly from: Day;
  readonly to: Day;
  /** Of the field's values: 1 for days, 1440 for minutes. */
  readonly unit: 1 | typeof MINUTES_A_DAY;
}

/** First and last day of rows, by the kind's first date: the one that says when a row happened. None of a list. */
export class DateSpan {
  readonly #place: number;
  readonly #field: string;
  readonly #unit: FilePeriod['unit'];
  #from = Infinity;
  #to = -Infinity;

  constructor({ kind, fields }: ImportHeader) {
    this.#place = isListKind(kind) ? -1 : fields.findIndex(({ type }) => type === 'date' || type === 'instant');
    this.#field = fields[this.#place]?.key ?? '';
    this.#unit = fields[this.#place]?.type === 'instant' ? MINUTES_A_DAY : 1;
  }

  /** Null where no row has a date. */
  get period(): FilePeriod | null {
    if (this.#from > this.#to) return null;
    const [from, to] = [this.#from, this.#to].map((value) => Math.floor(value / this.#unit));
    return { field: this.#field, from: from ?? 0, to: to ?? 0, unit: this.#unit };
  }

  /** Adds the rows of a block; of a block with the fates of its rows, those that can be read. */
  add(values: readonly TypedValues[], fates: Uint8Array | null = null): void {
    const column = values[this.#place];
    if (column?.type !== 'day') return;
    const { days } = column;
    for (let i = 0; i < days.length; i++) {
      const day = days[i] ?? NO_DAY;
      if (day === NO_DAY || (fates !== null && !isReadable(fates[i]))) continue;
      if (day < this.#from) this.#from = day;
      if (day > this.#to) this.#to = day;
    }
  }
}

/** Whether a value of the period's field, a day or a minute, lies in it; a missing one does not. */
export function isDayWithin({ from, to, unit }: FilePeriod, value: number | undefined): boolean {
  return value !== undefined && value !== NO_DAY && value >= from * unit && value < (to + 1) * unit;
}

/** How many stored rows that count are dated in a period. */
export function countWithin(stored: StoredRows, period: FilePeriod | null): number {
  const days = period === null ? null : stored.days(period.field);
  if (period === null || days === null) return 0;
  let count = 0;
  for (let row = 0; row < days.length; row++) {
    if (stored.live?.[row] !== 0 && isDayWithin(period, days[row])) count++;
  }
  return count;
}
