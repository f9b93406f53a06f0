import type { Database } from 'better-sqlite3';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { RATE_SCALE, type Rate } from '#shared/rates.ts';

/** By currency and day. */
export function readRates(db: Database): readonly Rate[] {
  return db
    .prepare<[], { currency: string; day: number; rate: number }>(
      'SELECT currency, from_day AS day, rate FROM rate ORDER BY currency, from_day',
    )
    .all()
    .map(({ currency, day, rate }) => ({ currency, from: isoDate(day), rate: rate / RATE_SCALE }));
}

/** The whole table: what was there before is gone. */
export function writeRates(db: Database, rates: readonly Rate[]): void {
  db.exec('DELETE FROM rate');
  const insert = db.prepare('INSERT OR REPLACE INTO rate (currency, from_day, rate) VALUES (?, ?, ?)');
  for (const { currency, from, rate } of rates) {
    insert.run(currency, parseIsoDate(from), Math.round(rate * RATE_SCALE));
  }
}
