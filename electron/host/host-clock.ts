import { dayOf, isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** This machine's civil date and minute; the only clock behind the contract. */
export class HostClock {
  readonly #fixed: Day | null;

  /** `fixed` is an ISO date to take for today, for tests and for reports about the past. */
  constructor(fixed: string | null) {
    this.#fixed = fixed === null ? null : parseIsoDate(fixed);
  }

  today(): Day {
    if (this.#fixed !== null) return this.#fixed;
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  /** Local wall-clock minute: `2026-10-02T09:14`. */
  minute(): string {
    const now = new Date();
    return `${isoDate(this.today())}T${two(now.getHours())}:${two(now.getMinutes())}`;
  }
}
