import {
  NO_DAY,
  type CodeColumn,
  type Exchange,
  type KindTable,
  type StoredColumns,
} from '#engine/ports/workspace-columns.ts';
import { currencyCode } from '#shared/rates.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { ONE, rateSteps, stepAt, type Fraction } from './rate-table.ts';

/** The day money is from: the first of these that a row has. A row without one takes the latest rate. */
const MONEY_DATES: Partial<Readonly<Record<AnyKind, readonly string[]>>> = {
  sale: ['date', 'order_date'],
  deal: ['closed', 'created'],
  subscription: ['start'],
  cost: ['date'],
  competitor_price: ['date'],
};

/** The fields that the rate of a row goes by; null where a kind has no money of its own currency. */
export function rateFields(kind: AnyKind): readonly string[] | null {
  const dates = MONEY_DATES[kind];
  return dates === undefined ? null : ['currency', ...dates];
}

/** Whether some of these currencies is another than the base. */
export function needRates(columns: StoredColumns, codes: CodeColumn): boolean {
  const isBase = baseIn(columns);
  return codes.some((code) => code !== 0 && !isBase(code));
}

function baseIn(columns: StoredColumns): (code: number) => boolean {
  const { base } = columns.exchange();
  const isBase = columns.members('currency').map((name) => currencyCode(name, base) === base);
  return (code) => isBase[code] !== false;
}

/** Rates of a kind's rows. */
export interface RowRates {
  /** By row: place in `rates`; those without one have a place in `unrated`, counted on from its end. */
  readonly places: Int32Array;
  readonly rates: readonly Fraction[];
  /** Currencies of rows that have no rate on their day. */
  readonly unrated: readonly string[];
}

/** Null where the kind has no currencies. Example: two rows in EUR with one rate from 2026 on, the first of 2025: unrated ['EUR'], places [2, 1]; 0 is the base currency. */
export function rowRates(columns: StoredColumns, table: KindTable): RowRates | null {
  const codes = table.codes('currency');
  const fields = MONEY_DATES[table.kind];
  if (codes === null || fields === undefined) return null;
  const exchange = columns.exchange();
  const names = columns.members('currency');
  const isBase = baseIn(columns);

  const rates: Fraction[] = [ONE];
  const steps = names.map((_, code) =>
    code === 0 || isBase(code) ? null : placedSteps(exchange, names[code] ?? '', rates),
  );
  const days = fields.flatMap((field) => table.days(field) ?? []);
  const dayAt = (row: number): number => {
    for (const column of days) if (column[row] !== NO_DAY) return column[row] ?? NO_DAY;
    return Infinity;
  };
  const unrated: string[] = [];
  const unratedPlaces = new Map<string, number>();
  const placeWithout = (currency: string): number => {
    const known = unratedPlaces.get(currency);
    if (known !== undefined) return known;
    const place = rates.length + unrated.push(currency) - 1;
    unratedPlaces.set(currency, place);
    return place;
  };
  const places = new Int32Array(table.rows);
  for (let row = 0; row < places.length; row++) {
    const own = steps[codes[row] ?? 0] ?? null;
    if (own === null) continue;
    const step = stepAt(own.steps, dayAt(row));
    places[row] = step < 0 ? placeWithout(own.currency) : own.first + step;
  }
  return { places, rates, unrated };
}

/** A currency's steps, their fractions added to `rates` from place `first` on. */
function placedSteps(exchange: Exchange, name: string, rates: Fraction[]) {
  const currency = currencyCode(name, exchange.base);
  const steps = rateSteps(exchange, currency);
  const first = rates.length;
  rates.push(...steps);
  return { currency, steps, first };
}

/** 0 for the rows that lack a rate for this currency, 1 for all others; null where the kind has no other currency. */
export function ratedFlags(rows: RowRates | null, currency: string): Uint8Array | null {
  if (rows === null) return null;
  const place = rows.unrated.indexOf(currency);
  const lacking = place < 0 ? -1 : rows.rates.length + place;
  return Uint8Array.from(rows.places, (at) => Number(at !== lacking));
}
