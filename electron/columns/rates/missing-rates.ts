import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { DATED_KINDS } from '#shared/record-kinds.ts';
import { isRatedIn } from './converted-columns.ts';
import { rowRates } from './row-rates.ts';

/** Currencies that rows have no rate for on their day, with how many rows of all kinds; the most rows first. */
export function missingRates(stored: StoredColumns): readonly { readonly currency: string; readonly rows: number }[] {
  const counts = new Map<string, number>();
  for (const kind of DATED_KINDS) {
    const table = stored.table(kind);
    const found = table === null || !isRatedIn(table, stored) ? null : rowRates(stored, table);
    if (found === null) continue;
    for (const place of found.places) {
      const currency = found.unrated[place - found.rates.length];
      if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([currency, rows]) => ({ currency, rows }))
    .sort((a, b) => b.rows - a.rows || (a.currency < b.currency ? -1 : 1));
}
