import { isoDate, type Day } from '#shared/calendar.ts';
import { MOVES, type Move, type Movement } from '#shared/forecast.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { ColumnQueries, DayRange, RowFilter } from '../ports/column-queries.ts';
import { NO_DAY, NO_INT } from '../ports/workspace-columns.ts';
import { textAt, type TextAt } from './text-at.ts';

/** The deals at a moment: as rows had it then, or as the rows tell of a day: created by then, closed later or not at all. */
export interface PipelineMoment {
  readonly queries: ColumnQueries;
  readonly day: Day | null;
  readonly filters: readonly RowFilter[];
}

type Status = 'open' | 'won' | 'lost' | 'gone';

interface Deal {
  readonly name: string;
  readonly status: Status;
  /** Ten-thousandths; 0 without a value. */
  readonly value: number;
  readonly hasValue: boolean;
  readonly expected: Day | null;
  /** Its position in the table of the moment; -1 for none. */
  readonly row: number;
}

const SHOWN_DEALS = 50;
const NO_DEAL: Deal = { name: '', status: 'gone', value: 0, hasValue: true, expected: null, row: -1 };

interface Change {
  readonly move: Move | null;
  readonly value: number;
}

/**
 * How the open deals of one moment became those of another: added, won, lost, gone from the file, with another value, and, of a period
 * of expected close, moved into it or slipped out of it. Deals are told again by their id, those without by title and customer. Start
 * and moves add up to the end to the last ten-thousandth. Deals without a value are counted and add nothing.
 * A deal that changed its value and left as well leaves with the value it had.
 * Example: 100 open; 40 of it won, 30 new, one deal up from 20 to 25: 100 − 40 + 30 + 5 = 95.
 */
export function pipelineMovement(from: PipelineMoment, to: PipelineMoment, period: DayRange | null): Movement {
  const moves = new Map(MOVES.map((move) => [move, { deals: 0, value: 0 }]));
  const [start, end, postponed] = [empty(), empty(), empty()];
  const told: { -readonly [K in keyof Movement['deals'][number]]: Movement['deals'][number][K] }[] = [];
  for (const { key, old, now, wasIn, isIn, isLater, move, value } of dealCourses(from, to, period)) {
    if (wasIn) add(start, old.value);
    if (isIn) add(end, now.value);
    if (isLater) add(postponed, now.value);
    const sum = move === null ? undefined : moves.get(move);
    if (move === null || sum === undefined) continue;
    add(sum, value);
    told.push({ key, move, name: now.name || old.name, value, before: dated(old), after: dated(now) });
  }
  return {
    start: shown(start),
    end: shown(end),
    moves: MOVES.map((move) => ({ move, ...shown(moves.get(move) ?? empty()) })),
    postponed: shown(postponed),
    deals: told
      .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.name < b.name ? -1 : 1))
      .slice(0, SHOWN_DEALS)
      .map((deal) => ({ ...deal, value: deal.value / DECIMAL_SCALE })),
  };
}

interface Course extends Change {
  readonly key: string;
  readonly old: Deal;
  readonly now: Deal;
  readonly wasIn: boolean;
  readonly isIn: boolean;
  /** Open at both moments, its expected close later now. */
  readonly isLater: boolean;
}

/** Every deal of the two moments, with what it has come to. */
function* dealCourses(from: PipelineMoment, to: PipelineMoment, period: DayRange | null): Generator<Course> {
  const [before, after] = [dealsAt(from), dealsAt(to)];
  const isInIt = ({ status, expected }: Deal): boolean =>
    status === 'open' && (period === null || (expected !== null && expected >= period.from && expected <= period.to));
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key) ?? NO_DEAL, after.get(key) ?? NO_DEAL];
    const [wasIn, isIn] = [isInIt(old), isInIt(now)];
    const isLater =
      old.status === 'open' &&
      now.status === 'open' &&
      old.expected !== null &&
      (now.expected ?? Infinity) > old.expected;
    yield { key, old, now, wasIn, isIn, isLater, ...changeOf(old, now, wasIn, isIn) };
  }
}

export type MovementStep = 'start' | 'end' | 'postponed' | Move;

export interface StepAsked {
  readonly step: MovementStep;
  /** Key of one deal; absent for all of the step. */
  readonly deal?: string | undefined;
  /** Rows without a value are left out. */
  readonly onlyValued: boolean;
}

/** What a step of the movement is made of: its deals, their values then and now, and their rows at both moments. */
export interface StepOfMovement {
  readonly deals: number;
  readonly value: number;
  /** What those open at a moment were worth then; null where none was. */
  readonly before: number | null;
  readonly after: number | null;
  /** Without a value at a moment that the step is made of: both where the value changed. */
  readonly withoutValue: number;
  readonly rows: { readonly before: Int32Array; readonly after: Int32Array };
}

/**
 * One step of `pipelineMovement`, or one deal of it, with its rows. The start has rows of the moment before alone, the end those of the
 * moment after. Values in base units. Example: a deal up from 20 to 25 is worth 5 in the step `value-up`, with one row at each moment.
 */
export function movementStep(
  from: PipelineMoment,
  to: PipelineMoment,
  period: DayRange | null,
  { step, deal, onlyValued }: StepAsked,
): StepOfMovement {
  const inStep = ({ wasIn, isIn, isLater, move }: Course): boolean =>
    step === 'start' ? wasIn : step === 'end' ? isIn : step === 'postponed' ? isLater : move === step;
  const worth = ({ old, now, value }: Course): number =>
    step === 'start' ? old.value : step === 'end' || step === 'postponed' ? now.value : value;
  const lacksValue = ({ old, now }: Course): boolean => {
    if (step === 'start') return !old.hasValue;
    if (step === 'end' || step === 'postponed' || step === 'added' || step === 'pulled-in') return !now.hasValue;
    return !old.hasValue || ((step === 'value-up' || step === 'value-down') && !now.hasValue);
  };
  const met = [...dealCourses(from, to, period)].filter(
    (course) => inStep(course) && (deal === undefined || course.key === deal),
  );
  const sum = (of: (course: Course) => number): number =>
    met.reduce((all, course) => all + of(course), 0) / DECIMAL_SCALE;
  const open = (of: (course: Course) => Deal): number | null => {
    const deals = met.map(of).filter(({ status }) => status === 'open');
    return deals.length === 0 ? null : deals.reduce((all, { value }) => all + value, 0) / DECIMAL_SCALE;
  };
  const isShown = ({ row, hasValue }: Deal): boolean => row >= 0 && (hasValue || !onlyValued);
  const rows = (of: (course: Course) => Deal): Int32Array =>
    Int32Array.from(met.map(of).flatMap((each) => (isShown(each) ? [each.row] : []))).sort();
  const none = new Int32Array(0);
  return {
    deals: met.length,
    value: sum(worth),
    before: open(({ old }) => old),
    after: open(({ now }) => now),
    withoutValue: met.filter(lacksValue).length,
    rows: {
      before: step === 'end' ? none : rows(({ old }) => old),
      after: step === 'start' ? none : rows(({ now }) => now),
    },
  };
}

function changeOf(old: Deal, now: Deal, wasIn: boolean, isIn: boolean): Change {
  if (wasIn && isIn) {
    const value = now.value - old.value;
    return { move: value === 0 ? null : value > 0 ? 'value-up' : 'value-down', value };
  }
  if (isIn) return { move: old.status === 'open' ? 'pulled-in' : 'added', value: now.value };
  if (!wasIn) return { move: null, value: 0 };
  const move = now.status === 'open' ? 'slipped' : now.status === 'gone' ? 'removed' : now.status;
  return { move, value: -old.value };
}

/** Deals by id; the n-th row of the same id, or of the same title and customer without one, is a deal of its own. */
function dealsAt({ queries, day, filters }: PipelineMoment): ReadonlyMap<string, Deal> {
  const { columns } = queries;
  const table = columns.table('deal');
  const deals = new Map<string, Deal>();
  if (table === null) return deals;
  const text = (key: string): TextAt => textAt(columns, table, key);
  const date = (key: string): ((row: number) => Day | null) => {
    const days = table.days(key);
    return (row) => {
      const found = days?.[row] ?? NO_DAY;
      return found === NO_DAY ? null : found;
    };
  };
  const [id, title, customer, status] = [text('id'), text('title'), text('customer'), text('status')];
  const [created, closed, expected] = [date('created'), date('closed'), date('expected_close')];
  const values = table.decimals('value');
  const met = new Map<string, number>();
  for (const row of rowsPassing(queries, filters)) {
    const own = id(row) === '' ? `${title(row)}\n${customer(row)}` : `id ${id(row)}`;
    const again = met.get(own) ?? 0;
    met.set(own, again + 1);
    const value = values?.[row] ?? NO_INT;
    const hasValue = value !== NO_INT && !Number.isNaN(value);
    deals.set(`${own}\n${String(again)}`, {
      name: title(row) || customer(row) || id(row),
      status: statusAt(status(row), created(row), closed(row), day),
      value: hasValue ? value : 0,
      hasValue,
      expected: expected(row),
      row,
    });
  }
  return deals;
}

function statusAt(status: string, created: Day | null, closed: Day | null, day: Day | null): Status {
  if (day !== null && created !== null && created > day) return 'gone';
  if (day !== null && closed !== null && closed > day) return 'open';
  return status === 'open' || status === 'won' || status === 'lost' ? status : 'gone';
}

function rowsPassing(queries: ColumnQueries, filters: readonly RowFilter[]): Iterable<number> {
  const breakdown = queries.breakdown([]);
  const rows = queries.rows({
    kind: 'deal',
    date: 'created',
    nature: 'flow',
    until: null,
    standing: null,
    filters,
    breakdown,
    slots: [{ from: NO_DAY + 1, to: -NO_DAY - 1, undated: true }],
  });
  return queries.positions(rows, 0, [[]]);
}

const empty = (): { deals: number; value: number } => ({ deals: 0, value: 0 });
const shown = ({ deals, value }: ReturnType<typeof empty>) => ({ deals, value: value / DECIMAL_SCALE });
const dated = ({ expected }: Deal): string | null => (expected === null ? null : isoDate(expected));

function add(sum: { deals: number; value: number }, value: number): void {
  sum.deals++;
  sum.value += value;
}
