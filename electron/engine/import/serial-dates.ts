import { dayOf, type Day } from '#shared/calendar.ts';

/** 9999-12-31 in the 1900 system: the last serial a workbook knows. */
const LAST_SERIAL = 2_958_465;
/** The day before serial 1, while the serials are below the day that never was. */
const BEFORE_1900 = dayOf(1899, 12, 31);
/** The 1900 system counts 1900-02-29, which never was, as serial 60. */
const PHANTOM = 60;
const FIRST_1904 = dayOf(1904, 1, 1);

/**
 * Civil day of a workbook serial, by integer arithmetic; the fraction (time) is dropped. Null for serial 60 of the 1900
 * system (1900-02-29 never was), for serials below 1 (a time without a date) and beyond 9999-12-31.
 * Source: ECMA-376 part 1, 18.17.4. Example: `serialDay(43468, 1900)` is 2019-01-03.
 */
export function serialDay(serial: number, system: 1900 | 1904): Day | null {
  const whole = Math.floor(serial);
  if (system === 1904) return whole < 0 || whole > LAST_SERIAL - 1462 ? null : FIRST_1904 + whole;
  if (whole < 1 || whole > LAST_SERIAL || whole === PHANTOM) return null;
  return BEFORE_1900 + whole - (whole > PHANTOM ? 1 : 0);
}

/** Minute of the day in a serial's fraction, 0 to 1439, to the nearest minute. Example: `serialMinute(43468.5)` is 720. */
export function serialMinute(serial: number): number {
  return Math.min(1439, Math.round((serial - Math.floor(serial)) * 1440));
}
