import type { Receipt, RejectedRow } from '#shared/importing.ts';
import type { TypedBlock, TypedValues } from '#engine/ports/import-writer.ts';
import { BlockReader, type BlockLife } from './block-reader.ts';
import { EntityKeys } from './business-key.ts';
import { cellText, fileRow, isBlank } from './cells.ts';
import { DATA_ROW, SKIPPED_ROW, type ImportPlan } from './import-plan.ts';
import { DateSpan, type FilePeriod } from './date-span.ts';
import type { KnownRows } from './known-rows.ts';
import { shapeTable } from './presets/shape-table.ts';
import { BLOCK_ROWS, EMPTY, TEXT, type RawTable } from './raw-table.ts';
import { isImported, ReceiptTally, REJECTED_ROW } from './receipt-tally.ts';
import { RepeatedEntities } from './repeated-entities.ts';
import { RowFaults } from './row-faults.ts';

const NO_KEYS = new Int32Array(0);

/** One block of rows read: what to store and what was refused. */
export interface ConvertedBlock {
  readonly block: TypedBlock;
  readonly rejected: readonly RejectedRow[];
  /** Days of the rows that could be read so far. */
  readonly period: FilePeriod | null;
  /** Rows whose business key stands on an earlier row of the file; counted in a dry run only. */
  readonly repeated: number;
  /** Of the plan's `dataRows`, for progress. */
  readonly rowsDone: number;
}

/**
 * Reads a table by a plan, block by block of at most 65 536 rows, and returns the receipt. The caller may wait between
 * blocks, show progress, or stop. Rows are imported, rejected with the first thing wrong with them, or what `known` makes
 * of them; afterwards it knows the stored rows that give way. A dry run has no content keys unless something is stored.
 * A `passing` block is good until the next is asked for. Fails with E_OVERFLOW when a sum is beyond exact integers.
 * Example: `for (let step = it.next(); !step.done; step = it.next()) writer.write(step.value.block)`.
 */
export function* convertTable(
  plan: ImportPlan,
  given: RawTable,
  known: KnownRows,
  purpose: 'commit' | 'dry-run' = 'commit',
  blocks: BlockLife = 'kept',
): Generator<ConvertedBlock, Receipt, void> {
  const table = plan.preset === null ? given : shapeTable(given, plan.header, plan.preset);
  const { fields } = plan.importHeader;
  const tally = new ReceiptTally(plan, table.rows);
  const reader = new BlockReader(table, plan, blocks);
  const needsKeys = purpose === 'commit' || !known.isEmpty;
  const needsEntities = purpose === 'dry-run' || !known.isEmpty;
  const entityKeys = needsEntities && plan.businessKey.length > 0 ? new EntityKeys(plan.businessKey) : null;
  const repeated = purpose === 'commit' || entityKeys === null ? null : new RepeatedEntities(table.rows);
  const span = new DateSpan(plan.importHeader);
  const blanks = blankTexts(table);
  const from = plan.header.bottom + 1;
  const summed = summedFields(plan);
  const own = plan.columns.map(({ custom }) => custom);
  for (let at = Math.floor(from / BLOCK_ROWS); at * BLOCK_ROWS < table.rows; at++) {
    const start = at * BLOCK_ROWS;
    const rows = Math.min(BLOCK_ROWS, table.rows - start);
    const first = Math.max(0, from - start);
    const fates = markRows(plan, table, blanks, at, rows);
    fates.fill(SKIPPED_ROW, 0, first);
    const faults = new RowFaults(rows, own);
    const byField = reader.read(at, fates, faults, tally);
    const values = fields.flatMap(({ key }) => byField.get(key) ?? []);
    const keys = needsKeys ? reader.keys(values, fields, rows) : NO_KEYS;
    const entities = entityKeys?.ofBlock(values, fields, rows) ?? NO_KEYS;
    settle(fates, faults, keys, entities, known);
    span.add(values, fates);
    tally.countRows(fates, first, faults);
    tally.countBlanked(fates, first, faults, (row, column) => unreadValue(plan, table, start + row, column));
    for (const field of summed) {
      const column = byField.get(field);
      if (column?.type === 'decimal') tally.addSum(field, column.scaled, fates, first);
    }
    yield {
      block: keptRows(table, start, fates, values, keys),
      rejected: rejectedRows(plan, table, start, fates, faults),
      period: span.period,
      repeated: repeated?.count(entities, fates) ?? 0,
      rowsDone: start + rows - from,
    };
  }
  return tally.receipt(known.replaced().live);
}

/** Money and quantities that a column gives, and the amount also when it is computed. */
function summedFields(plan: ImportPlan): readonly string[] {
  const given = plan.columns.filter(({ custom, unit }) => !custom && (unit === 'money' || unit === 'quantity'));
  const keys = given.map(({ key }) => key);
  return plan.importHeader.fields.some(({ key }) => key === 'amount') && !keys.includes('amount')
    ? ['amount', ...keys]
    : keys;
}

/** By list of texts: a mark for those that are nothing but blanks, or null where none is. */
function blankTexts(table: RawTable): ReadonlyMap<readonly string[], ReadonlySet<number>> {
  const blanks = new Map<readonly string[], ReadonlySet<number>>();
  for (const { texts } of table.columns) {
    if (blanks.has(texts)) continue;
    const blank = new Set<number>();
    for (const [code, text] of texts.entries()) if (isBlank(text)) blank.add(code);
    blanks.set(texts, blank);
  }
  return blanks;
}

/** Marks blank rows and the rows the plan knows to be no data. Stops looking at columns once every row has a value. */
function markRows(
  plan: ImportPlan,
  table: RawTable,
  blanks: ReadonlyMap<readonly string[], ReadonlySet<number>>,
  at: number,
  rows: number,
): Uint8Array<ArrayBuffer> {
  const fates = new Uint8Array(rows).fill(SKIPPED_ROW);
  let left = rows;
  for (const column of table.columns) {
    const block = column.blocks[at];
    if (left === 0) break;
    if (block == null) continue;
    const blank = blanks.get(column.texts);
    for (let i = 0; i < rows; i++) {
      if (fates[i] === DATA_ROW) continue;
      const tag = block.tags[i] ?? EMPTY;
      if (tag === EMPTY || (tag === TEXT && blank?.has(block.values[i] ?? -1) === true)) continue;
      fates[i] = DATA_ROW;
      left--;
    }
  }
  for (const [row, mark] of plan.marks.rows) {
    const place = row - at * BLOCK_ROWS;
    if (place >= 0 && place < rows) fates[place] = mark;
  }
  return fates;
}

function settle(fates: Uint8Array, faults: RowFaults, keys: Int32Array, entities: Int32Array, known: KnownRows): void {
  if (!faults.any && known.isEmpty) return;
  for (let i = 0; i < fates.length; i++) {
    if (fates[i] !== DATA_ROW) continue;
    const at = 2 * i;
    if (faults.reasons[i] !== 0) fates[i] = REJECTED_ROW;
    else if (!known.isEmpty) {
      fates[i] = known.fateOf(keys[at] ?? 0, keys[at + 1] ?? 0, entities[at] ?? 0, entities[at + 1] ?? 0);
    }
  }
}

function keptRows(
  table: RawTable,
  start: number,
  fates: Uint8Array,
  values: readonly TypedValues[],
  keys: Int32Array,
): TypedBlock {
  let kept = 0;
  for (let i = 0; i < fates.length; i++) if (isImported(fates[i])) kept++;
  const fileRows = new Int32Array(kept);
  if (kept === fates.length) {
    for (let k = 0; k < kept; k++) fileRows[k] = fileRow(table, start + k);
    return { rows: kept, fileRows, values, keys };
  }
  const at = new Int32Array(kept);
  for (let i = 0, k = 0; i < fates.length; i++) if (isImported(fates[i])) at[k++] = i;
  for (let k = 0; k < kept; k++) fileRows[k] = fileRow(table, start + (at[k] ?? 0));
  const keptKeys = new Int32Array(2 * kept);
  for (let k = 0; k < kept; k++) {
    const place = 2 * (at[k] ?? 0);
    keptKeys[2 * k] = keys[place] ?? 0;
    keptKeys[2 * k + 1] = keys[place + 1] ?? 0;
  }
  return { rows: kept, fileRows, values: values.map((column) => pick(column, at)), keys: keptKeys };
}

function pick(column: TypedValues, at: Int32Array): TypedValues {
  switch (column.type) {
    case 'text':
      return { type: 'text', codes: picked(column.codes, new Int32Array(at.length), at), texts: column.texts };
    case 'day':
      return { type: 'day', days: picked(column.days, new Int32Array(at.length), at) };
    case 'decimal':
      return { type: 'decimal', scaled: picked(column.scaled, new Float64Array(at.length), at) };
    case 'flag':
      return { type: 'flag', flags: picked(column.flags, new Uint8Array(at.length), at) };
  }
}

function picked<T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T, at: Int32Array): T {
  for (let k = 0; k < at.length; k++) to[k] = from[at[k] ?? 0] ?? 0;
  return to;
}

function rejectedRows(
  plan: ImportPlan,
  table: RawTable,
  start: number,
  fates: Uint8Array,
  faults: RowFaults,
): readonly RejectedRow[] {
  if (!faults.any) return [];
  const rejected: RejectedRow[] = [];
  for (let i = 0; i < fates.length; i++) {
    const reason = fates[i] === REJECTED_ROW ? faults.reasonAt(i) : null;
    if (reason === null) continue;
    rejected.push({ ...unreadValue(plan, table, start + i, faults.columns[i] ?? 0), reason });
  }
  return rejected;
}

/** A value that cannot be read, and where it stands. */
function unreadValue(plan: ImportPlan, table: RawTable, row: number, place: number): Omit<RejectedRow, 'reason'> {
  const column = plan.columns[place];
  return {
    row: fileRow(table, row),
    column: column?.header ?? '',
    field: column?.key ?? '',
    value: column === undefined ? '' : cellText(table, row, column.index),
  };
}
