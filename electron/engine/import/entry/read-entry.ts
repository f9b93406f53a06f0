import type { EntryCheck, EntryFault, EntryReason } from '#shared/entry.ts';
import type { Receipt, RejectedRow } from '#shared/importing.ts';
import { entryFields } from '#shared/entry-kinds.ts';
import type { FieldDefinition } from '#shared/record-kinds.ts';
import type { StoredRows, TypedBlock } from '#engine/ports/import-writer.ts';
import { convertTable } from '../convert.ts';
import { TOTALS_ROW, type ImportContext, type ImportPlan } from '../import-plan.ts';
import { KnownRows } from '../known-rows.ts';
import { ListKeys } from '../list-keys.ts';
import { planImport } from '../plan-import.ts';
import { rowLabel } from '../total-labels.ts';
import { entryRow, type EntryReader } from './entry-rows.ts';
import { entryTable } from './entry-table.ts';

type Cells = readonly (readonly string[])[];

/** Rows ready to be stored. */
export interface ReadyEntry {
  readonly plan: ImportPlan;
  readonly blocks: readonly TypedBlock[];
  readonly receipt: Receipt;
}

export interface EntryReading extends EntryCheck {
  /** Null as long as a cell is wrong. */
  readonly ready: ReadyEntry | null;
}

/** Nothing is remembered of a table without a file, and its fields are all the kind's own. */
export const ENTRY_CONTEXT: ImportContext = {
  textFile: true,
  today: null,
  storedTypes: new Map(),
  remembered: () => null,
  possibleKpis: () => [],
};

/**
 * Reads a table written in the app as a file is read, and says all that is wrong with it: a file's row is rejected for its
 * first fault, so the table is read again with the faulty cells filled until none is left. `stored`: the kind's rows, those
 * that this table is to replace not counting; a row that is there already is a fault here, since leaving it out in silence would lose it.
 */
export function readEntry(reader: EntryReader, rows: Cells, stored: StoredRows): EntryReading {
  const fields = entryFields(reader.kind);
  const read = rows.map((row) => entryRow(reader, row));
  const cells = read.map((row) => row.cells);
  const first = convert(reader, cells, stored);
  const faults: EntryFault[] = read.flatMap((row, at) => row.faults.map((fault) => ({ row: at + 1, ...fault })));
  const add = (found: readonly EntryFault[]): void => {
    const isNew = ({ row, field }: EntryFault): boolean =>
      !faults.some((known) => known.row === row && known.field === field);
    faults.push(...found.filter(isNew));
  };
  add(unreadRows(first, cells, fields));
  let filled: Cells = cells;
  let found = rejections(first);
  for (let pass = 0; found.length > 0 && pass < fields.length; pass++) {
    add(found);
    filled = fillCells(filled, found, fields);
    found = rejections(convert(reader, filled, stored));
  }
  const places = new Map(fields.map(({ key }, place) => [key, place]));
  const place = ({ field }: EntryFault): number => places.get(field) ?? 0;
  return {
    rows: cells.map((row) => [...row]),
    faults: faults.toSorted((a, b) => a.row - b.row || place(a) - place(b)),
    notices: faults.length > 0 ? [] : repeatedKeys(first),
    ready: faults.length > 0 ? null : first,
  };
}

interface Converted extends ReadyEntry {
  readonly rejected: readonly RejectedRow[];
  /** Keys of needed fields that no row has at all. */
  readonly missing: readonly string[];
}

function convert({ kind, mark }: EntryReader, cells: Cells, stored: StoredRows): Converted {
  const keys = entryFields(kind).map(({ key }) => key);
  const table = entryTable(keys, cells);
  const columns = keys.map((field, at) => [String(at), { to: 'field', field }] as const);
  const options = {
    kind,
    preset: 'none',
    headerRow: 0,
    remembered: false,
    decimal: mark,
    columns: Object.fromEntries(columns),
    columnDateFormat: Object.fromEntries(columns.map(([at]) => [at, 'ymd' as const])),
  } as const;
  const planned = planImport(table, options, ENTRY_CONTEXT);
  // A sum may have been pasted; notes and footers of a report nobody writes in here.
  const totals = [...planned.marks.rows].filter(([, mark]) => mark === TOTALS_ROW);
  const plan = { ...planned, marks: { ...planned.marks, rows: new Map(totals) } };
  const known = new KnownRows(stored, { rule: 'skip', key: [], period: null });
  const blocks: TypedBlock[] = [];
  const rejected: RejectedRow[] = [];
  const steps = convertTable(plan, table, known);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (step.value.block.rows > 0) blocks.push(step.value.block);
    rejected.push(...step.value.rejected);
  }
  const missing = plan.blockers.flatMap(({ code, field }) => (code === 'E_MISSING_FIELD' ? (field ?? []) : []));
  return { plan, blocks, receipt: step.value, rejected, missing };
}

const rejections = ({ rejected }: Converted): readonly EntryFault[] =>
  rejected.map(({ row, field, reason }) => ({ row, field, reason }));

/** Rows that are neither stored nor rejected: sums of the others, rows stored already, rows without what nobody has written. */
function unreadRows(converted: Converted, cells: Cells, fields: readonly FieldDefinition[]): readonly EntryFault[] {
  const { plan, blocks, rejected, missing } = converted;
  const told = new Set([...blocks.flatMap(({ fileRows }) => [...fileRows]), ...rejected.map(({ row }) => row)]);
  return cells.flatMap((row, at): readonly EntryFault[] => {
    const filled = fields.filter((_, place) => row[place] !== '');
    const [start] = filled;
    if (start === undefined) return [];
    const all = (keys: readonly string[], reason: EntryReason): readonly EntryFault[] =>
      keys.map((field) => ({ row: at + 1, field, reason }));
    const absent = all(missing, 'missing');
    if (told.has(at + 1) || absent.length > 0) return absent;
    if (!plan.marks.rows.has(at + 1)) return all([start.key], 'already-there');
    const label = fields.find((_, place) => rowLabel(row[place] ?? '') !== null) ?? start;
    return all([label.key], 'total-row');
  });
}

const FILLING: Readonly<Record<FieldDefinition['type'], string>> = {
  date: '2000-01-01',
  instant: '2000-01-01',
  decimal: '1',
  flag: '1',
  text: 'x',
};

function fillCells(cells: Cells, faults: readonly EntryFault[], fields: readonly FieldDefinition[]): Cells {
  return cells.map((row, at) => {
    const wrong = new Set(faults.flatMap((fault) => (fault.row === at + 1 ? [fault.field] : [])));
    return wrong.size === 0 ? row : row.map((text, place) => fillCell(text, fields[place], wrong));
  });
}

function fillCell(text: string, field: FieldDefinition | undefined, wrong: ReadonlySet<string>): string {
  return field !== undefined && wrong.has(field.key) ? FILLING[field.type] : text;
}

/** A list that says one name twice: the later row counts. */
function repeatedKeys({ plan, blocks }: ReadyEntry): EntryCheck['notices'] {
  const keys = new ListKeys(plan);
  for (const block of blocks) keys.add(block);
  const { repeated, example } = keys;
  return repeated === 0 ? [] : [{ code: 'repeated-keys', details: { rows: repeated, example } }];
}
