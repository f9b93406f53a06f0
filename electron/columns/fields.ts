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
import { derivedColumn, membersOf, namesOf, type DerivedColumn } from './derived/derived-column.ts';
import { withDerivedTexts } from './derived/derived-texts.ts';
import { groupedNames } from './derived/grouped-columns.ts';
import { upsellsAreInferred } from './derived/upsells.ts';
import { keptIn, type Kept } from './kept.ts';
import { joinedColumns, type ListReach } from './lists/joined-columns.ts';
import { listGift, type ListGift } from './lists/list-gifts.ts';
import { reachAmong, type SomePart } from './lists/reach.ts';
import { convertedColumns, isRatedIn } from './rates/converted-columns.ts';
import { rateFields, ratedFlags } from './rates/row-rates.ts';
import { remembered } from './remembered.ts';
import { rowsAt, withRows } from './streamed/rows-at.ts';
import { isStreamed, mostRowsOf } from './streamed/streamable.ts';

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
  /** Where what is worked out of them is kept. */
  readonly kept: Kept;
  /** Currencies that some rows of the kind have no rate for. */
  unrated(kind: AnyKind): readonly string[];
  rows(kind: AnyKind): number;
  /** What lists say to these rows alone. */
  readonly lists: ListReach;
  /** Where rows have a value from a list; null where none has. */
  gift(kind: AnyKind, key: string): ListGift | null;
  codes(kind: AnyKind, key: string): Codes | null;
  /** One more than the highest of its codes can be, without looking at a row; 1 where there is no such field. */
  members(kind: AnyKind, key: string): number;
  /** By code, empty for an unknown one. */
  names(kind: AnyKind, key: string): readonly string[];
  /** Days also for instants. */
  days(kind: AnyKind, key: string): DayColumn | null;
  decimals(kind: AnyKind, key: string): DecimalColumn | null;
  flags(kind: AnyKind, key: string): FlagColumn | null;
  /** Whether a derived field was guessed from other data, none saying it outright. */
  inferred(kind: AnyKind, key: string): boolean;
  /** What a function makes of the fields of all rows, made once: for what several derived fields have in common. Some of the rows have it from all. */
  once<T>(compute: (fields: Fields) => T): T;
  /** The fields that a key is put together from; any other key is from itself. */
  sourcesOf(key: string): readonly string[];
  /** The rows of a kind in order, as many at a time as the fields that are read of them leave room for. */
  blocks(kind: AnyKind, keys: readonly string[]): Iterable<Part>;
  /** The same in one part where they fit. */
  parts(kind: AnyKind, keys: readonly string[]): Iterable<Part>;
  /** Rows of a kind by their positions, ascending. */
  only(kind: AnyKind, positions: Int32Array): Fields;
  /** Of a number by row of all rows those of these. */
  picked<T extends RowNumbers>(numbers: T): T;
}

export type RowNumbers = CodeColumn | DayColumn | DecimalColumn | FlagColumn;

/** Some rows of a kind with the fields they have among all; their other kinds are whole. */
export interface Part {
  readonly fields: Fields;
  /** Place of the first one among all. */
  readonly first: number;
}

/** What some of the rows have from all of them. */
interface FromAll extends Pick<Fields, 'once' | 'picked'> {
  readonly isRated: (kind: AnyKind) => boolean;
  readonly reach: ListReach;
}

export function fieldsOf(stored: WorkspaceColumns): Fields {
  return fieldsAmong(stored, null);
}

function fieldsAmong(stored: WorkspaceColumns, all: FromAll | null): Fields {
  const kept = keptIn(stored.room);
  const some: SomePart = (kind, keys, test) => {
    for (const part of fields.parts(kind, keys)) if (test(part.fields)) return true;
    return false;
  };
  const ratedKinds = new Map<AnyKind, boolean>();
  const isRated =
    all?.isRated ??
    ((kind) =>
      remembered(
        ratedKinds,
        kind,
        () =>
          rateFields(kind) !== null && some(kind, ['currency'], (part) => isRatedIn(part.stored.table(kind), stored)),
      ));
  const converted = convertedColumns(stored, kept, isRated);
  const reach = all?.reach ?? reachAmong(some);
  const joined = joinedColumns(converted, kept, reach);
  const derived = kept.memory<string, DerivedColumn | null>();
  const instants = kept.memory<string, Int32Array>();
  const rated = kept.memory<string, FlagColumn | null>();
  const made = kept.memory<unknown, unknown>();
  const unrated = kept.memory<AnyKind, readonly string[]>();

  const derive = (kind: AnyKind, key: string): DerivedColumn | null =>
    derived(`${kind}.${key}`, () => derivedColumn(fields, kind, key));
  const columns = withDerivedTexts(joined, {
    derived: derive,
    names: (kind, key) => namesOf(fields, kind, key, derive),
    ofKind: (kind) => fields.once(kind === 'customer' ? customerTable : spanTable),
    customerNames: () => fields.once(customerNames),
    groupedNames: (key) => groupedNames(fields, key),
  });
  const infoOf = (kind: AnyKind, key: string) => columns.table(kind)?.fields.find((field) => field.key === key);

  const fields: Fields = {
    columns,
    stored,
    kept,
    unrated: (kind) =>
      unrated(kind, () => {
        const met = new Set<string>();
        for (const { fields: part } of isRated(kind) ? fields.parts(kind, rateFields(kind) ?? []) : [])
          for (const one of (part === fields ? converted.rowRates(kind)?.unrated : part.unrated(kind)) ?? [])
            met.add(one);
        return [...met];
      }),
    lists: joined.here,
    gift: (kind, key) => listGift(converted, joined, kind, key, reach.gives),
    rows: (kind) => columns.table(kind)?.rows ?? 0,
    codes: (kind, key) => {
      mayStop();
      const dimension = infoOf(kind, key)?.dimension ?? null;
      const codes = columns.table(kind)?.codes(key) ?? null;
      if (codes !== null && dimension !== null) return { codes, members: columns.members(dimension).length };
      const column = derive(kind, key);
      return column?.type === 'codes' ? column : null;
    },
    members: (kind, key) => {
      const dimension = infoOf(kind, key)?.dimension ?? null;
      if (dimension !== null) return columns.members(dimension).length;
      return membersOf(fields, kind, key, derive);
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
      return instants(`${kind}.${key}`, () => daysOfMinutes(days));
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
      if (currency !== null) return rated(`${kind}.${key}`, () => ratedFlags(converted.rowRates(kind), currency));
      const column = derive(kind, key);
      return column?.type === 'flags' ? column.flags : null;
    },
    inferred: (kind, key) =>
      kind === 'sale' && (key === 'is_upsell' || key === 'is_cross_sell') && fields.once(upsellsAreInferred),
    // What is kept under a function came from that function.
    once: all?.once ?? (<T>(compute: (fields: Fields) => T) => made(compute, () => compute(fields)) as T),
    sourcesOf: (key) => [key],
    *blocks(kind, keys) {
      const once = onceIn(fields);
      for (const table of stored.table(kind)?.blocks?.(mostRowsOf(fields, kind, keys)) ?? []) {
        mayStop();
        const first = table.block?.first ?? 0;
        const picked = <T extends RowNumbers>(numbers: T): T => numbers.subarray(first, first + table.rows) as T;
        yield { fields: fieldsAmong(withRows(stored, table), { once, picked, isRated, reach }), first };
      }
    },
    *parts(kind, keys) {
      if (isStreamed(fields, kind, keys)) yield* fields.blocks(kind, keys);
      else yield { fields, first: 0 };
    },
    only: (kind, positions) => {
      const table = stored.table(kind);
      if (table === null) return fields;
      const picked = <T extends RowNumbers>(numbers: T): T => {
        const own = numbers.slice(0, positions.length) as T;
        for (let row = 0; row < own.length; row++) own[row] = numbers[positions[row] ?? 0] ?? 0;
        return own;
      };
      return fieldsAmong(withRows(stored, rowsAt(table, positions)), {
        once: onceIn(fields),
        picked,
        isRated,
        reach,
      });
    },
    picked: all?.picked ?? ((numbers) => numbers),
  };
  return fields;
}

/** What all rows have in common is made no more than once while they are gone through, however little there is room for. */
function onceIn(fields: Fields): Fields['once'] {
  const known = new Map<unknown, unknown>();
  return <T>(compute: (fields: Fields) => T) => remembered(known, compute, () => fields.once(compute)) as T;
}

function daysOfMinutes(minutes: Int32Array): Int32Array {
  return minutes.map((minute) => (minute === NO_DAY ? NO_DAY : Math.floor(minute / MINUTES_A_DAY)));
}
