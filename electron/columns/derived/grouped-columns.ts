import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
import { AppError } from '#shared/errors.ts';
import { groupedField, type GroupedField } from '#shared/grouped-fields.ts';
import type { Grain } from '#shared/members.ts';
import { unitHolding } from '#shared/period.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { arrayFor } from '../breakdown.ts';
import { daysOf } from '../day-blocks.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** A field's members over all rows of all kinds that have it, in the order of time or size: filters by them hold for every kind. */
interface Members {
  /** By code; the unknown one first. */
  readonly names: readonly string[];
  /** Of a day, or of a number in ten-thousandths; 0 for a missing one. */
  readonly codeOf: (value: number) => number;
}

/** Values of a field: days, or numbers in ten-thousandths. */
interface Values {
  readonly length: number;
  readonly at: (row: number) => number;
}

/** Dates by their units or numbers by themselves as the codes of members; null where the key groups nothing that the kind has. */
export function groupedColumn(fields: Fields, kind: AnyKind, key: string): DerivedColumn | null {
  const grouped = groupedField(key);
  const values = grouped === null ? null : valuesOf(fields, kind, grouped);
  const members = values === null ? null : fields.once(groupedMembers)(key);
  if (values === null || members === null) return null;
  const { names, codeOf } = members;
  const codes = arrayFor(names.length, values.length);
  inBlocks(values.length, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = codeOf(values.at(row));
  });
  return { type: 'codes', codes, members: names.length };
}

/** Names of a grouped field's members by code; null for any other key. */
export function groupedNames(fields: Fields, key: string): readonly string[] | null {
  return groupedField(key) === null ? null : (fields.once(groupedMembers)(key)?.names ?? null);
}

function groupedMembers(fields: Fields): (key: string) => Members | null {
  const known = fields.kept.memory<string, Members>();
  return (key) => {
    const grouped = groupedField(key);
    if (grouped === null) return null;
    const { by } = grouped;
    return known(key, () =>
      by === 'value' ? numbersMet(fields, grouped) : unitsOf(daysMet(fields, grouped), unitNamer(fields, by)),
    );
  };
}

function valuesOf(fields: Fields, kind: AnyKind, { by, field }: GroupedField): Values | null {
  if (by === 'value') {
    const numbers = fields.decimals(kind, field);
    return numbers === null ? null : { length: numbers.length, at: (row) => decimalAt(numbers, row) };
  }
  const days = fields.days(kind, field);
  return days === null ? null : { length: days.length, at: (row) => days[row] ?? NO_DAY };
}

function unitNamer(fields: Fields, grain: Grain): (day: number) => string {
  const { fiscalYearStart } = fields.columns.rules();
  return (day) => unitHolding(day, grain, fiscalYearStart).spec;
}

/** Ascending, each once. */
function daysMet(fields: Fields, { field }: GroupedField): Int32Array {
  const met = new Set<number>();
  for (const kind of fields.columns.kinds())
    for (const { fields: part } of fields.parts(kind, [field])) {
      const days = part.days(kind, field);
      const range = days === null ? null : daysOf(days);
      if (days === null || range === null) continue;
      const has = new Uint8Array(range.to - range.from + 1);
      inBlocks(days.length, (from, to) => {
        for (let row = from; row < to; row++) {
          const day = days[row] ?? NO_DAY;
          if (day !== NO_DAY) has[day - range.from] = 1;
        }
      });
      for (let at = has.indexOf(1); at >= 0; at = has.indexOf(1, at + 1)) met.add(range.from + at);
    }
  return Int32Array.from(met).sort();
}

/** Each day that is met is named once. */
function unitsOf(days: Int32Array, nameOf: (day: number) => string): Members {
  const first = days[0] ?? 0;
  const codes = new Int32Array(days.length === 0 ? 0 : (days.at(-1) ?? 0) - first + 1);
  const names = [''];
  for (const day of days) {
    const name = nameOf(day);
    if (names.at(-1) !== name) names.push(name);
    codes[day - first] = names.length - 1;
  }
  return { names, codeOf: (day) => codes[day - first] ?? 0 };
}

/** More are not for reading, and each has a name. */
const MOST_NUMBERS = 1_000_000;

function numbersMet(fields: Fields, grouped: GroupedField): Members {
  const met = new Set<number>();
  for (const kind of fields.columns.kinds())
    for (const { fields: part } of fields.parts(kind, [grouped.field])) {
      const values = valuesOf(part, kind, grouped);
      inBlocks(values?.length ?? 0, (from, to) => {
        for (let row = from; row < to; row++) met.add(values?.at(row) ?? Number.NaN);
        if (met.size > MOST_NUMBERS + 1) throw tooManyNumbers();
      });
    }
  met.delete(Number.NaN);
  const sizes = Float64Array.from(met).sort();
  const codes = new Map<number, number>();
  for (const [at, size] of sizes.entries()) codes.set(size, at + 1);
  const names = ['', ...Array.from(sizes, (size) => String(size / DECIMAL_SCALE))];
  return { names, codeOf: (number) => codes.get(number) ?? 0 };
}

function tooManyNumbers(): AppError {
  return new AppError(
    'E_BAD_REQUEST',
    'The field has too many different numbers to tell them apart; ask for a range of them.',
  );
}
