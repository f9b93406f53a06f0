import type { ImportHeader, TypedBlock } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { Day } from '#shared/calendar.ts';
import { isListKind } from '#shared/record-kinds.ts';

const MINUTES_A_DAY = 1440;

/** First and last day of the rows written, by the kind's first date: the one that says when a row happened. None of a list. */
export class DateSpan {
  readonly #place: number;
  readonly #unit: number;
  #from = Infinity;
  #to = -Infinity;

  constructor({ kind, fields }: ImportHeader) {
    this.#place = isListKind(kind) ? -1 : fields.findIndex(({ type }) => type === 'date' || type === 'instant');
    this.#unit = fields[this.#place]?.type === 'instant' ? MINUTES_A_DAY : 1;
  }

  get from(): Day | null {
    return this.#from > this.#to ? null : Math.floor(this.#from / this.#unit);
  }

  get to(): Day | null {
    return this.#from > this.#to ? null : Math.floor(this.#to / this.#unit);
  }

  add(block: TypedBlock): void {
    const column = block.values[this.#place];
    if (column?.type !== 'day') return;
    for (const day of column.days) {
      if (day === NO_DAY) continue;
      if (day < this.#from) this.#from = day;
      if (day > this.#to) this.#to = day;
    }
  }
}
