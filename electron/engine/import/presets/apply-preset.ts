import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import type { TableHeader } from '../find-header.ts';
import type { PlannedColumn } from '../import-plan.ts';
import type { ColumnProfile } from '../profile-column.ts';
import type { RawTable } from '../raw-table.ts';
import { leftOutRows } from './left-out-rows.ts';
import { recognisePreset, type PresetMatch } from './recognise-preset.ts';
import { shapeOrders } from './shape-table.ts';

/** A table read as a known export. */
export interface AppliedPreset {
  readonly match: PresetMatch;
  /** The same object where the preset has nothing to fill. */
  readonly table: RawTable;
  /** LEFT_OUT_ROW by row, for the rows that a rule leaves out. */
  readonly marks: ReadonlyMap<number, number>;
  readonly notices: Inspection['notices'];
}

/** Recognises a known export and does what its preset says; null for any other table. */
export function applyPreset(
  table: RawTable,
  header: TableHeader,
  profiles: readonly ColumnProfile[],
  options: Pick<ReadingOptions, 'preset' | 'kind'>,
): AppliedPreset | null {
  const found = recognisePreset(header, profiles, options);
  if (found === null) return null;
  const { table: shaped, hasRefunds, notices } = shapeOrders(table, header, found);
  const match = found.preset.orders === undefined || hasRefunds ? found : withoutRefunds(found);
  const left = leftOutRows(shaped, header, match);
  return { match, table: shaped, marks: left.marks, notices: [...left.notices, ...notices] };
}

/** Nothing was paid back: the column says nothing of the amounts. */
function withoutRefunds(match: PresetMatch): PresetMatch {
  return { ...match, roles: new Map([...match.roles].filter(([role]) => role !== 'refunded')) };
}

/** The columns as the preset's rules need them: what was refunded is an amount, when a deal was won a date. */
export function readForRules(match: PresetMatch | null, columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  if (match === null) return columns;
  const dates = [match.roles.get('won'), match.roles.get('lost'), ...[...match.more.values()].flat()];
  return columns.map((column) => {
    if (!column.custom) return column;
    if (match.roles.get('refunded') === column.index)
      return { ...column, type: 'decimal', unit: 'money', identifier: false };
    return dates.includes(column.index) ? { ...column, type: 'date', unit: null, identifier: false } : column;
  });
}
