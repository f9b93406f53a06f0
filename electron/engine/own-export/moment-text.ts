import { isoDate } from '#shared/calendar.ts';

const MINUTES = 1440;

/** Local minutes since 1970-01-01 00:00 as a person writes them. Example: `momentText(1501)` is '1970-01-02 01:01'. */
export function momentText(minutes: number): string {
  const day = Math.floor(minutes / MINUTES);
  const ofDay = minutes - day * MINUTES;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
  return `${isoDate(day)} ${hour}:${minute}`;
}
