import type { Filter } from '#shared/question.ts';
import { MAIN_DATES, rangeOf, hasValues, num, present, text, type Row } from './rows.ts';
import { passes } from './filters.ts';
import type { World } from './world.ts';
import { lacking, mayHave } from './needs.ts';
import { countDays, ever, whole, type Span, type Step } from './time.ts';
import { isRest, type Member } from './top.ts';
import { isNumber, mean, quantile, total, type NoValue, type Num } from './numbers.ts';

/** What a field must say: one of these words, or… A kind where no row says anything of it cannot be asked. */
export type Wanted =
  | readonly string[]
  | 'true'
  | 'present'
  | { readonly above: number }
  | 'missing'
  | 'not-true'
  | { readonly not: readonly string[] };

/** Rows of a kind as a number counts them. */
export interface Source {
  readonly kind: string;
  /** The date that places a row in time. */
  readonly date: string;
  /** Of a balance: the date from which it no longer counts. */
  readonly nature?: 'flow' | 'balance' | 'spread';
  readonly until?: string;
  /** Of a flow: the row stood before the span began (since this date), or stands when it ends (until this date). */
  readonly stoodSince?: string;
  readonly standsUntil?: string;
  /** Rows without the date count where all of time is asked for. */
  readonly undated?: true;
  readonly blindTo?: readonly string[];
  readonly where?: Readonly<Record<string, Wanted>>;
}

/** What a number was read from, for the cells an answer must have and for how far `all` reaches. */
export interface Read {
  readonly source: Source;
  readonly ofAll: boolean;
  readonly isMoney: boolean;
  /** Rows there, whatever else they must say; null where the kind cannot answer. */
  readonly rows: number | null;
  /** Rows that make a cell to be shown: of a spread those it shares out, none where the kind does not split so. */
  readonly making: number;
  /** Nothing of the sort has been imported. */
  readonly isLacking: boolean;
  /** Rows without the date that are used. */
  readonly undated: number;
}

export interface Cell {
  readonly world: World;
  readonly filters: readonly Filter[];
  readonly members: readonly (readonly [dimension: string, member: Member])[];
  /** Null: nowhere. */
  readonly span: Span | null;
  /** Of the question: where rows without a date alone are asked for there is no other span. */
  readonly period: Span;
  /** Whether rows without a date count beside those of the span, alone, or not; they do only where all of time is asked for. */
  readonly undated: 'also' | 'alone' | 'no';
  readonly ofAll: boolean;
  /** Kinds whose rows without a rate are left out altogether. */
  readonly ratedOnly: ReadonlySet<string>;
  readonly reads: Read[];
}

export function shift(cell: Cell, step: Step): Cell {
  const isWide = step === ever || step === whole;
  const undated = isWide ? cell.undated : 'no';
  const from = cell.span ?? (step === ever && cell.undated === 'alone' ? cell.period : null);
  return {
    ...cell,
    undated: step === ever && undated === 'alone' ? 'also' : undated,
    span: from && step(from, cell.world.clock),
  };
}
/** The same over all members. */
export const ofAll = (cell: Cell): Cell => ({ ...cell, members: [], ofAll: true });

const MONEY_FIELDS = new Set(
  'amount discount discount_given cost unit_price value weighted_value stage_weighted_value yearly_amount monthly_value price revenue'.split(
    ' ',
  ),
);

/** Rows of the cell that a number is made of, with the values it needs; or why there are none to be had. */
export function rowsOf(cell: Cell, source: Source, values: readonly string[]): readonly Row[] | NoValue {
  const { world, span } = cell;
  const { kind, date, nature, until, stoodSince, standsUntil, where = {} } = source;
  const isMoney = values.some((field) => MONEY_FIELDS.has(field) && kind !== 'target');
  const about = { source, ofAll: cell.ofAll, isMoney, isLacking: false, making: 0, undated: 0 };
  const asked = Object.entries(where).flatMap(([field, wanted]) => (isAsking(wanted) ? [field] : []));
  const dates = [
    source.undated === true && cell.period.step === 'all' ? undefined : date,
    until,
    stoodSince,
    standsUntil,
  ];
  const fields = [...dates, ...values, ...asked].filter((one) => one !== undefined);
  const table = world.tables[kind] ?? [];
  if (fields.some((field) => lacking(world, kind, field))) {
    cell.reads.push({ ...about, isLacking: true, rows: null });
    return 'needs-data';
  }
  const blind = (dimension: string): boolean => isBlindTo(source, dimension);
  const filters = cell.filters.filter(({ dimension }) => !blind(dimension));
  const members = cell.members.filter(([dimension]) => !blind(dimension));
  const dimensions = [...filters.map(({ dimension }) => dimension), ...members.map(([dimension]) => dimension)];
  const absent = dimensions.find((dimension) => !splitsBy(world, kind, dimension));
  if (absent !== undefined) {
    cell.reads.push({ ...about, rows: null });
    return mayHave(kind, absent) ? 'needs-data' : 'filter-not-answerable';
  }
  if (losesRest(cell.members, blind)) {
    cell.reads.push({ ...about, rows: null });
    return 'filter-not-answerable';
  }
  const placed = table.filter(
    (row) =>
      filters.every((filter) => passes(row, filter, world)) &&
      members.every(([dimension, member]) => isOf(text(row, dimension), member)) &&
      isPlaced(row, source, cell),
  );
  const conditions = Object.entries(where);
  const meant = placed.filter((row) =>
    conditions.every(([field, wanted]) => wanted === 'present' || meets(row, field, wanted)),
  );
  const needed = [...values, ...conditions.flatMap(([field, wanted]) => (wanted === 'present' ? [field] : []))];
  const used = meant.filter((row) => needed.every((field) => present(row, field)));
  const isEmptyKind = kind.startsWith('customer') && table.length === 0;
  const undated = cell.undated === 'alone' ? used.length : 0;
  const making = members.length < cell.members.length ? 0 : nature === 'spread' ? used.length : placed.length;
  cell.reads.push({ ...about, isLacking: isEmptyKind, making, undated, rows: placed.length });
  if (source.undated !== true || cell.undated === 'no') {
    if (span === null) return cell.undated === 'alone' ? 'no-data' : 'no-comparison';
    if (!reaches(cell.world, source, span)) return 'no-data';
  }
  // Where no row that is meant has a rate, nothing is known; else those without one are left out.
  if (used.length === 0 && isMoney && meant.some((row) => text(row, 'unrated') !== null)) return 'needs-data';
  return cell.ratedOnly.has(kind) && !isMoney ? used.filter((row) => text(row, 'unrated') === null) : used;
}

/** `age` in whatever unit. */
const isBlindTo = ({ blindTo = [] }: Source, dimension: string): boolean =>
  blindTo.some((one) => dimension === one || dimension.startsWith(`${one}:`));

const isOf = (name: string | null, member: Member): boolean =>
  isRest(member) ? !member.but.has(name) : name === member;

/** Who is in the rest depends on the members before: where rows are not told apart by these nothing is known of it, but of one by name. */
function losesRest(members: Cell['members'], blind: (dimension: string) => boolean): boolean {
  const at = members.findIndex(([, member]) => isRest(member));
  const dimension = members[at]?.[0] ?? '';
  const isNamed = members.slice(at + 1).some(([name]) => name === dimension);
  return at !== -1 && !blind(dimension) && !isNamed && members.slice(0, at).some(([name]) => blind(name));
}

/** Customers have what is known of who they are from sales or subscriptions. */
const splitsBy = ({ tables }: World, kind: string, dimension: string): boolean =>
  kind === 'customer_span'
    ? mayHave(kind, dimension) && ['sale', 'subscription', kind].some((one) => hasValues(tables[one], dimension))
    : hasValues(tables[kind], dimension);

const isAsking = (wanted: Wanted): boolean =>
  wanted !== 'missing' && wanted !== 'not-true' && !(typeof wanted === 'object' && 'not' in wanted);

function meets(row: Row, field: string, wanted: Wanted): boolean {
  const value = row[field];
  if (wanted === 'true') return value === true;
  if (wanted === 'not-true') return value !== true;
  if (wanted === 'present') return present(row, field);
  if (wanted === 'missing') return !present(row, field);
  if ('above' in wanted) return typeof value === 'number' && value > wanted.above;
  if ('not' in wanted) return !wanted.not.includes(text(row, field) ?? '');
  return wanted.includes(text(row, field) ?? ' ');
}

const counted = ({ from, to, through }: Span): readonly [number, number] => [from, Math.min(to, through)];

function isPlaced(row: Row, source: Source, { span, period, undated }: Cell): boolean {
  const { date, nature, until, stoodSince, standsUntil } = source;
  const at = num(row, date);
  const end = until === undefined ? null : num(row, until);
  const [from, to] = counted(span ?? period);
  const stands = nature !== 'balance' || end === null || end > to;
  if (at === null) return source.undated === true && undated !== 'no' && stands;
  if (span === null || to < from) return false;
  if (nature === 'balance') return at <= to && stands;
  if (nature === 'spread') return at <= to && Math.max(at, end ?? at) >= from;
  if (at < from || at > to) return false;
  if (stoodSince !== undefined) return (num(row, stoodSince) ?? Infinity) < from;
  return standsUntil === undefined || (num(row, standsUntil) ?? Infinity) > to;
}

/** Before a kind's history begins and after it ends nothing is known; what stands goes on standing. Customers are known as long as sales are. */
function reaches({ tables }: World, { kind, date, nature, until = date }: Source, span: Span): boolean {
  const dates = [...(MAIN_DATES[kind] ?? []), date, ...(nature === 'spread' ? [until] : [])];
  const own = rangeOf(tables[kind], dates);
  const sales = kind === 'customer_span' ? rangeOf(tables['sale'], ['date']) : null;
  const known = [own, sales].filter((range) => range !== null);
  const [from, to] = counted(span);
  if (known.length === 0 || to < from || to < Math.min(...known.map((range) => range.from))) return false;
  return nature === 'balance' || from <= Math.max(...known.map((range) => range.to));
}

const over = (rows: readonly Row[] | NoValue, of: (rows: readonly Row[]) => Num): Num =>
  typeof rows === 'string' ? rows : of(rows);
const numbers = (rows: readonly Row[], field: string): readonly number[] => rows.map((row) => num(row, field) ?? 0);
const words = (rows: readonly Row[], field: string): readonly string[] => rows.flatMap((row) => text(row, field) ?? []);

export const count = (cell: Cell, source: Source): Num => over(rowsOf(cell, source, []), (rows) => rows.length);
export const sum = (cell: Cell, source: Source, field: string): Num =>
  over(rowsOf(cell, source, [field]), (rows) => total(numbers(rows, field)));
export const average = (cell: Cell, source: Source, field: string): Num =>
  over(rowsOf(cell, source, [field]), (rows) => mean(numbers(rows, field)));
export const quantileOf = (cell: Cell, source: Source, field: string, q = 0.5): Num =>
  over(rowsOf(cell, source, [field]), (rows) => quantile(numbers(rows, field), q));
export const distinct = (cell: Cell, source: Source, field: string): Num =>
  over(rowsOf(cell, source, [field]), (rows) => new Set(words(rows, field)).size);

/** Different names over several kinds, each once; a kind that cannot answer is passed over. */
export function distinctOf(cell: Cell, sources: readonly Source[], field: string): Num {
  const read = sources.map((source) => rowsOf(cell, source, [field]));
  const answered = read.filter((rows) => typeof rows !== 'string');
  const [first = 'no-data'] = read;
  if (answered.length === 0) return typeof first === 'string' ? first : 0;
  return new Set(answered.flatMap((rows) => words(rows, field))).size;
}

/** The sums of members, largest last. */
export function memberSums(
  cell: Cell,
  source: Source,
  field: string,
  by: string,
  of: (ascending: readonly number[]) => Num,
): Num {
  return over(rowsOf(cell, source, [field, by]), (rows) => {
    const groups = Map.groupBy(rows, (row) => text(row, by));
    return of([...groups.values()].map((own) => total(numbers(own, field))).toSorted((a, b) => a - b));
  });
}

/** Each row's share of its own working days that lie in the span, cut so that parts add up. */
export function spreadSum(cell: Cell, source: Source, field: string): Num {
  const { span } = cell;
  return over(rowsOf(cell, source, [field]), (rows) =>
    span === null || rows.length === 0
      ? 'no-data'
      : total(rows.map((row) => shareIn(row, source, field, span, cell.world))),
  );
}

/** Their mean by how many of their days lie in the span. */
export function spreadMean(cell: Cell, source: Source, field: string): Num {
  const { span } = cell;
  return over(rowsOf(cell, source, [field]), (rows) => {
    if (span === null) return 'no-data';
    const parts = rows.map((row) => {
      const { upTo, before } = daysIn(row, source, span, cell.world);
      return { days: upTo - before, value: num(row, field) ?? 0 };
    });
    const days = parts.reduce((sum, part) => sum + part.days, 0);
    return days === 0 ? 'no-data' : parts.reduce((sum, part) => sum + part.value * part.days, 0) / days;
  });
}

interface DaysIn {
  /** Of the row's own days those before the span, those until its end, and all. */
  readonly before: number;
  readonly upTo: number;
  readonly all: number;
}

/** Working days, where the row has any. */
function daysIn(row: Row, { date, until = '' }: Source, span: Span, { clock }: World): DaysIn {
  const start = num(row, date) ?? 0;
  const end = Math.max(start, num(row, until) ?? start);
  const working = countDays(start, end, clock.working) > 0 ? clock.working : null;
  const [from, to] = counted(span);
  const countedTo = (at: number): number => countDays(start, Math.min(end, at), working);
  return { before: countedTo(Math.max(start, from) - 1), upTo: countedTo(to), all: countDays(start, end, working) };
}

function shareIn(row: Row, source: Source, field: string, span: Span, world: World): number {
  const { before, upTo, all } = daysIn(row, source, span, world);
  const value = num(row, field) ?? 0;
  const part = (days: number): number => {
    const exact = (value * 1e4 * days) / all;
    return Math.sign(exact) * Math.round(Math.abs(exact));
  };
  return (part(upTo) - part(before)) / 1e4;
}

/** Where there are no members, what is known of one that is not there is known of all. */
const NOBODY = '\0';

/**
 * The cells of a dimension's members that have rows in some reading of this one, of a spread those it shares out; the unknown
 * member left out. Rows that are not told apart as the cell is say nothing of who is in it.
 */
export function memberCells(
  cell: Cell,
  readings: readonly (readonly [cell: Cell, source: Source, ...values: readonly string[]])[],
  dimension: string,
): readonly Cell[] {
  const rows = readings.flatMap(([at, source, ...values]) => {
    const all = { ...at, ratedOnly: new Set<string>() };
    rowsOf(all, source, values);
    const { where, nature } = source;
    const isAnswered = at.reads.at(-1)?.rows != null && !at.members.some(([name]) => isBlindTo(source, name));
    const [asked, needed] = nature === 'spread' ? [where ?? {}, values] : [{}, []];
    const read = isAnswered ? rowsOf({ ...all, reads: [] }, { ...source, where: asked }, needed) : 'no-data';
    return typeof read === 'string' ? [] : read;
  });
  const names = [...new Set(words(rows, dimension))];
  return (names.length === 0 ? [NOBODY] : names).map((name) => ({
    ...cell,
    members: [...cell.members, [dimension, name] as const],
  }));
}

/** What has to be mended before the others. */
const GRAVEST_FIRST: readonly NoValue[] = [
  'needs-data',
  'filter-not-answerable',
  'no-comparison',
  'no-data',
  'missing-denominator',
  'zero-denominator',
];

/**
 * Members without a value are passed over; where all are, the gravest of their reasons stands. Where nobody is there, nobody has
 * too little to divide by.
 */
export function overMembers(
  members: readonly Cell[],
  valueOf: (member: Cell) => Num,
  of: (values: readonly number[]) => Num,
): Num {
  const values = members.map(valueOf);
  const known = values.filter(isNumber);
  const [first] = values;
  const isNobody = members[0]?.members.at(-1)?.[1] === NOBODY;
  if (isNobody && (isNumber(first ?? 0) || first === 'zero-denominator')) return of([]);
  return known.length > 0 ? of(known) : (GRAVEST_FIRST.find((grave) => values.includes(grave)) ?? of([]));
}
