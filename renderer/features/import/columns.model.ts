import type {
  ColumnReading,
  ColumnTarget,
  DateFormat,
  DecimalMark,
  Inspection,
  ReadingOptions,
} from '#shared/importing.ts';
import { FIELDS_BY_KIND, fieldOf, type FieldDefinition, type RecordKind } from '#shared/record-kinds.ts';

/** A target as one text, for lists: `field:amount`, `custom`, `ignore`. */
export function targetKey(target: ColumnTarget): string {
  return target.to === 'field' ? `field:${target.field}` : target.to;
}

/** The reverse; null for text that is no target. */
export function parseTargetKey(key: string): ColumnTarget | null {
  if (key === 'custom' || key === 'ignore') return { to: key };
  return key.startsWith('field:') ? { to: 'field', field: key.slice('field:'.length) } : null;
}

export type FieldGroup = 'needed' | 'date' | 'decimal' | 'text' | 'identifier' | 'flag';
const GROUPS: readonly FieldGroup[] = ['needed', 'date', 'decimal', 'text', 'identifier', 'flag'];

function groupOf(field: FieldDefinition): FieldGroup {
  if (field.needed === true) return 'needed';
  if (field.identifier === true) return 'identifier';
  return field.type === 'instant' ? 'date' : field.type;
}

/** The kind's fields in the groups of the list, empty groups left out. */
export function fieldGroups(
  kind: RecordKind,
): readonly { readonly group: FieldGroup; readonly fields: readonly string[] }[] {
  return GROUPS.map((group) => ({
    group,
    fields: FIELDS_BY_KIND[kind].filter((field) => groupOf(field) === group).map((field) => field.key),
  })).filter(({ fields }) => fields.length > 0);
}

/** What a column is to become: the user's word, else the guess. */
export function targetOf(column: ColumnReading, options: ReadingOptions): ColumnTarget {
  return options.columns?.[String(column.index)] ?? column.target;
}

/** The column that gives a field now, or null. */
export function columnGiving(
  field: string,
  columns: readonly ColumnReading[],
  options: ReadingOptions,
): ColumnReading | null {
  const gives = (column: ColumnReading): boolean => {
    const target = targetOf(column, options);
    return target.to === 'field' && target.field === field;
  };
  return columns.find(gives) ?? null;
}

/** Gives one column a target. A field comes from one column: the one that gave it before is kept as a custom field. */
export function withTarget(
  options: ReadingOptions,
  columns: readonly ColumnReading[],
  index: number,
  target: ColumnTarget,
): ReadingOptions {
  const before = target.to === 'field' ? columnGiving(target.field, columns, options) : null;
  const moved = before !== null && before.index !== index ? { [String(before.index)]: { to: 'custom' } as const } : {};
  return { ...options, columns: { ...options.columns, ...moved, [String(index)]: target } };
}

export interface ReadingChoice {
  readonly decimal: DecimalMark | null;
  readonly dateFormat: DateFormat | null;
}

/** The two readings of a column the user must choose between. */
export interface ColumnQuestion {
  readonly column: ColumnReading;
  readonly chosen: number | null;
}

/** Columns with two readings that have to be told apart: those that become something. */
export function columnQuestions(inspection: Inspection, options: ReadingOptions): readonly ColumnQuestion[] {
  return inspection.columns
    .filter((column) => column.alternatives.length > 1 && targetOf(column, options).to !== 'ignore')
    .map((column) => ({ column, chosen: chosenReading(column, options) }));
}

function chosenReading(column: ColumnReading, options: ReadingOptions): number | null {
  const index = String(column.index);
  const decimal = options.columnDecimal?.[index];
  const dateFormat = options.columnDateFormat?.[index];
  const found = column.alternatives.findIndex(
    (each) =>
      (decimal !== undefined && each.decimal === decimal) ||
      (dateFormat !== undefined && each.dateFormat === dateFormat),
  );
  return found === -1 ? null : found;
}

/** Settles the reading of one column. */
export function withReading(
  options: ReadingOptions,
  index: number,
  { decimal, dateFormat }: ReadingChoice,
): ReadingOptions {
  const key = String(index);
  return {
    ...options,
    ...(decimal === null ? {} : { columnDecimal: { ...options.columnDecimal, [key]: decimal } }),
    ...(dateFormat === null ? {} : { columnDateFormat: { ...options.columnDateFormat, [key]: dateFormat } }),
  };
}

/** Changes how the whole file is read. Another sheet, kind or header row makes the columns others: what was said of them is dropped. */
export function withFormat(options: ReadingOptions, change: Partial<ReadingOptions>): ReadingOptions {
  const { columns, columnDecimal, columnDateFormat, ...whole } = options;
  if ('sheet' in change || 'kind' in change || 'headerRow' in change || 'separator' in change)
    return { ...whole, ...change };
  const kept = {
    ...(columns === undefined ? {} : { columns }),
    ...(columnDecimal === undefined || 'decimal' in change ? {} : { columnDecimal }),
    ...(columnDateFormat === undefined || 'dateFormat' in change ? {} : { columnDateFormat }),
  };
  return { ...whole, ...kept, ...change };
}

/** Whether a field's values are sums worth a number: used to align examples to the right. */
export function isNumeric(kind: RecordKind, target: ColumnTarget): boolean {
  return target.to === 'field' && fieldOf(kind, target.field)?.type === 'decimal';
}
