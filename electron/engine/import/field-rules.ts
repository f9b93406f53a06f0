import type { Day } from '#shared/calendar.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { TypedValues } from '#engine/ports/import-writer.ts';

/** Values of a block by field. */
export type BlockValues = ReadonlyMap<string, TypedValues>;

/**
 * A field that the rows' other fields, or the import itself, give: what is left when every column is read. Rules run in
 * order, before the derived amounts; each sees what those before it gave.
 */
export interface FieldRule {
  readonly field: string;
  /** For the receipt: the fields it comes from, or the value it has everywhere. Null where it only fills blanks. */
  readonly from: string | null;
  /** False for a value of the import, not of the row: it has no part in telling duplicates. */
  readonly ofRow: boolean;
  /** It runs after the derived amounts, and sees them. */
  readonly isLate?: true;
  /** Begins a reading of the table: what it returns is called block by block. */
  readonly start: () => (values: BlockValues, rows: number) => TypedValues;
}

type Texts = Extract<TypedValues, { type: 'text' }>;

/** A field's texts, or null. */
export function textsOf(values: BlockValues, field: string): Texts | null {
  const column = values.get(field);
  return column?.type === 'text' ? column : null;
}

/** A field's days or minutes, or null. */
export function daysOf(values: BlockValues, field: string): Int32Array | null {
  const column = values.get(field);
  return column?.type === 'day' ? column.days : null;
}

/** A look at each distinct text once: gives the number a text stands for at a row. */
export function textClasses(classOf: (text: string) => number): (column: Texts, row: number) => number {
  const known: number[] = [];
  return ({ codes, texts }, row) => {
    const code = codes[row] ?? 0;
    return (known[code] ??= classOf(texts[code] ?? ''));
  };
}

/** A text that all rows have. Example: `constantText('interval', 'month', 'month')`. */
export function constantText(field: string, text: string, from: string): FieldRule {
  const texts = ['', text];
  return {
    field,
    from,
    ofRow: true,
    start: () => (_, rows) => ({ type: 'text', codes: new Int32Array(rows).fill(1), texts }),
  };
}

/** The day of the import, as a day or as minutes: where rows of a snapshot are placed. */
export function snapshotDay(field: string, day: Day, from: string, minutesADay: 1 | 1440): FieldRule {
  return {
    field,
    from,
    ofRow: false,
    start: () => (_, rows) => ({ type: 'day', days: new Int32Array(rows).fill(day * minutesADay) }),
  };
}

/** A date taken from the first of several fields that has one. Example: `closed` from won time, else lost time. */
export function firstDay(field: string, others: readonly string[], from: string | null): FieldRule {
  return {
    field,
    from,
    ofRow: true,
    start: () => (values, rows) => {
      const sources = [field, ...others].map((key) => daysOf(values, key));
      const days = new Int32Array(rows).fill(NO_DAY);
      for (const source of sources) {
        if (source === null) continue;
        for (let i = 0; i < rows; i++) if (days[i] === NO_DAY) days[i] = source[i] ?? NO_DAY;
      }
      return { type: 'day', days };
    },
  };
}
