import { inspectTable, type TableInspection } from '#engine/import/inspect.ts';
import { convertTable } from '#engine/import/convert.ts';
import { planImport } from '#engine/import/plan-import.ts';
import type { ImportContext, ImportPlan } from '#engine/import/import-plan.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import { KnownRows, NOTHING_STORED as NO_ROWS } from '#engine/import/known-rows.ts';
import type { StoredData, TypedBlock } from '#engine/ports/import-writer.ts';
import type { ReadingOptions, Receipt, RejectedRow } from '#shared/importing.ts';
import { textTable, type Cell } from './table-of.ts';

export const TEXT_FILE: ImportContext = {
  textFile: true,
  today: null,
  storedTypes: new Map(),
  remembered: () => null,
  possibleKpis: () => [],
};
export const WORKBOOK: ImportContext = { ...TEXT_FILE, textFile: false };
/** Stored rows of which only the content is known. */
export const storedContent = (keys: readonly Int32Array[]): StoredData => ({
  rows: () => ({ ...NO_ROWS, keys, rows: keys.reduce((rows, part) => rows + part.length / 2, 0) }),
});
export const NOTHING_STORED: StoredData = { rows: () => NO_ROWS };

/** Dry run of a table written as rows of cells. */
export function inspectRows(
  rows: readonly (readonly Cell[])[],
  options: ReadingOptions = {},
  context = TEXT_FILE,
): TableInspection {
  return inspectTable(textTable(rows), options, NOTHING_STORED, context);
}

export interface Converted {
  readonly plan: ImportPlan;
  readonly receipt: Receipt;
  readonly blocks: readonly TypedBlock[];
  readonly rejected: readonly RejectedRow[];
  readonly keys: readonly Int32Array[];
  /** After each block. */
  readonly rowsDone: readonly number[];
}

export function convertAll(
  table: RawTable,
  options: ReadingOptions = {},
  context = TEXT_FILE,
  stored: readonly Int32Array[] = [],
): Converted {
  const plan = planImport(table, options, context);
  const { onChange: rule, businessKey: key } = plan;
  const known = new KnownRows(storedContent(stored).rows(plan.kind), { rule, key, period: null });
  const steps = convertTable(plan, table, known);
  const blocks: TypedBlock[] = [];
  const rejected: RejectedRow[] = [];
  const rowsDone: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    blocks.push(step.value.block);
    rejected.push(...step.value.rejected);
    rowsDone.push(step.value.rowsDone);
  }
  return { plan, receipt: step.value, blocks, rejected, keys: blocks.map(({ keys }) => keys), rowsDone };
}

/** A stored field of the first block: texts, day numbers, ten-thousandths or flags; null for missing. */
export function fieldValues({ plan, blocks }: Converted, key: string): readonly (string | number | null)[] {
  const place = plan.importHeader.fields.findIndex((field) => field.key === key);
  return blocks.flatMap(({ values }): (string | number | null)[] => {
    const column = values[place];
    switch (column?.type) {
      case 'text':
        return [...column.codes].map((code) => (code === 0 ? null : (column.texts[code] ?? null)));
      case 'day':
        return [...column.days].map((day) => (day === -2_147_483_648 ? null : day));
      case 'decimal':
        return [...column.scaled].map((scaled) => (Number.isNaN(scaled) ? null : scaled));
      case 'flag':
        return [...column.flags].map((flag) => (flag === 2 ? null : flag));
      case undefined:
        return [];
    }
  });
}
