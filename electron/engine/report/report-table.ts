import { moneyScale, NO_VALUE, toneOf, type Direction, type MoneyScale, type Tone } from '#shared/format.ts';
import type { AnswerCell } from '#shared/question.ts';
import { numberText } from '#shared/report-text.ts';
import type { BlockOf, ReportCell, ReportColumn, Written } from '#shared/report-content.ts';
import type { TableOpens } from '#shared/report-opens.ts';
import { DECIMAL_SCALE, type Unit } from '#shared/units.ts';
import type { ReportWords } from './report-context.ts';

type Row = BlockOf<'table'>['rows'][number];
type As = ReportColumn['as'];

/** A column of words. */
export const wordColumn = (label: string, as: As = 'plain'): ReportColumn => ({
  label,
  written: null,
  as,
  carried: false,
});

/** A column of numbers. */
export const numberColumn = (label: string, written: Written, as: As = 'plain', carried = false): ReportColumn => ({
  label,
  written,
  as,
  carried,
});

export const wordCell = (text: string, tone: Tone = 'neutral'): ReportCell => ({ text, value: null, tone });

/** Money on one scale. */
export const moneyWritten = (scale: MoneyScale, signed = false): Written => ({
  unit: 'money',
  scale,
  decimals: scale.decimals,
  signed,
});

/** Shares and growth, in per cent. */
export const ratioWritten = (decimals: number, signed = false): Written => ({
  unit: 'ratio',
  scale: null,
  decimals,
  signed,
});

/** Base units of a scale's one. */
const STEPS: Readonly<Record<MoneyScale['step'], number>> = { one: 1, thousand: 1e3, million: 1e6, billion: 1e9 };
/** From here on a number has four digits, and decimals say no more. */
const FOUR_DIGITS = 1000;

/** A scale without decimals where the largest number has four digits without them. Example: 5 012,7 tkr is 5 013 tkr, 810,8 stays. */
export const withFewDigits = (scale: MoneyScale, largest: number): MoneyScale =>
  Math.abs(largest) < FOUR_DIGITS * STEPS[scale.step] ? scale : { ...scale, decimals: 0 };

const SMALL = 10_000;

/**
 * How the numbers of a column are written: money on the given scale, or on its own where all are small; counts without decimals where
 * all are whole. Example: average orders of 4 812 and 5 020 kr are written in kr though the report is in thousands.
 */
export function writtenFor(unit: Unit, values: readonly (number | null)[], scale: MoneyScale): Written {
  const sizes = values.flatMap((value) => (value === null ? [] : [Math.abs(value)]));
  if (unit === 'money') {
    const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
    return moneyWritten(largest < SMALL ? moneyScale(largest) : scale);
  }
  if (unit === 'ratio') return ratioWritten(1);
  return { unit, scale: null, decimals: sizes.every(Number.isInteger) ? 0 : 1, signed: false };
}

/** A number as its column writes it, a dash for none. */
export function numberCell(
  value: number | null,
  { written }: ReportColumn,
  { format }: Pick<ReportWords, 'format'>,
  tone: Tone = 'neutral',
): ReportCell {
  return { text: written === null ? NO_VALUE : numberText(value, written, format.locale), value, tone };
}

/** A difference, good or bad for the business; one that rounds to zero is neither. Example: −383 of revenue is bad. */
export function differenceCell(
  value: number | null,
  column: ReportColumn,
  words: Pick<ReportWords, 'format'>,
  direction: Direction,
): ReportCell {
  const cell = numberCell(value, column, words);
  return value === null || !/[1-9]/.test(cell.text) ? cell : { ...cell, tone: toneOf(value, direction) };
}

/** Whole ten-thousandths of what stands in a column's rows; null where one has no value. */
function columnSum(rows: readonly Row[], at: number): number | null {
  let sum = 0;
  for (const { kind, cells } of rows) {
    if (kind !== 'row') continue;
    const value = cells[at]?.value ?? null;
    if (value === null) return null;
    sum += Math.round(value * DECIMAL_SCALE);
  }
  return sum;
}

/** Whether a column's rows add up to its total, to the ten-thousandth or a billionth of it. */
export function addsUpTo(rows: readonly Row[], at: number): boolean {
  const total = rows.find(({ kind }) => kind === 'total')?.cells[at]?.value ?? null;
  const sum = columnSum(rows, at);
  if (total === null || sum === null) return false;
  const whole = Math.round(total * DECIMAL_SCALE);
  return Math.abs(sum - whole) <= Math.max(1, Math.abs(whole) * 1e-9);
}

/** Whether the numbers as they are written miss their total as it is written, though the true ones do not. */
function roundingShows(rows: readonly Row[], { written, carried }: ReportColumn, at: number): boolean {
  if (!carried || written === null) return false;
  const unit =
    (written.scale === null ? 1 : STEPS[written.scale.step]) / 10 ** (written.scale?.decimals ?? written.decimals);
  const shown = (value: number | null | undefined): number => Math.round((value ?? 0) / unit);
  const total = rows.find(({ kind }) => kind === 'total')?.cells[at]?.value;
  if (total == null) return false;
  return (
    rows.reduce((sum, { kind, cells }) => sum + (kind === 'row' ? shown(cells[at]?.value) : 0), 0) !== shown(total)
  );
}

/** A member with a name: neither the unknown one nor the united rest. */
export const isNamed = ({ row: [name], other }: AnswerCell): boolean =>
  !other && typeof name === 'string' && name !== '';

/** Members as they stand in a table: those with a name in their own order, then the unknown one, the united rest last. */
export const inTableOrder = (cells: readonly AnswerCell[]): readonly AnswerCell[] => [
  ...cells.filter(isNamed),
  ...cells.filter((cell) => !isNamed(cell) && !cell.other),
  ...cells.filter(({ other }) => other),
];

interface TableParts {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly Row[];
  readonly place?: BlockOf<'table'>['place'];
  readonly notes?: readonly (string | null)[];
  readonly opens?: TableOpens;
}

/** A table, with a word on rounding where its numbers as written miss their total. */
export function tableBlock(
  { title, columns, rows, place = 'main', notes = [], opens }: TableParts,
  { say }: Pick<ReportWords, 'say'>,
): BlockOf<'table'> {
  const rounded = columns.some((column, at) => roundingShows(rows, column, at)) ? say('report:numbers.rounded') : null;
  const note = [...notes, rounded].filter((each) => each !== null && each !== '').join(' ');
  return {
    is: 'table',
    place,
    title,
    columns: [...columns],
    rows: rows.map(({ kind, cells }) => ({ kind, cells: [...cells] })),
    note: note === '' ? null : note,
    ...(opens === undefined ? {} : { opens }),
  };
}
