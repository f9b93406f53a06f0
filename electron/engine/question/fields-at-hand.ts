import type { FieldsAtHand } from '../formula/inline-measure.ts';
import type { WorkspaceColumns } from '../ports/workspace-columns.ts';

/** The fields that rows have, the files' own columns among them, for formulas that name them. */
export function fieldsAtHand(columns: WorkspaceColumns): FieldsAtHand {
  return (kind, key) => columns.table(kind)?.fields.find((field) => field.key === key) ?? null;
}
