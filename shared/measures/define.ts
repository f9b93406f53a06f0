import type { Aggregate, Condition, MeasureDefinition } from '../kpi-definition.ts';
import type { QueryKind } from '../record-kinds.ts';
import type { Unit } from '../units.ts';

/** Flows of one kind, placed in time by its date where they do not say otherwise. */
export const flowsOf =
  (kind: QueryKind, date: string) =>
  (
    id: string,
    aggregate: Aggregate,
    unit: Unit,
    where: readonly Condition[] = [],
    by: string = date,
  ): MeasureDefinition => ({ id, kind, aggregate, where, date: by, nature: 'flow', unit });

export const sum = (field: string): Aggregate => ({ do: 'sum', field });
export const distinct = (field: string): Aggregate => ({ do: 'distinct', field });
export const present = (field: string): Condition => ({ field, is: 'present' });
