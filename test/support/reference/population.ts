import { rowsOf, type Cell, type Read } from './cell.ts';
import { passes } from './filters.ts';
import type { Kpi } from './kpis/kpi.ts';
import { hasValues, rangeOf, text, type Row } from './rows.ts';
import { iso, periodOf, type Span } from './time.ts';
import { reachOf, type World } from './world.ts';

/** What a KPI reads in a cell. */
export function readsOf(cell: Cell, of: Kpi): readonly Read[] {
  const reads: Read[] = [];
  of({ ...cell, reads });
  return reads;
}

/** Kinds of which a KPI counts money while some rows have no rate: it counts nothing else of such rows either. */
export function unratedKinds(cell: Cell, of: Kpi): ReadonlySet<string> {
  const kinds = readsOf(cell, of).flatMap(({ source, isMoney }) => (isMoney ? [source.kind] : []));
  return new Set(kinds.filter((kind) => cell.world.tables[kind]?.some((row) => text(row, 'unrated') !== null)));
}

/**
 * Whether nothing that is asked for has a row, now, beside, or where the KPI looks, and there is nobody else to say it of: a kind
 * without rows, or a filter that lets no row of any kind through at any time. Then there is no zero either.
 */
export function hasNobody(cell: Cell, beside: Span | null, of: Kpi): boolean {
  const cells = [cell, ...(beside === null ? [] : [{ ...cell, span: beside, undated: 'no' } as const])];
  const reads = cells.flatMap((one) => {
    const own = readsOf(one, of);
    const again: Read[] = [];
    for (const { source } of own) rowsOf({ ...one, reads: again }, source, []);
    return [...own, ...again];
  });
  const counts = reads.flatMap(({ ofAll, rows }) => (ofAll || rows === null ? [] : [rows]));
  if (counts.length === 0 || counts.some((count) => count > 0)) return false;
  const { tables, stored } = cell.world;
  if (reads.every(({ source }) => (tables[source.kind] ?? []).length === 0)) return true;
  const kinds = [...Object.keys(stored), ...reads.map(({ source }) => source.kind)];
  const isLetThrough = (row: Row): boolean => cell.filters.every((filter) => passes(row, filter, cell.world));
  return !kinds.some((kind) => {
    const canTell = cell.filters.every(({ dimension }) => hasValues(tables[kind], dimension));
    return canTell && tables[kind]?.some(isLetThrough) === true;
  });
}

/** An open period counts as far as the kinds reach that are asked for, `all` over every day they count; targets ahead lead neither on. */
export function countedFor(text: string, sources: readonly Read[], { clock, tables }: World): Span {
  const isSpread = ({ source }: Read): boolean => source.nature === 'spread';
  const kinds = sources.map(({ source }) => source.kind);
  const dated = kinds.flatMap((kind) => (kind.startsWith('customer') ? ['sale', 'subscription'] : [kind]));
  if (text === 'all') {
    const met = sources.every(isSpread) ? sources : sources.filter((read) => !isSpread(read));
    const reach = met.flatMap((read) => {
      const { kind, date, until = date } = read.source;
      const range = rangeOf(tables[kind], isSpread(read) ? [date, until] : [date]);
      return range === null ? [] : [range.from, range.to];
    });
    return periodOf('all', clock, reach);
  }
  const data = reachOf(
    tables,
    dated.filter((kind) => kind !== 'target'),
  );
  const period = periodOf(text, clock);
  const spec = /^(?:latest|this)-/.test(text) ? `${iso(period.from)}..${iso(period.to)}` : text;
  return { ...period, through: periodOf(spec, { ...clock, data: data ?? clock.data }).through };
}

/** Whether there are rows without a date that something asked for counts. */
export function countsUndated(cell: Cell, of: Kpi): boolean {
  return readsOf(cell, of).some(({ undated }) => undated > 0);
}
