import type { ColumnReading, Inspection, ReadingOptions, Receipt, RejectedRow } from '#shared/importing.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { StoredData, TypedBlock } from '#engine/ports/import-writer.ts';
import { isoDate } from '#shared/calendar.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { convertTable } from './convert.ts';
import { fileRow } from './cells.ts';
import { countWithin, type FilePeriod } from './date-span.ts';
import { KnownRows } from './known-rows.ts';
import type { ImportContext, ImportPlan } from './import-plan.ts';
import { planImport } from './plan-import.ts';
import { UNKNOWN_YEAR, type RawTable } from './raw-table.ts';
import { ListKeys } from './list-keys.ts';
import { addCurrencies, currencyOf } from './row-currencies.ts';

const SHOWN_REJECTED = 100;
const PLACEHOLDER = new RegExp(`^${String(UNKNOWN_YEAR)}(?=-\\d\\d-01$)`);

/** What the rows turned out to be, gathered block by block. */
interface Seen {
  readonly keys: ListKeys;
  late: number;
  profitDiffers: number;
  repeated: number;
  period: FilePeriod | null;
  /** Of a column of currencies. */
  readonly currencies: Set<string>;
}

/** What the import rules know of a file; the host adds the file, its sheets, encoding, separator and a sample. */
export type TableInspection = Omit<
  Inspection,
  'stageId' | 'file' | 'sheets' | 'sheet' | 'tables' | 'table' | 'sample' | 'format'
> & {
  readonly format: Pick<Inspection['format'], 'decimal' | 'date'>;
};

/**
 * A dry run of a plan in steps, so that the host can show progress and stop: yields data rows read so far, returns the
 * inspection. The rows go through the same code as the commit; twice where the file takes the place of its period, which is
 * known only then. Fails as `convertTable` does.
 */
export function* inspectInSteps(
  plan: ImportPlan,
  table: RawTable,
  stored: StoredData,
  context: ImportContext,
): Generator<number, TableInspection, void> {
  const known = stored.rows(plan.kind);
  const { businessKey: key, onChange } = plan;
  const rule = onChange === 'skip' ? 'skip' : 'update';
  const steps = convertTable(plan, table, new KnownRows(known, { rule, key, period: null }), 'dry-run', 'passing');
  const rejected: RejectedRow[] = [];
  const seen: Seen = {
    late: 0,
    profitDiffers: 0,
    keys: new ListKeys(plan),
    repeated: 0,
    period: null,
    currencies: new Set(),
  };
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    rejected.push(...step.value.rejected.slice(0, SHOWN_REJECTED - rejected.length));
    seen.late += lateRows(plan, step.value.block, context.today);
    seen.profitDiffers += rowsWhereProfitDiffers(plan, step.value.block);
    seen.repeated += step.value.repeated;
    seen.period = step.value.period;
    seen.keys.add(step.value.block);
    addCurrencies(plan, step.value.block, seen.currencies);
    yield step.value.rowsDone;
  }
  const { period } = seen;
  const { updated, kept } = step.value.changes;
  const reimport = {
    onChange,
    changed: updated + kept,
    from: period === null ? null : isoDate(period.from),
    to: period === null ? null : isoDate(period.to),
    inPeriod: countWithin(known, period),
  };
  let receipt = step.value;
  if (onChange === 'replace-period' && reimport.inPeriod > 0) {
    const replacing = convertTable(
      plan,
      table,
      new KnownRows(known, { rule: onChange, key, period }),
      'dry-run',
      'passing',
    );
    let again = replacing.next();
    for (; again.done !== true; again = replacing.next()) yield again.value.rowsDone;
    receipt = again.value;
  }
  return { ...inspectionOf(plan, table, receipt, rejected, seen, context), reimport };
}

/** The dry run at one go. Example: `inspectTable(table, {}, stored, context).receipt.rows.imported`. */
export function inspectTable(
  table: RawTable,
  options: ReadingOptions,
  stored: StoredData,
  context: ImportContext,
): TableInspection {
  const steps = inspectInSteps(planImport(table, options, context), table, stored, context);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * Why an import cannot be committed: what the plan leaves open, and what the rows turned out to be (nothing new, nothing
 * readable, nothing at all). Empty when it can. Example: a file imported before gives E_ALREADY_IMPORTED.
 */
export function importBlockers(plan: ImportPlan, receipt: Receipt): Inspection['blockers'] {
  if (plan.blockers.length > 0 || receipt.rows.imported > 0) return plan.blockers;
  const { duplicates, rejected } = receipt.rows;
  const code = duplicates > 0 ? 'E_ALREADY_IMPORTED' : rejected > 0 ? 'E_ALL_REJECTED' : 'E_NO_ROWS';
  return [{ code, field: null, column: null }];
}

function inspectionOf(
  plan: ImportPlan,
  table: RawTable,
  receipt: Receipt,
  rejected: readonly RejectedRow[],
  seen: Seen,
  context: ImportContext,
): Omit<TableInspection, 'reimport'> {
  const fields = new Set(plan.importHeader.fields.map(({ key }) => `${plan.kind}.${key}`));
  const notices = [...plan.notices];
  if (seen.late > 0) notices.push({ code: 'late-dates', details: { rows: seen.late } });
  if (seen.profitDiffers > 0) notices.push({ code: 'profit-differs', details: { rows: seen.profitDiffers } });
  if (seen.repeated > 0) notices.push({ code: 'repeated-entities', details: { rows: seen.repeated } });
  for (const { column, reason, count: rows, row, value } of receipt.unread ?? []) {
    notices.push({ code: `unread-${reason}`, details: { column, rows, row, value } });
  }
  const { repeated, example } = seen.keys;
  if (repeated > 0) notices.push({ code: 'repeated-keys', details: { rows: repeated, example } });
  const currency = currencyOf(plan, seen.currencies);
  for (const code of currency.codes) {
    if (code !== currency.base && !plan.money.rated.has(code))
      notices.push({ code: 'currency-no-rate', details: { currency: code, base: currency.base } });
  }
  return {
    kind: plan.kind,
    preset: plan.preset?.preset.name ?? null,
    format: plan.format,
    headerRow: fileRow(table, plan.header.bottom),
    skippedRows: [...plan.skippedRows],
    year: plan.layout.year ?? null,
    currency,
    columns: plan.layout.year?.value === null ? plan.readings.map(withoutYear) : [...plan.readings],
    receipt,
    rejected: [...rejected],
    blockers: importBlockers(plan, receipt),
    remembered: plan.remembered === null ? null : { file: plan.remembered.file, usedAt: plan.remembered.usedAt },
    notices,
    possibleKpis: context.possibleKpis(fields),
  };
}

/** The year that stands for the one nobody has said is not shown. */
function withoutYear(column: ColumnReading): ColumnReading {
  return { ...column, examples: column.examples.map((text) => text.replace(PLACEHOLDER, '????')) };
}

function lateRows(plan: ImportPlan, block: TypedBlock, today: number | null): number {
  const place = plan.importHeader.fields.findIndex(({ key, type }) => key === 'date' && type === 'date');
  const column = block.values[place];
  if (today === null || column?.type !== 'day') return 0;
  let late = 0;
  const { days } = column;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? NO_DAY;
    if (day !== NO_DAY && day > today) late++;
  }
  return late;
}

/** Files that give both cost and profit: rows where amount less cost is more than a hundredth off. */
function rowsWhereProfitDiffers(plan: ImportPlan, block: TypedBlock): number {
  const { fields } = plan.importHeader;
  const [amount, cost, profit] = ['amount', 'cost', 'profit'].map((name) => {
    const column = block.values[fields.findIndex(({ key }) => key === name)];
    return column?.type === 'decimal' ? column.scaled : null;
  });
  if (amount == null || cost == null || profit == null) return 0;
  let differing = 0;
  for (let i = 0; i < block.rows; i++) {
    if (Math.abs((amount[i] ?? 0) - (cost[i] ?? 0) - (profit[i] ?? 0)) > DECIMAL_SCALE / 100) differing++;
  }
  return differing;
}
