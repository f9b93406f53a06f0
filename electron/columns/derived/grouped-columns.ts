import { NO_DAY, type DayColumn, type DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
import { groupedField } from '#shared/grouped-fields.ts';
import type { Grain } from '#shared/members.ts';
import { unitHolding } from '#shared/period.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { arrayFor } from '../breakdown.ts';
import { daysOf } from '../day-blocks.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** A field's members over all kinds that have it, in the order of time or size: filters by them hold for every kind. */
interface Members {
  /** By code; the unknown one first. */
  readonly names: readonly string[];
  /** Codes of a kind's rows; null where it has no such field. */
  codes(kind: AnyKind): DerivedColumn | null;
}

/** Dates by their units or numbers by themselves as the codes of members; null where the key groups nothing that the kind has. */
export function groupedColumn(fields: Fields, kind: AnyKind, key: string): DerivedColumn | null {
  return fields.once(groupedMembers)(key)?.codes(kind) ?? null;
}

/** Names of a grouped field's members by code; null for any other key. */
export function groupedNames(fields: Fields, key: string): readonly string[] | null {
  return fields.once(groupedMembers)(key)?.names ?? null;
}

function groupedMembers(fields: Fields): (key: string) => Members | null {
  const known = fields.kept.memory<string, Members>();
  return (key) => {
    const grouped = groupedField(key);
    if (grouped === null) return null;
    const { by, field } = grouped;
    return known(key, () => (by === 'value' ? numbersOf(fields, field) : datesOf(fields, field, by)));
  };
}

function datesOf(fields: Fields, field: string, grain: Grain): Members {
  const { fiscalYearStart } = fields.columns.rules();
  const columns = fields.columns.kinds().flatMap((kind) => fields.days(kind, field) ?? []);
  const { codes, first, names } = unitsOf(columns, (day) => unitHolding(day, grain, fiscalYearStart).spec);
  return {
    names,
    codes: (kind) => coded(fields.days(kind, field), names, (days, row) => codes[(days[row] ?? NO_DAY) - first] ?? 0),
  };
}

/** Codes by day from the first one on; each day that is met is named once. */
function unitsOf(columns: readonly DayColumn[], nameOf: (day: number) => string) {
  const ranges = columns.flatMap((days) => daysOf(days) ?? []);
  const first = Math.min(...ranges.map(({ from }) => from));
  const last = Math.max(...ranges.map(({ to }) => to));
  const codes = new Int32Array(ranges.length === 0 ? 0 : last - first + 1);
  for (const days of columns)
    inBlocks(days.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const day = days[row] ?? NO_DAY;
        if (day !== NO_DAY) codes[day - first] = 1;
      }
    });
  const names = [''];
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === 0) continue;
    const name = nameOf(first + at);
    if (names.at(-1) !== name) names.push(name);
    codes[at] = names.length - 1;
  }
  return { codes, first, names };
}

function numbersOf(fields: Fields, field: string): Members {
  const met = new Set<number>();
  for (const kind of fields.columns.kinds()) {
    const numbers = fields.decimals(kind, field);
    inBlocks(numbers?.length ?? 0, (from, to) => {
      for (let row = from; row < to; row++) met.add(decimalAt(numbers, row));
    });
  }
  met.delete(NaN);
  const sizes = Float64Array.from(met).sort();
  const codes = new Map<number, number>();
  for (const [at, size] of sizes.entries()) codes.set(size, at + 1);
  const names = ['', ...Array.from(sizes, (size) => String(size / DECIMAL_SCALE))];
  return {
    names,
    codes: (kind) =>
      coded(fields.decimals(kind, field), names, (numbers, row) => codes.get(decimalAt(numbers, row)) ?? 0),
  };
}

function coded<T extends DayColumn | DecimalColumn>(
  values: T | null,
  names: readonly string[],
  codeOf: (values: T, row: number) => number,
): DerivedColumn | null {
  if (values === null) return null;
  const codes = arrayFor(names.length, values.length);
  inBlocks(values.length, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = codeOf(values, row);
  });
  return { type: 'codes', codes, members: names.length, names };
}
