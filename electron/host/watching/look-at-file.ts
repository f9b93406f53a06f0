import type { Input, Method, Output, Transport } from '#shared/contract.ts';
import type { Inspection, ReadingOptions, Receipt } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { AppError } from '#shared/errors.ts';

/** A table of a file that would be imported, and how it is read. */
interface SeenTable {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
}

/** What a file that is read as one before it would bring. */
export interface KnownFile {
  readonly stageId: string;
  readonly sha256: string;
  readonly tables: readonly ReadingOptions[];
  readonly kinds: readonly RecordKind[];
  readonly rows: number;
  readonly rejected: number;
  readonly remembered: string;
  /** Nothing stands in the way. */
  readonly ready: boolean;
  /** Nobody has to look at it: every row can be read, and the sums are those the file itself says. */
  readonly plain: boolean;
}

export type FileLook =
  | { readonly is: 'known'; readonly file: KnownFile }
  /** Its headers are new. */
  | { readonly is: 'unknown' }
  /** Every row of it is there already. */
  | { readonly is: 'there' };

export async function called<M extends Method>(call: Transport, method: M, input: Input<M>): Promise<Output<M>> {
  const result = await call(method, input);
  if (!result.ok) throw new AppError(result.error.code, result.error.message, result.error.details);
  return result.value as Output<M>;
}

const isThere = ({ inspection }: SeenTable): boolean =>
  inspection.blockers.some(({ code }) => code === 'E_ALREADY_IMPORTED');
const isReady = ({ inspection }: SeenTable): boolean =>
  inspection.blockers.length === 0 && inspection.receipt.rows.imported > 0;

/** The file's own totals are those of its rows, to half of the smallest amount there is. */
const agrees = ({ sums }: Receipt): boolean =>
  Object.values(sums).every(({ file, control }) => control === null || Math.abs(file - control) < 0.00005);

/** Notices that say how the file is laid out, as it was the last time; any other is for the user to read first. */
const LAYOUT: ReadonlySet<string> = new Set([
  'filled-down',
  'section-rows',
  'transposed-table',
  'unpivoted',
  'hidden-sheet',
  'mixed-types',
  'preset-rows-left-out',
  'preset-order-discounts',
  'preset-order-refunds',
]);

const isPlain = ({ inspection: { receipt, notices, reimport } }: SeenTable): boolean =>
  receipt.rows.rejected === 0 &&
  agrees(receipt) &&
  notices.every(({ code }) => LAYOUT.has(code)) &&
  (reimport.onChange !== 'replace-period' || reimport.inPeriod === 0);

/** Looks at every table of a file that says what it holds. The stage of a known file is left to the caller. */
export async function lookAtFile(call: Transport, fileId: string, taskId: string): Promise<FileLook> {
  const look = (options: ReadingOptions): Promise<Inspection> =>
    called(call, 'import.inspect', { taskId, fileId, options });
  const first = await look({});
  let known: KnownFile | null = null;
  try {
    const recognised = first.tables.filter(({ kind }) => kind !== null).map(({ id }) => id);
    const seen: SeenTable[] = [];
    for (const table of recognised.length === 0 ? [first.table] : recognised) {
      const options = { table };
      seen.push({ inspection: table === first.table ? first : await look(options), options });
    }
    if (seen.every(isThere)) return { is: 'there' };
    known = knownFile(first, seen);
    return known === null ? { is: 'unknown' } : { is: 'known', file: known };
  } finally {
    if (known === null) await call('import.discard', { stageId: first.stageId });
  }
}

/** Null where no table that brings anything was read before. */
function knownFile({ stageId, file }: Inspection, seen: readonly SeenTable[]): KnownFile | null {
  const fresh = seen.filter((table) => !isThere(table));
  const remembered = fresh.find(({ inspection }) => inspection.remembered !== null)?.inspection.remembered;
  if (remembered == null) return null;
  const sum = (count: (receipt: Receipt) => number): number =>
    fresh.reduce((total, { inspection }) => total + count(inspection.receipt), 0);
  const ready = fresh.every((table) => isReady(table) && table.inspection.remembered !== null);
  return {
    stageId,
    sha256: file.sha256,
    tables: seen.map(({ options }) => options),
    kinds: [...new Set(fresh.map(({ inspection }) => inspection.kind))],
    rows: sum(({ rows }) => rows.imported),
    rejected: sum(({ rows }) => rows.rejected),
    remembered: remembered.file,
    ready,
    plain: ready && fresh.every(isPlain),
  };
}
