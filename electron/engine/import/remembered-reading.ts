import type { ColumnTarget, ReadingOptions, RememberedMapping } from '#shared/importing.ts';
import type { ColumnReadings } from './choose-readings.ts';
import { headerWords } from './header-words.ts';
import type { ImportPlan } from './import-plan.ts';

type RememberedColumn = RememberedMapping['columns'][number];

/** The remembered columns of a file with the same headers, as they stand in it now. */
function columnsNow(mapping: RememberedMapping, names: readonly string[]): ReadonlyMap<number, RememberedColumn> {
  const byWords = new Map(mapping.columns.map((column) => [headerWords(column.header), column]));
  return new Map(
    names.flatMap((name, index) => {
      const column = byWords.get(headerWords(name));
      return column === undefined ? [] : [[index, column] as const];
    }),
  );
}

/**
 * A mapping as options, under what the user says of this file: a field the user gives to a column is not given to another
 * one as well.
 */
export function rememberedOptions(
  mapping: RememberedMapping,
  names: readonly string[],
  given: ReadingOptions,
): ReadingOptions {
  const said = Object.values(given.columns ?? {});
  const isTaken = (target: ColumnTarget): boolean =>
    target.to === 'field' && said.some((other) => other.to === 'field' && other.field === target.field);
  const columns = [...columnsNow(mapping, names)].flatMap(([index, { target }]) =>
    isTaken(target) ? [] : [[String(index), target] as const],
  );
  const { kind, currency, onChange } = mapping;
  return { kind, onChange, ...(currency === null ? {} : { currency }), columns: Object.fromEntries(columns) };
}

/** Settles what this file's values leave open by what was settled before; a reading that does not fit them is not used. */
export function settleByMemory(
  mapping: RememberedMapping,
  names: readonly string[],
  readings: readonly ColumnReadings[],
): readonly ColumnReadings[] {
  const columns = columnsNow(mapping, names);
  const settled = <T>(open: readonly T[], known: T | null | undefined): readonly T[] =>
    open.length > 1 && known != null && open.includes(known) ? [known] : open;
  return readings.map(({ decimals, dates }, index) => ({
    decimals: settled(decimals, columns.get(index)?.decimal),
    dates: settled(dates, columns.get(index)?.dateFormat),
  }));
}

/** What to remember of a file that was read by a plan. */
export function mappingOf(plan: ImportPlan, file: string, usedAt: string): RememberedMapping {
  return {
    fingerprint: plan.fingerprint,
    kind: plan.kind,
    columns: plan.readings.map(({ header, target, decimal, dateFormat }) => ({ header, target, decimal, dateFormat })),
    currency: plan.currencyFound.from === 'user' ? plan.currencyFound.code : null,
    onChange: plan.onChange,
    file,
    usedAt,
  };
}
