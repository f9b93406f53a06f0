import {
  NO_DAY,
  type CodeColumn,
  type DayColumn,
  type DecimalColumn,
  type FlagColumn,
  type WorkspaceColumns,
} from '#engine/ports/workspace-columns.ts';
import { ratedCurrency } from '#shared/rates.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { derivedColumn, type DerivedColumn } from './derived/derived-column.ts';
import { joinedColumns } from './lists/joined-columns.ts';
import { listGift, type ListGift } from './lists/list-gifts.ts';
import { convertedColumns } from './rates/converted-columns.ts';
import { ratedFlags } from './rates/row-rates.ts';
import { remembered } from './remembered.ts';

export interface Codes {
  readonly codes: CodeColumn;
  /** One more than the highest code. */
  readonly members: number;
}

const MINUTES_A_DAY = 1440;

/** Fields of one revision by kind and key, stored and derived alike; derived ones are computed on first use. */
export interface Fields {
  /** Joined with the lists, money in the workspace's currency. */
  readonly columns: WorkspaceColumns;
  /** Currencies that some rows of the kind have no rate for. */
  unrated(kind: AnyKind): readonly string[];
  rows(kind: AnyKind): number;
  /** Where rows have a value from a list; null where none has. */
  gift(kind: AnyKind, key: string): ListGift | null;
  codes(kind: AnyKind, key: string): Codes | null;
  /** Days also for instants. */
  days(kind: AnyKind, key: string): DayColumn | null;
  decimals(kind: AnyKind, key: string): DecimalColumn | null;
  flags(kind: AnyKind, key: string): FlagColumn | null;
}

export function fieldsOf(stored: WorkspaceColumns): Fields {
  const converted = convertedColumns(stored);
  const columns = joinedColumns(converted);
  const derived = new Map<string, DerivedColumn | null>();
  const instants = new Map<string, Int32Array>();
  const rated = new Map<string, FlagColumn | null>();

  const derive = (kind: AnyKind, key: string): DerivedColumn | null => {
    const name = `${kind}.${key}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const column = derivedColumn(fields, kind, key);
    derived.set(name, column);
    return column;
  };
  const typeOf = (kind: AnyKind, key: string) => columns.table(kind)?.fields.find((field) => field.key === key);

  const fields: Fields = {
    columns,
    unrated: (kind) => converted.rowRates(kind)?.unrated ?? [],
    gift: (kind, key) => listGift(converted, kind, key),
    rows: (kind) => columns.table(kind)?.rows ?? 0,
    codes: (kind, key) => {
      const dimension = typeOf(kind, key)?.dimension ?? null;
      const codes = columns.table(kind)?.codes(key) ?? null;
      if (codes !== null && dimension !== null) return { codes, members: columns.members(dimension).length };
      const column = derive(kind, key);
      return column?.type === 'codes' ? column : null;
    },
    days: (kind, key) => {
      const days = columns.table(kind)?.days(key) ?? null;
      if (days === null || typeOf(kind, key)?.type !== 'instant') return days;
      const name = `${kind}.${key}`;
      const known = instants.get(name) ?? daysOfMinutes(days);
      instants.set(name, known);
      return known;
    },
    decimals: (kind, key) => {
      const stored = columns.table(kind)?.decimals(key) ?? null;
      if (stored !== null) return stored;
      const column = derive(kind, key);
      return column?.type === 'decimals' ? column.decimals : null;
    },
    flags: (kind, key) => {
      const stored = columns.table(kind)?.flags(key) ?? null;
      if (stored !== null) return stored;
      const currency = ratedCurrency(key);
      if (currency !== null)
        return remembered(rated, `${kind}.${key}`, () => ratedFlags(converted.rowRates(kind), currency));
      const column = derive(kind, key);
      return column?.type === 'flags' ? column.flags : null;
    },
  };
  return fields;
}

function daysOfMinutes(minutes: Int32Array): Int32Array {
  return minutes.map((minute) => (minute === NO_DAY ? NO_DAY : Math.floor(minute / MINUTES_A_DAY)));
}
