import type { AnswerCell } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';

/** A KPI behind a setting, with its value as it is and as it was before the setting was changed. */
export interface EffectLine {
  readonly reference: string;
  readonly unit: Unit;
  readonly cell: AnswerCell;
  /** Undefined where it is the same, or was not known. */
  readonly before: number | null | undefined;
}

/** Values of KPIs by the references they are asked by. */
export type Values = ReadonlyMap<string, { readonly cell: AnswerCell; readonly unit: Unit }>;

/** The lines of an effect, in the given order; KPIs whose value is still on its way are left out. */
export function effectLines(references: readonly string[], now: Values, before: Values): readonly EffectLine[] {
  return references.flatMap((reference): readonly EffectLine[] => {
    const value = now.get(reference);
    const was = before.get(reference)?.cell.value;
    if (value === undefined) return [];
    return [{ reference, ...value, before: was === value.cell.value ? undefined : was }];
  });
}

/** Whether two settings are the same, however their keys are ordered. */
export function isSameSetting(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
