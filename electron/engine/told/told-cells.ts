import { DATE_DIMENSION, OTHER, type CellRef, type Explanation, type Question } from '#shared/question.ts';
import { scaled } from '#shared/tiles/contributions.ts';
import type { ToldOf } from '#shared/told.ts';
import { fromScaled } from '#shared/units.ts';
import { AppError } from '#shared/errors.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { explain } from '../question/explain.ts';
import { cellRows } from './question-rows.ts';
import { BARE, input, type PartRows, type ToldAnswer } from './told-answer.ts';

type CellsNumber = ToldOf<'cells'>;

/**
 * A number made of cells: the comparison's value, the change since it and that as a share of it, a cell as a share of another, or what
 * members beside the named ones bring. The rows are those of both sides; of what does not add up over members the rest has none.
 * A side without value is none of the change of the other; null where both lack one, and a growth from zero or less.
 * Throws E_NOT_FOUND for a cell the question does not have, and what `answer` throws.
 * Example: 120 now and 100 before is a change of 20, 120 − 100, and a growth of 0.2; their rows part by part.
 */
export function toldCells(number: CellsNumber, context: QuestionContext): ToldAnswer {
  const { figure, question, cell } = number;
  switch (figure) {
    case 'share':
      return shareOf(number, context);
    case 'rest':
      return restOf(number, context);
    case 'before':
    case 'change':
    case 'growth': {
      const told = explain(question, cell, context);
      const [before, change] = sidesOf(told);
      const value =
        figure === 'before'
          ? before
          : figure === 'change' || change === null
            ? change
            : before === null || before <= 0
              ? null
              : change / before;
      return {
        ...about(told),
        value,
        unit: figure === 'growth' ? 'ratio' : told.unit,
        form:
          figure === 'before' && question.compare === 'target'
            ? 'target'
            : figure === 'change' && told.unit === 'ratio'
              ? 'points'
              : null,
        inputs: figure === 'before' ? [] : bothInputs(told),
        ...(figure === 'before'
          ? {
              ...(question.compare === 'target' ? { formula: null } : { period: told.comparePeriod }),
              against: null,
              // Those left out are told of the time now.
              leftOut: [],
              rows: rowsOfSide(number, 'before', 'rows', context),
            }
          : { rows: rowsOfBoth(number, context) }),
      };
    }
  }
}

/** What each formula says of a cell. */
function about({ period, comparePeriod, filters, formula, rows }: Explanation) {
  return {
    ...BARE,
    period: { from: period.from, to: period.open ? period.through : period.to },
    against: comparePeriod,
    filters,
    formula,
    leftOut: rows.leftOut,
  };
}

/** The comparison's value, and the change since: exact where both are amounts. */
function sidesOf({ value, compare }: Pick<Explanation, 'value' | 'compare'>): readonly [number | null, number | null] {
  const before = compare?.value ?? null;
  if (value === null && before === null) return [null, null];
  return [before, compare?.difference ?? (value ?? 0) - (before ?? 0)];
}

const bothInputs = ({ value, compare, unit }: Explanation): ToldAnswer['inputs'] => [
  input('valueNow', value, unit),
  input('valueBefore', compare?.value ?? null, unit),
];

type Place = Pick<CellsNumber, 'question' | 'cell'>;

function rowsOfSide(
  { question, cell }: Place,
  side: 'now' | 'before',
  part: PartRows['part'],
  context: QuestionContext,
): readonly PartRows[] {
  return cellRows(question, cell, part, context, side === 'now' ? 'now' : 'compared');
}

/** The rows of a cell and of what it is compared with. */
export const rowsOfBoth = (place: Place, context: QuestionContext): readonly PartRows[] => [
  ...rowsOfSide(place, 'now', 'now', context),
  ...rowsOfSide(place, 'before', 'before', context),
];

function shareOf({ question, cell, whole }: CellsNumber, context: QuestionContext): ToldAnswer {
  if (whole === undefined) throw new AppError('E_BAD_REQUEST', 'A share is of something.');
  const [part, all] = [explain(question, cell, context), explain(whole.question, whole.cell, context)];
  const value = part.value === null || all.value === null || all.value <= 0 ? null : part.value / all.value;
  return {
    ...about(part),
    against: null,
    value,
    unit: 'ratio',
    inputs: [input('part', part.value, part.unit), input('whole', all.value, all.unit)],
    rows: [...rowsOfSide({ question, cell }, 'now', 'part', context), ...rowsOfSide(whole, 'now', 'whole', context)],
  };
}

/** All less the named members, and how many others bring anything; told by its own cells where these come to the same. */
function restOf({ question, cell, named = [] }: CellsNumber, context: QuestionContext): ToldAnswer {
  const [first] = question.rows;
  if (first === undefined) throw new AppError('E_BAD_REQUEST', 'The question has no members.');
  const total: CellRef = { ...cell, row: [] };
  const whole = explain(question, total, context);
  const compares = whole.compare !== null;
  const broughtBy = (told: Pick<Explanation, 'value' | 'compare'>): number | null =>
    compares ? sidesOf(told)[1] : told.value;
  const isNamed = new Set(named);
  const cells = answer(question, context).cells.filter(
    ({ kpi, row, column }) => kpi === cell.kpi && row.length === 1 && column.join() === total.column.join(),
  );
  const all = broughtBy(whole);
  let [theirs, bringing] = [0, 0];
  for (const one of cells) {
    const brought = scaled(broughtBy(one) ?? 0);
    if (isNamed.has(one.row[0] ?? null)) theirs += brought;
    else if (brought !== 0) bringing++;
  }
  const value = all === null ? null : fromScaled(scaled(all) - theirs);
  const told = {
    ...about(whole),
    value,
    unit: whole.unit,
    form: compares ? (whole.unit === 'ratio' ? 'points' : 'change') : null,
    inputs: [
      input('all', all, whole.unit),
      input('named', fromScaled(theirs), whole.unit),
      ...(cells.some(({ other }) => other) ? [] : [input('others', bringing, 'count')]),
    ],
  };
  if (first.dimension === DATE_DIMENSION || named.includes(OTHER)) return told;
  const others: Question = {
    ...question,
    rows: [],
    filters: [...question.filters, { op: 'not-in', dimension: first.dimension, values: [...named] }],
  };
  const own = explain(others, total, context);
  const brought = broughtBy(own);
  if (value === null || brought === null || scaled(brought) !== scaled(value)) return told;
  const place = { question: others, cell: total };
  return {
    ...told,
    inputs: compares ? [...told.inputs, ...bothInputs(own)] : told.inputs,
    filters: others.filters,
    leftOut: own.rows.leftOut,
    rows: compares ? rowsOfBoth(place, context) : rowsOfSide(place, 'now', 'rows', context),
  };
}
