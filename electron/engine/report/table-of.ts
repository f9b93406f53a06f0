import { moneyScale, moneyUnit, type MoneyScale, type Tone } from '#shared/format.ts';
import type { BlockOf, ReportCell, ReportColumn, Written } from '#shared/report-content.ts';
import type { TableOpens } from '#shared/report-opens.ts';
import { numberText } from '#shared/report-text.ts';
import type { Unit } from '#shared/units.ts';
import type { PageTools } from './page-tools.ts';
import { tableBlock } from './report-table.ts';

/** A column of a table whose rows are of type T. */
export interface TableColumn<T> {
  readonly label: string;
  /** Absent for words. */
  readonly unit?: Unit;
  /** A number in base units, words, or words with the number that they say. */
  readonly of: (row: T) => number | null | string | Pick<ReportCell, 'text' | 'value'>;
  readonly as?: ReportColumn['as'];
  readonly signed?: boolean;
  readonly carried?: boolean;
  readonly decimals?: number;
  readonly tone?: (row: T) => Tone;
}

interface TableAbout<T> {
  readonly place?: 'main' | 'aside';
  readonly title: string;
  readonly rows: readonly T[];
  readonly total?: T | null;
  readonly columns: readonly TableColumn<T>[];
  readonly note?: string | null;
  /** Money in one scale in all columns: they are of the same measure. */
  readonly alike?: boolean;
  /** What the numbers of its rows, the total last, open. */
  readonly opens?: TableOpens;
}

const DECIMALS: Readonly<Partial<Record<Unit, number>>> = { count: 0, money: 0 };
const DIVISORS: Readonly<Record<MoneyScale['step'], number>> = { one: 1, thousand: 1e3, million: 1e6, billion: 1e9 };

/** A table with its numbers written column by column; money in the report's scale where that leaves three digits, its unit in the heading. */
export function tableOf<T>(
  { place = 'main', title, rows, total = null, columns, note = null, alike = false, opens }: TableAbout<T>,
  { words: { format, say }, scale }: Pick<PageTools, 'words' | 'scale'>,
): BlockOf<'table'> {
  const all = total === null ? rows : [...rows, total];
  const largest = (some: readonly TableColumn<T>[]): number =>
    some
      .filter(({ unit }) => unit === 'money')
      .reduce((most, { of }) => all.reduce((so, row) => Math.max(so, Math.abs(numberOf(of(row)) ?? 0)), most), 0);
  const written = columns.map((column): Written | null => {
    if (column.unit === undefined) return null;
    const own = column.unit === 'money' ? columnScale(alike ? largest(columns) : largest([column]), scale) : null;
    const decimals = column.decimals ?? own?.decimals ?? DECIMALS[column.unit] ?? 1;
    return { unit: column.unit, scale: own, decimals, signed: column.signed === true };
  });
  const rowOf = (row: T, kind: 'row' | 'total'): BlockOf<'table'>['rows'][number] => ({
    kind,
    cells: columns.map(({ of, tone }, at): ReportCell => {
      const [value, how] = [of(row), written[at] ?? null];
      const shade = tone?.(row) ?? 'neutral';
      if (typeof value === 'string') return { text: value, value: null, tone: shade };
      if (typeof value === 'object' && value !== null) return { ...value, tone: shade };
      return { text: how === null ? '' : numberText(value, how, format.locale), value, tone: shade };
    }),
  });
  return tableBlock(
    {
      place,
      title,
      columns: columns.map(({ label, as = 'plain', carried = false }, at): ReportColumn => {
        const how = written[at] ?? null;
        const money = how?.scale ?? null;
        const heading = money === null ? label : `${label}, ${moneyUnit(money.step, format)}`;
        return { label: heading, written: how, as, carried };
      }),
      rows: [...rows.map((row) => rowOf(row, 'row')), ...(total === null ? [] : [rowOf(total, 'total')])],
      notes: [note],
      ...(opens === undefined ? {} : { opens }),
    },
    { say },
  );
}

const numberOf = (value: ReturnType<TableColumn<never>['of']>): number | null =>
  typeof value === 'number' ? value : null;

/** Example: beside a report in thousands 350 000 is 350 tkr; 5 800 would be 6, and is 5 800 kr. Beside one in kronor 1 600 000 is 1 600,0 tkr. */
function columnScale(largest: number, report: MoneyScale): MoneyScale {
  const size = largest / DIVISORS[report.step];
  return size >= 100 && size < 100_000 ? { step: report.step, decimals: 0 } : moneyScale(largest);
}
