import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import { readingOrder } from '../catalogue/reading-order.ts';
import type { StoredColumns } from '../ports/workspace-columns.ts';

/** A text dimension whose names people write in several ways. */
export interface NameDimension {
  readonly key: string;
  /** The file's header for custom fields, else null. */
  readonly label: string | null;
  readonly kinds: readonly RecordKind[];
}

/** Their values are words of the program's own: `won`, `call`, `month`. */
const OWN_WORDS: ReadonlySet<string> = new Set(['status', 'type', 'interval', 'grain', 'kpi', 'currency']);

/**
 * Dimensions with names to merge, in the order of the kinds and their fields. Numbers are never merged, nor the words
 * the program goes by. Example: a file of deals gives customer, rep, product and the like, but not status.
 */
export function nameDimensions(columns: StoredColumns): readonly NameDimension[] {
  const found = new Map<string, NameDimension>();
  for (const kind of RECORD_KINDS) {
    const fields = columns.table(kind)?.fields ?? [];
    for (const place of readingOrder(kind, fields)) {
      const field = fields[place];
      if (field === undefined || field.dimension === null || field.identifier || OWN_WORDS.has(field.key)) continue;
      const { key, label } = field;
      found.set(key, { key, label, kinds: [...(found.get(key)?.kinds ?? []), kind] });
    }
  }
  return [...found.values()];
}
