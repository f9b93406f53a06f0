import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import type { Day } from '#shared/calendar.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { dataFile } from '../../support/data.ts';
import { convertAll, TEXT_FILE, type Converted } from './inspect-rows.ts';

/** A file of the real data through the real readers and rules, as it is guessed. */
export async function convertFile(
  name: string,
  today: Day | null,
  options: ReadingOptions = {},
  stored: readonly Int32Array[] = [],
): Promise<Converted> {
  const path = dataFile(name);
  const facts = await identifyFile(path);
  const { table } = await readTable(path, facts, {}, { progress: () => undefined, cancelled: () => false });
  return convertAll(table, options, { ...TEXT_FILE, textFile: facts.format === 'text', today }, stored);
}

/** How often each value of a field stands there. Example: `counts(read, 'status')` is `{won: 4238, lost: 2473, open: 2089}`. */
export function counts(values: readonly (string | number | null)[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const value of values) found[String(value)] = (found[String(value)] ?? 0) + 1;
  return found;
}

/** Field by header of the columns that became one. */
export function fieldsOf({ plan }: Converted): Readonly<Record<string, string>> {
  return Object.fromEntries(plan.columns.filter(({ custom }) => !custom).map(({ key, header }) => [key, header]));
}
