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

/** Balances of one kind: rows stand from one date to before the other. */
export const balancesOf =
  (kind: QueryKind, date: string, until: string) =>
  (id: string, aggregate: Aggregate, unit: Unit, where: readonly Condition[] = []): MeasureDefinition => ({
    id,
    kind,
    aggregate,
    where,
    date,
    until,
    nature: 'balance',
    unit,
  });

export const COUNT: Aggregate = { do: 'count' };
export const sum = (field: string): Aggregate => ({ do: 'sum', field });
export const mean = (field: string): Aggregate => ({ do: 'mean', field });
export const median = (field: string): Aggregate => ({ do: 'quantile', field, q: 0.5 });
export const distinct = (field: string): Aggregate => ({ do: 'distinct', field });

export const present = (field: string): Condition => ({ field, is: 'present' });
export const yes = (field: string): Condition => ({ field, is: 'true' });
export const oneOf = (field: string, ...values: readonly string[]): Condition => ({ field, is: 'one-of', values });
