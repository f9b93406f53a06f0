import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { countsMoney, rowConditions } from '#shared/measures.ts';
import type { Span } from '#shared/period.ts';
import type { Reason } from '#shared/question.ts';
import { ratedField } from '#shared/rates.ts';
import { spanLength } from '#shared/span-length.ts';
import { evaluator, type FormulaReader, type Read } from '../formula/evaluate.ts';
import {
  readingKey,
  shiftsKey,
  type Expression,
  type Input,
  type OverNode,
  type Reading,
  type TimeShift,
} from '../formula/expression.ts';
import type { CalendarName } from '../formula/formula.ts';
import { noValue, reason, type Outcome } from '../formula/outcome.ts';
import type { CellCounts, CellRequest, CellRows, CellSlot, CellValues, DayRange } from '../ports/column-queries.ts';
import type { QuestionContext } from './context.ts';
import { groupsOf, type Groups } from './groups.ts';
import { countedDays, historyOf, holdsData } from './history.ts';
import type { CellAt, Level, MemberAt } from './levels.ts';
import { partsOf, unitedParts } from './measure-parts.ts';
import { cellKey, membersByCell, membersKey, type MembersByCell, type MemberSource } from './member-cells.ts';
import { memo, remembered } from './memo.ts';
import { broughtByMembers, standingIn, type BroughtIn, type Standing } from './over-parts.ts';
import { placingKey } from './placing-key.ts';
import type { Plan } from './plan.ts';
import { refusalOf } from './refusal.ts';
import { filtersOf } from './row-filters.ts';
import { shiftedSpan } from './shift-span.ts';
import type { Slot } from './slots.ts';
import { hasLevels, targetLevel } from './target-level.ts';

/**
 * Reads measures and places rows in the cells of a level; every table is computed once for a question. The measure of an input is
 * one of `partsOf`: rows are of one kind.
 */
export interface MeasureReader extends MemberSource {
  /** An expression in the cells of a level, made ready once. */
  value(level: Level, expression: Expression, reading: Reading): Read<CellAt>;
  /** The members, of the dimension that the inputs are read over, that have rows in a cell; or why there can be none. */
  members(level: Level, inputs: readonly Input[], total: boolean): (cell: CellAt) => readonly MemberAt[] | Reason;
  /** Keys of cells in the tables of a reading; −1 where no row is met. */
  keyOf(level: Level, input: Input): (cell: CellAt) => number;
  /** Currencies that some rows of a kind have no rate for. */
  unrated: QuestionContext['queries']['unrated'];
  span(level: Level, cell: CellAt, shifts: readonly TimeShift[]): Span | null;
  /** Which members bring something to an …_over in a cell. */
  standing(level: Level, cell: CellAt, node: OverNode, within: Reading): Standing;
  /** Whether rows without a date count in a cell. */
  countsUndated(level: Level, cell: CellAt, input: Input): boolean;
}

export function measureReader(plan: Plan, context: QuestionContext): MeasureReader {
  const { queries } = context;
  const overAllTime = plan.period.unit === 'all';
  const spans = memo<Level, readonly (Span | null)[]>();
  const groupings = memo<Level, Groups>();
  const placed = memo<Level, CellRows>();
  const readers = memo<Level, Read<CellAt>>();
  const formulas = new WeakMap<Level, FormulaReader<CellAt>>();
  const values = new WeakMap<Level, Map<Expression, Map<string, Read<CellAt>>>>();
  const broughts = memo<Level, Map<OverNode, BroughtIn>>();
  const counts = memo<CellRows, ReturnType<MeasureReader['count']>>();
  const refusals = memo<Level, Reason | null>();
  const levels = memo<Level, readonly Condition[]>();
  const members = memo<Level, MembersByCell | Reason>();
  const histories = new Map<string, DayRange | null>();

  const spansOf = (level: Level, shifts: readonly TimeShift[]): readonly (Span | null)[] =>
    spans(level, shiftsKey(shifts), () => level.slots.map((slot) => shiftedSpan(slot, shifts, plan.time)));
  const groups = (level: Level, { measure, total, over }: Input): Groups => {
    const { blindTo = [] } = measure;
    const key = `${String(total)} ${over ?? ''} ${blindTo.join('+')}`;
    return groupings(level, key, () => groupsOf(level, queries, { total, over }, blindTo));
  };
  const dimensionsOf = (level: Level, { total, over }: Input): readonly string[] => [
    ...(total ? [] : level.texts.map(({ dimension }) => dimension)),
    ...(over === null ? [] : [over]),
  ];
  const refusal = (level: Level, input: Input): Reason | null => {
    const { measure, total, over } = input;
    return refusals(level, `${measure.id} ${placingKey(measure)} ${String(total)} ${over ?? ''}`, () =>
      refusalOf(measure, dimensionsOf(level, input), plan.filters, queries, overAllTime),
    );
  };
  const measureAt = (level: Level, input: Input): MeasureDefinition => {
    const { measure, total, over } = input;
    if (!hasLevels(measure) || refusal(level, input) !== null) return measure;
    const known = levels(level, `${measure.id} ${String(total)} ${over ?? ''}`, () =>
      targetLevel(measure, dimensionsOf(level, input), plan, queries),
    );
    return { ...measure, where: [...measure.where, ...known] };
  };
  const place = (level: Level, input: Input): CellRows => {
    const { measure, shifts } = input;
    const { kind, date, nature, until = null } = measure;
    return placed(level, `${placingKey(measure)} ${readingKey(input)}`, () => {
      const slots = spansOf(level, shifts).map((span, i) => slotOf(span, level.slots[i], input, overAllTime));
      const { breakdown } = groups(level, input);
      const filters = filtersOf(measure, plan.filters);
      return queries.rows({ kind, date, nature, until, standing: standingOf(measure), filters, breakdown, slots });
    });
  };
  const count: MeasureReader['count'] = (rows, anyOf) =>
    counts(rows, JSON.stringify(anyOf), () => queries.count(rows, anyOf));
  const keyIn = (level: Level, cell: CellAt, group: number): number =>
    group < 0 ? -1 : group * level.slots.length + cell.slot;
  const holds = (measure: MeasureDefinition, span: Span): boolean => {
    const key = placingKey(measure);
    if (!histories.has(key)) histories.set(key, historyOf(measure, queries));
    return holdsData(measure, span, histories.get(key) ?? null);
  };

  /** Currencies to blame when a cell has rows but none of them has a rate. */
  const unratedIn = (measure: MeasureDefinition, rows: CellRows, key: number): readonly string[] => {
    if (count(rows, [rowConditions(measure)]).at(key) > 0) return [];
    const meant = measure.where.filter(({ is }) => is !== 'present');
    const all = count(rows, [meant]).at(key);
    const rated = (currency: string): Condition => ({ field: ratedField(currency), is: 'true' });
    const currencies = queries.unrated(measure.kind);
    return currencies.filter((currency) => count(rows, [[...meant, rated(currency)]]).at(key) < all).toSorted();
  };

  /** Why a measure is not known in a slot at some time; null where it is, if only as zero. */
  const unknown = (level: Level, at: number, input: Input, parts: readonly MeasureDefinition[]): Outcome | null => {
    const span = spansOf(level, input.shifts)[at] ?? null;
    const slot = level.slots[at];
    if (parts.some((measure) => takesUndated(slot, { ...input, measure }, overAllTime))) return null;
    if (span === null) return noValue(slot?.undated === true ? 'no-data' : 'no-comparison');
    return parts.some((measure) => holds(measure, span)) ? null : noValue('no-data');
  };

  /** A measure's value in the cells of a level; its tables are made when the first cell needs them. */
  const readerOf = (level: Level, asked: Input): Read<CellAt> => {
    const [own, ...also] = partsOf(asked.measure).map((measure): Input => ({ ...asked, measure }));
    const [first, ...others] = [own, ...also].flatMap((part) =>
      part === undefined || refusal(level, part) !== null ? [] : [part],
    );
    if (own === undefined || first === undefined) {
      const refused = own === undefined ? null : refusal(level, own);
      return () => ({ value: null, reason: refused ?? reason('needs-data') });
    }
    const answered = [first.measure, ...others.map((part) => part.measure)];
    const measure = unitedParts([measureAt(level, first), ...others.map((part) => part.measure)]);
    const { aggregate } = measure;
    const before: Input = { ...first, shifts: [...asked.shifts, { by: 'prev' }] };
    const isKept = aggregate.do === 'distinct' && aggregate.kept !== undefined;
    const missing = level.slots.map((_, at): Outcome | null => {
      const now = unknown(level, at, asked, answered);
      const isAlone = now === null && isKept && unknown(level, at, before, answered) !== null;
      return isAlone ? noValue('no-comparison') : now;
    });
    const exact = isExact(measure);
    const mayLackRates = countsMoney(measure) && queries.unrated(measure.kind).length > 0;
    const { of } = groups(level, asked);
    const [dimension = ''] = asked.measure.blindTo ?? [];
    let rows: CellRows | null = null;
    let table: CellValues | null = null;
    let counted: CellCounts | null = null;
    return (cell) => {
      const why = missing[cell.slot] ?? null;
      if (why !== null) return why;
      rows ??= place(level, first);
      table ??= queries.aggregate(
        [rows, ...others.map((part) => place(level, part))],
        measure,
        isKept ? place(level, before) : undefined,
      );
      const group = of(cell);
      if (group === null) return noValue('filter-not-answerable', { dimension });
      const key = keyIn(level, cell, group);
      const needs = mayLackRates ? unratedIn(measure, rows, key).map(rateNeed) : [];
      if (needs.length > 0) return noValue('needs-data', { needs });
      if (measure.nature === 'spread') {
        counted ??= count(rows, [rowConditions(measure)]);
        if (counted.at(key) === 0) return NO_DATA;
      }
      const number = table.at(key);
      return Number.isNaN(number) ? NO_DATA : { value: number, exact };
    };
  };
  // One KPI may count a measure's rows with a rate alone, another all of them.
  const conditionsIn = ({ measure }: Input): string =>
    partsOf(measure)
      .map(({ where }) => where.length)
      .join('+');
  const measureIn = (level: Level, asked: Input): Read<CellAt> =>
    readers(level, `${asked.measure.id} ${conditionsIn(asked)} ${readingKey(asked)}`, () => {
      let read: Read<CellAt> | null = null;
      return (cell) => (read ??= readerOf(level, asked))(cell);
    });

  const calendar = (level: Level, cell: CellAt, id: CalendarName, shifts: readonly TimeShift[]): Outcome => {
    const span = spansOf(level, shifts)[cell.slot] ?? null;
    if (span === null) return noValue('no-comparison');
    const length = spanLength(span, id, plan.time.calendar);
    return length === null
      ? noValue('needs-data', { needs: [`calendar.${id}`] })
      : { value: length, exact: Number.isInteger(length) };
  };

  const membersIn: MeasureReader['members'] = (level, inputs, total) => {
    const key = membersKey(inputs);
    return (cell) => {
      const found = members(level, key, () => membersByCell(reader, level, inputs));
      return 'code' in found ? found : (found.get(cellKey(level, cell, total)) ?? []);
    };
  };
  const broughtOf = (level: Level, node: OverNode, within: Reading): BroughtIn => {
    const byNode = broughts(level, readingKey(within), () => new Map<OverNode, BroughtIn>());
    return remembered(byNode, node, () => broughtByMembers(reader, level, node, within));
  };
  const formulaReader = (level: Level): FormulaReader<CellAt> => ({
    measure: (measure, reading) => measureIn(level, { measure, ...reading }),
    calendar:
      (id, { shifts }) =>
      (cell) =>
        calendar(level, cell, id, shifts),
    brought: (node, within) => {
      const broughtIn = broughtOf(level, node, within);
      return (cell) => {
        const brought = broughtIn(cell);
        return 'reason' in brought ? brought : brought.outcomes;
      };
    },
  });
  const value: MeasureReader['value'] = (level, expression, reading) => {
    const formula = remembered(formulas, level, () => formulaReader(level));
    const byExpression = remembered(values, level, () => new Map<Expression, Map<string, Read<CellAt>>>());
    const byReading = remembered(byExpression, expression, () => new Map<string, Read<CellAt>>());
    return remembered(byReading, readingKey(reading), () => evaluator(expression, formula, reading));
  };

  const reader: MeasureReader = {
    value,
    members: membersIn,
    standing: (level, cell, node, within) => {
      const brought = broughtOf(level, node, within)(cell);
      return 'reason' in brought ? { counted: [], passed: [] } : standingIn(brought);
    },
    groups,
    refusal,
    measureAt,
    count,
    rows: (level, input) => (refusal(level, input) === null ? place(level, input) : null),
    keyOf: (level, input) => {
      const { of } = groups(level, input);
      return (cell) => keyIn(level, cell, of(cell) ?? -1);
    },
    unrated: queries.unrated,
    span: (level, cell, shifts) => spansOf(level, shifts)[cell.slot] ?? null,
    countsUndated: (level, cell, input) => takesUndated(level.slots[cell.slot], input, overAllTime),
  };
  return reader;
}

const NO_DATA: Outcome = noValue('no-data');

/** Rows without the date count in `all` and in the bucket of those without, over the whole of it. */
function takesUndated(slot: Slot | undefined, { measure, shifts }: Input, overAllTime: boolean): boolean {
  if (measure.undated !== 'in-all' || !overAllTime || slot === undefined) return false;
  return (slot.undated || slot.buckets.length === 0) && shifts.every(({ by }) => by === 'ever' || by === 'whole');
}

function slotOf(span: Span | null, slot: Slot | undefined, input: Input, overAllTime: boolean): CellSlot {
  const days = countedDays(span);
  if (!takesUndated(slot, input, overAllTime)) return days;
  return days === null ? 'undated' : { ...days, undated: true };
}

function standingOf({ standing, from, until }: MeasureDefinition): CellRequest['standing'] {
  const field = standing === 'at-start' ? from : until;
  return standing === undefined || field === undefined ? null : { kind: standing, field };
}

/** What to enter: `rate.EUR`. */
const rateNeed = (currency: string): string => `rate.${currency}`;

function isExact({ aggregate }: MeasureDefinition): boolean {
  return aggregate.do !== 'mean' && aggregate.do !== 'quantile' && aggregate.do !== 'median-sum';
}
