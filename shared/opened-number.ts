import type { Goal } from './goals.ts';
import type { CellRef, Explanation, Question } from './question.ts';
import type { BlockOf, ReportFigure } from './report-content.ts';
import type { CellsOpen, TableOpens } from './report-opens.ts';
import type { Told, ToldNumber } from './told.ts';
import type { Unit } from './units.ts';

/** Which number of a passport: a cell's own or one of its comparison, or what goes into a told number. */
type OpenedPart = NonNullable<CellsOpen['columns'][number]>['part'] | 'low80' | 'high80';

/** A report's number and the passport that it opens. */
export interface OpenedNumber {
  readonly opens: { readonly question: Question; readonly cell: CellRef } | { readonly told: ToldNumber };
  /** The number of the passport that `value` is. */
  readonly part: OpenedPart;
  /** As the report has it, base units. */
  readonly value: number;
  /** It is worked out from the passport's number. */
  readonly isDerived: boolean;
  /** The column of its table that the passport's own number stands in. */
  readonly column: number;
}

/**
 * What a cell of a report's table opens; null for words, for a cell without a value and for one that opens nothing.
 * Example: in a table by region the second column of 'Syd' opens revenue of the region Syd.
 */
export function openedInTable(
  { opens, rows }: Pick<BlockOf<'table'>, 'opens' | 'rows'>,
  row: number,
  column: number,
): OpenedNumber | null {
  const own = rows[row]?.cells;
  if (opens === undefined || (own?.[column]?.value ?? null) === null) return null;
  const found = openedAt(opens, row, column);
  const from = opens.of === 'cells' ? opens.columns[column]?.from : undefined;
  const headed = opens.of === 'history' ? opens.columns.indexOf('value') : (from ?? column);
  const value = own?.[from ?? column]?.value ?? null;
  return found === null || value === null ? null : { ...found, value, isDerived: from !== undefined, column: headed };
}

/** What a figure of a report opens; null for one without a value, and where it opens nothing. */
export function openedFigure({ kpi, value, opens }: ReportFigure): OpenedNumber | null {
  if (opens === undefined || value === null) return null;
  return {
    opens: { question: opens, cell: { kpi, row: [], column: [] } },
    part: 'value',
    value,
    isDerived: false,
    column: 0,
  };
}

export interface PassportNumber {
  readonly value: number | null;
  readonly unit: Unit;
}

type Found = Pick<OpenedNumber, 'opens' | 'part'> | null;

function openedAt(opens: TableOpens, row: number, column: number): Found {
  const told = (number: ToldNumber): Found => ({ opens: { told: number }, part: 'value' });
  switch (opens.of) {
    case 'cells':
      return openedCell(opens, row, column);
    case 'pipeline': {
      const [part, figure] = [opens.rows[row], opens.columns[column]];
      return part === undefined || figure == null ? null : told({ of: 'pipeline', ...opens.asked, part, figure });
    }
    case 'movement': {
      const [step, figure] = [opens.rows[row], opens.columns[column]];
      return step === undefined || figure == null ? null : told({ of: 'movement', ...opens.asked, step, figure });
    }
    case 'customer': {
      const [group, figure] = [opens.rows[row], opens.columns[column]];
      return group === undefined || figure == null ? null : told({ of: 'customer', ...opens.asked, ...group, figure });
    }
    case 'history': {
      const [period, part] = [opens.rows[row], opens.columns[column]];
      return period === undefined || part == null
        ? null
        : { opens: { told: { of: 'history', figure: 'value', ...opens.asked, period } }, part };
    }
    case 'goal': {
      const [goal, figure] = [opens.rows[row], opens.columns[column]];
      if (goal === undefined || figure == null) return null;
      return figure === 'actual' && goal.definition === null ? outcomeOf(goal) : told({ of: 'goal', goal, figure });
    }
  }
}

function openedCell({ questions, rows, columns }: CellsOpen, row: number, column: number): Found {
  const [down, across] = [rows[row], columns[column]];
  const question = across == null ? undefined : questions[across.question];
  const kpi = across?.kpi ?? down?.kpi;
  if (down == null || across == null || question === undefined || kpi === undefined) return null;
  return { opens: { question, cell: { kpi, row: down.path, column: across.path } }, part: across.part };
}

/** The outcome of a goal is that of its question, unless it is counted by a definition of its own. */
function outcomeOf({ kpi, filters, period }: Goal): Found {
  const question = { kpis: [kpi], rows: [], columns: [], filters, period, compare: 'none' as const, variants: {} };
  return { opens: { question, cell: { kpi, row: [], column: [] } }, part: 'value' };
}

/** The number that a cell's passport has for a part, null where it has none. Example: 'difference' of 110 against 100 is 10. */
export function numberOfCell(
  { value, compare, unit }: Pick<Explanation, 'value' | 'compare' | 'unit'>,
  part: OpenedPart,
): PassportNumber {
  switch (part) {
    case 'value':
      return { value, unit };
    case 'compared':
      return { value: compare?.value ?? null, unit };
    case 'difference':
      return { value: compare?.difference ?? null, unit };
    case 'ratio':
      return { value: compare?.ratio ?? null, unit: 'ratio' };
    case 'low80':
    case 'high80':
      return { value: null, unit };
  }
}

/** The same of a number that is no cell. Example: 'low80' of a forecast is the lower end of its interval of 80 %. */
export function numberOfTold(
  { value, inputs, unit }: Pick<Told, 'value' | 'inputs' | 'unit'>,
  part: OpenedPart,
): PassportNumber {
  if (part === 'value') return { value, unit };
  const found = inputs.find(({ id }) => id === part)?.value;
  return { value: typeof found === 'number' ? found : null, unit };
}

const LEAST = 1e-9;

/** Whether a report's number and that of its passport are the same but for rounding. Null is no value. */
export function isSameNumber(before: number | null, now: number | null): boolean {
  if (before === null || now === null) return before === now;
  return Math.abs(now - before) <= LEAST * Math.max(Math.abs(before), Math.abs(now));
}
