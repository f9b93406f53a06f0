import {
  NO_DAY,
  type CodeColumn,
  type DayColumn,
  type DecimalColumn,
  type FlagColumn,
  type WorkspaceColumns,
} from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import { ratedCurrency } from '#shared/rates.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { customerTable } from './derived-kinds/customer-table.ts';
import { spanTable } from './derived-kinds/span-table.ts';
import { customerNames } from './derived/customer-keys.ts';
import { derivedColumn, type DerivedColumn } from './derived/derived-column.ts';
import { withDerivedTexts } from './derived/derived-texts.ts';
import { upsellsAreInferred } from './derived/upsells.ts';
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
  /** Joined with the lists, money in the workspace's currency, with the derived kinds. */
  readonly columns: WorkspaceColumns;
  /** As the files have them. */
  readonly stored: WorkspaceColumns;
  /** Currencies that some rows of the kind have no rate for. */
  unrated(kind: AnyKind): readonly string[];
  rows(kind: AnyKind): number;
  /** Where rows have a value from a list; null where none has. */
  gift(kind: AnyKind, key: string): ListGift | null;
  codes(kind: AnyKind, key: string): Codes | null;
  /** By code, empty for an unknown one. */
  names(kind: AnyKind, key: string): readonly string[];
  /** Days also for instants. */
  days(kind: AnyKind, key: string): DayColumn | null;
  decimals(kind: AnyKind, key: string): DecimalColumn | null;
  flags(kind: AnyKind, key: string): FlagColumn | null;
  /** Whether a derived field was guessed from other data, none saying it outright. */
  inferred(kind: AnyKind, key: string): boolean;
  /** What a function makes of these fields, made once: for what several derived fields have in common. */
  once<T>(compute: (fields: Fields) => T): T;
}

export function fieldsOf(stored: WorkspaceColumns): Fields {
  const converted = convertedColumns(stored);
  const joined = joinedColumns(converted);
  const derived = new Map<string, DerivedColumn | null>();
  const instants = new Map<string, Int32Array>();
  const rated = new Map<string, FlagColumn | null>();
  const made = new Map<unknown, unknown>();

  const derive = (kind: AnyKind, key: string): DerivedColumn | null =>
    remembered(derived, `${kind}.${key}`, () => derivedColumn(fields, kind, key));
  const columns = withDerivedTexts(
    joined,
    derive,
    (kind) => fields.once(kind === 'customer' ? customerTable : spanTable),
    () => fields.once(customerNames),
  );
  const infoOf = (kind: AnyKind, key: string) => columns.table(kind)?.fields.find((field) => field.key === key);

  const fields: Fields = {
    columns,
    stored,
    unrated: (kind) => converted.rowRates(kind)?.unrated ?? [],
    gift: (kind, key) => listGift(converted, kind, key),
    rows: (kind) => columns.table(kind)?.rows ?? 0,
    codes: (kind, key) => {
      mayStop();
      const dimension = infoOf(kind, key)?.dimension ?? null;
      const codes = columns.table(kind)?.codes(key) ?? null;
      if (codes !== null && dimension !== null) return { codes, members: columns.members(dimension).length };
      const column = derive(kind, key);
      return column?.type === 'codes' ? column : null;
    },
    names: (kind, key) => columns.members(infoOf(kind, key)?.dimension ?? key),
    days: (kind, key) => {
      mayStop();
      const days = columns.table(kind)?.days(key) ?? null;
      if (days === null) {
        const column = derive(kind, key);
        return column?.type === 'days' ? column.days : null;
      }
      if (infoOf(kind, key)?.type !== 'instant') return days;
      return remembered(instants, `${kind}.${key}`, () => daysOfMinutes(days));
    },
    decimals: (kind, key) => {
      mayStop();
      const stored = columns.table(kind)?.decimals(key) ?? null;
      if (stored !== null) return stored;
      const column = derive(kind, key);
      return column?.type === 'decimals' ? column.decimals : null;
    },
    flags: (kind, key) => {
      mayStop();
      const stored = columns.table(kind)?.flags(key) ?? null;
      if (stored !== null) return stored;
      const currency = ratedCurrency(key);
      if (currency !== null)
        return remembered(rated, `${kind}.${key}`, () => ratedFlags(converted.rowRates(kind), currency));
      const column = derive(kind, key);
      return column?.type === 'flags' ? column.flags : null;
    },
    inferred: (kind, key) =>
      kind === 'sale' && (key === 'is_upsell' || key === 'is_cross_sell') && fields.once(upsellsAreInferred),
    // What is kept under a function came from that function.
    once: <T>(compute: (fields: Fields) => T) => remembered(made, compute, () => compute(fields)) as T,
  };
  return fields;
}

function daysOfMinutes(minutes: Int32Array): Int32Array {
  return minutes.map((minute) => (minute === NO_DAY ? NO_DAY : Math.floor(minute / MINUTES_A_DAY)));
}
