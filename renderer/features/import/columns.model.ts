import type {
  ColumnReading,
  ColumnTarget,
  DateFormat,
  DecimalMark,
  Inspection,
  ReadingOptions,
} from '#shared/importing.ts';
import { CUSTOM_TYPES, type CustomType } from '#shared/reading-formats.ts';
import { FIELDS_BY_KIND, type FieldDefinition, type RecordKind } from '#shared/record-kinds.ts';

/** A target as one text, for lists: `field:amount`, `custom:date`, `ignore`. Without the user's word a custom field is what its values say. */
export function targetKey(target: ColumnTarget, type: ColumnReading['type']): string {
  if (target.to === 'field') return `field:${target.field}`;
  return target.to === 'ignore' ? 'ignore' : `custom:${target.as ?? customType(type)}`;
}

function customType(type: ColumnReading['type']): CustomType {
  if (type === 'decimal') return 'decimal';
  return type === 'date' || type === 'instant' ? 'date' : 'text';
}

/** The reverse; null for text that is no target. */
export function parseTargetKey(key: string): ColumnTarget | null {
  if (key === 'ignore') return { to: key };
  const as = CUSTOM_TYPES.find((type) => key === `custom:${type}`);
  if (as !== undefined) return { to: 'custom', as };
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

/** Columns that give a field, or a number or date of their own, and whose values all fit two readings: the user has to say which. */
export function openQuestions(inspection: Inspection, options: ReadingOptions): readonly ColumnReading[] {
  return inspection.columns.filter(
    (column) =>
      column.alternatives.length > 1 && isReadAsSaid(targetOf(column, options)) && !isAnswered(column, options),
  );
}

/** A field, or a type that the user has chosen: a column kept as its values say needs no answer. */
function isReadAsSaid(target: ColumnTarget): boolean {
  return target.to === 'field' || (target.to === 'custom' && target.as !== undefined && target.as !== 'text');
}

/** The file's format without what is still asked about: a guess is not shown as settled. */
export function settledFormat(inspection: Inspection, options: ReadingOptions): Inspection['format'] {
  const open = openQuestions(inspection, options).flatMap(({ alternatives }) => alternatives);
  const { decimal, date, ...rest } = inspection.format;
  return {
    ...rest,
    decimal: open.some((each) => each.decimal !== null) ? null : decimal,
    date: open.some((each) => each.dateFormat !== null) ? null : date,
  };
}

/** Columns whose reading the user has said. */
export function answeredColumns(inspection: Inspection, options: ReadingOptions): readonly ColumnReading[] {
  return inspection.columns.filter((column) => isAnswered(column, options));
}

function isAnswered({ index }: ColumnReading, { columnDecimal, columnDateFormat }: ReadingOptions): boolean {
  return columnDecimal?.[String(index)] !== undefined || columnDateFormat?.[String(index)] !== undefined;
}

/** The reading said of a column. */
export function answerOf({ index }: ColumnReading, { columnDecimal, columnDateFormat }: ReadingOptions): ReadingChoice {
  return { decimal: columnDecimal?.[String(index)] ?? null, dateFormat: columnDateFormat?.[String(index)] ?? null };
}

/**
 * The text in the file that the two readings tell apart, null when it is not among the column's examples.
 * Example: '03/04/2026' for 2026-04-03 and 2026-03-04; '1.234' for 1234 and 1.234.
 */
export function ambiguousText({ examples, alternatives }: ColumnReading): string | null {
  const partsOf = (text: string): string => {
    const parts = (text.match(/\d+/g) ?? []).map((part) => Number(part) % 100);
    return parts.toSorted((a, b) => a - b).join(' ');
  };
  const digitsOf = (text: string): string => text.replaceAll(/\D/g, '').replace(/0+$/, '');
  const same = (text: string): boolean =>
    alternatives.every(({ dateFormat, example }) =>
      dateFormat === null ? digitsOf(text) === digitsOf(example) : partsOf(text) === partsOf(example),
    );
  return examples.find(same) ?? null;
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

/** Changes how the whole file is read. Another sheet, kind, export or header row makes the columns others: what was said of them is dropped. */
export function withFormat(options: ReadingOptions, change: Partial<ReadingOptions>): ReadingOptions {
  const { columns, columnDecimal, columnDateFormat, ...whole } = options;
  if ('kind' in change || 'preset' in change) {
    // A known export has its kind: the word said last is the one that counts.
    const { kind, preset, ...rest } = whole;
    const keptKind = change.preset === 'none' && kind !== undefined ? { kind } : {};
    const keptPreset = preset === 'none' ? { preset } : {};
    return { ...rest, ...keptKind, ...keptPreset, ...change };
  }
  if ('sheet' in change || 'headerRow' in change || 'separator' in change) return { ...whole, ...change };
  const kept = {
    ...(columns === undefined ? {} : { columns }),
    ...(columnDecimal === undefined || 'decimal' in change ? {} : { columnDecimal }),
    ...(columnDateFormat === undefined || 'dateFormat' in change ? {} : { columnDateFormat }),
  };
  return { ...whole, ...kept, ...change };
}

/** Takes back what was said of a column's reading. */
export function withoutReading(options: ReadingOptions, index: number): ReadingOptions {
  const { columnDecimal, columnDateFormat, ...rest } = options;
  const without = <T>(said: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(said ?? {}).filter(([key]) => key !== String(index)));
  const [decimals, formats] = [without(columnDecimal), without(columnDateFormat)];
  return {
    ...rest,
    ...(Object.keys(decimals).length === 0 ? {} : { columnDecimal: decimals }),
    ...(Object.keys(formats).length === 0 ? {} : { columnDateFormat: formats }),
  };
}
