import { NO_DAY, NO_INT, type StoredColumns } from '#engine/ports/workspace-columns.ts';
import type { RecordKind } from '#shared/record-kinds.ts';

type Value = string | number | null;

/** Every value of a kind, exact, by field and what the field is. Names as they are shown. */
export function valuesByField(columns: StoredColumns, kind: RecordKind): Readonly<Record<string, readonly Value[]>> {
  const table = columns.table(kind);
  if (table === null) return {};
  return Object.fromEntries(
    table.fields.map(({ key, type, unit, identifier, dimension }) => {
      const names = columns.members(dimension ?? '');
      const decimals = table.decimals(key);
      const values: readonly Value[] = [
        ...Array.from(table.codes(key) ?? [], (code) => (code === 0 ? null : (names[code] ?? ''))),
        ...Array.from(table.days(key) ?? [], (day) => (day === NO_DAY ? null : day)),
        ...Array.from(decimals ?? [], (value) =>
          Number.isNaN(value) || (value === NO_INT && decimals instanceof Int32Array) ? null : value,
        ),
        ...Array.from(table.flags(key) ?? [], (flag) => (flag === 2 ? null : flag)),
      ];
      return [JSON.stringify([key, type, unit, identifier]), values];
    }),
  );
}
